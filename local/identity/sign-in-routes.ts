import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { Person } from '../../domain/locality/locality.ts'
import type { Locality } from '../../functions/store/locality-store.ts'
import { page, pageHeaders } from '../page.ts'
import { signInPath } from './issuer.ts'
import { signInPage } from './sign-in-page.ts'

export interface SignInPeople {
  people: Person[]
  /** Names of practices and organisations by id. */
  places: ReadonlyMap<string, string>
}

export const signInPeople = ({ people, practices, organisations }: Locality): SignInPeople => ({
  people,
  places: new Map([...organisations, ...practices].map(({ id, name }) => [id, name])),
})

/** The page that the issuer sends people to, and the click on it. */
export function signInRoutes(provider: Provider, { people, places }: SignInPeople): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>()

  routes.get(`${signInPath}/:uid`, async (c) => {
    await provider.interactionDetails(c.env.incoming, c.env.outgoing)
    return c.body(signInPage(c.req.path, people, places), 200, pageHeaders)
  })

  routes.post(`${signInPath}/:uid`, async (c) => {
    const { person: chosen } = await c.req.parseBody()
    const person = people.find(({ id }) => id === chosen)
    if (!person) return c.body(page('Sign in', noSuchPerson), 400, pageHeaders)
    const login = { accountId: person.id, remember: true }
    return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, { login }), 303)
  })

  routes.onError((error, c) => {
    if (!(error instanceof errors.SessionNotFound)) throw error
    return c.body(page('Sign in', tooLate), 400, pageHeaders)
  })
  return routes
}

const noSuchPerson = '<h1>There is no such person here</h1>\n<p><a href="/">Begin again at the portal</a></p>'
const tooLate = `<h1>This sign-in page has been used</h1>
<p>If you have just come back to it: you are signed in already. If it took long, begin again.</p>
<p><a href="/">Go on to Redesign Panels</a></p>`
