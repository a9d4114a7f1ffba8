import { Link, useLocation } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { addressOf } from '../../../workflows/pages.ts'
import { at, length } from '../../time.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { useMe } from '../people/use-names.ts'
import { askedOf } from './asked-of.ts'
import { words } from './frame-words.ts'

/**
 * What the case waits for this person to do, and until when: on the page where they do it, and on the case's own page, which
 * leads there.
 */
export function AskedHere({ theCase }: { theCase: CaseView }) {
  const { caseId } = theCase
  const { data: me } = useMe()
  const { now } = useClock()
  const { pathname } = useLocation()
  const present = new Date(now).toISOString()
  return (me ? askedOf(theCase, me) : [])
    .map((asked) => ({ ...asked, here: addressOf(caseId, asked.page) === pathname }))
    .filter(({ here }) => here || pathname === addressOf(caseId, '/cases/$caseId'))
    .map(({ what, page, dueAt, here }) => (
      <Fragment key={what}>
        <p className="nhsuk-u-reading-width">
          <strong>{(dueAt <= present ? words.wasAsked : words.asked)(what, at(dueAt), length(dueAt, present))}</strong>
        </p>
        {!here && (
          <Link to={page} params={{ caseId }} className="nhsuk-button">
            {words.goOn}
            <span className="nhsuk-u-visually-hidden">: {what}</span>
          </Link>
        )}
      </Fragment>
    ))
}
