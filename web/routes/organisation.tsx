import { createLazyRoute } from '@tanstack/react-router'
import { OrganisationPage } from '../features/register/organisation-page.tsx'
import { words } from '../features/register/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'

/** One organisation of the register of interests. */
export const organisationRoute = createLazyRoute('/register/$organisationId')({ component: Organisation })

function Organisation() {
  const { organisationId } = organisationRoute.useParams()
  return (
    <SignInNeeded page={words.organisation.one}>
      <OrganisationPage organisationId={organisationId} />
    </SignInNeeded>
  )
}
