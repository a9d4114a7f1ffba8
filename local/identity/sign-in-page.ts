import type { Person, Role } from '../../domain/locality/locality.ts'
import { escapeHtml, page } from '../page.ts'

const groups: [Role, string][] = [
  ['programme-manager', 'Programme manager'],
  ['deputy-programme-manager', 'Deputy programme manager'],
  ['practice', 'Practices'],
  ['approver', 'Approvers'],
  ['provider', 'Providers'],
  ['observer', 'Patient representative'],
  ['auditor', 'Auditor'],
]

const professions = { gp: 'GP', 'practice-manager': 'Practice manager', nurse: 'Nurse', other: '' }

/** The sample people by role, each a button that signs in as them. @param places the names of practices and organisations */
export function signInPage(action: string, people: Person[], places: ReadonlyMap<string, string>): string {
  const sections = groups.flatMap(([role, heading]) => {
    const members = people.filter(({ roles }) => roles.includes(role))
    return members.length > 0 ? [section(role, heading, members, places)] : []
  })
  return page(
    'Sign in',
    `<h1>Who are you?</h1>
<p class="note">This is the sign-in of a one-machine locality. Everybody here is invented, there are no passwords, and only
this computer can reach it. Choose a person to sign in as them.</p>
<form method="post" action="${escapeHtml(action)}">
${sections.join('\n')}
</form>`,
  )
}

function section(role: Role, heading: string, members: Person[], places: ReadonlyMap<string, string>): string {
  const items = members.map((person) => {
    const place = places.get(person.practiceId ?? person.organisationId ?? '')
    const about = [professions[person.profession], place].filter(Boolean).join(', ')
    const small = about ? `<small>${escapeHtml(about)}</small>` : ''
    return `<li><button type="submit" name="person" value="${escapeHtml(person.id)}">${escapeHtml(person.name)}${small}</button></li>`
  })
  return `<section aria-labelledby="${role}"><h2 id="${role}">${escapeHtml(heading)}</h2>
<ul class="people">
${items.join('\n')}
</ul></section>`
}
