import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { namesFrom } from '../people/names.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { Declared } from './declared.tsx'
import { Organisations } from './organisations.tsx'
import { Past } from './past.tsx'
import { keepsRegister } from './readers.ts'
import { RecordInterest } from './record-interest.tsx'
import { StrangeNames } from './strange-names.tsx'
import { useRegister } from './use-register.ts'
import { words } from './words.ts'

/** The whole register: what needs looking at first, then organisations, people, and how it came about. */
export function RegisterPage() {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const { data: register, error } = useQuery(useRegister())
  const [done, setDone] = useState<string>()
  useTitle(words.title)
  const known = Object.fromEntries((register?.people ?? []).map(({ person, name }) => [person, name]))
  const names = namesFrom(registers, undefined, known)
  const keeps = me !== undefined && keepsRegister(me.person)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      {done !== undefined && <Success title={words.success} heading={done} />}
      <h1>{words.title}</h1>
      {register && (
        <>
          <p className="nhsuk-u-reading-width">{words.what}</p>
          <p>{words.version(register.register)}</p>
          {register.incompatible.length > 0 && (
            <Notice title={words.incompatible}>
              <ul>
                {register.incompatible.map(({ person, company, provider }) => (
                  <li key={person}>
                    {words.both(known[person] ?? person, names.place(company), names.place(provider))}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <StrangeNames unknown={register.unknownNames} />
          <Organisations organisations={register.organisations} names={names} keeps={keeps} />
          <Declared people={register.people} names={names} mayStrike={keeps} onStruck={setDone} />
          {keeps && <RecordInterest people={register.people} onDone={() => setDone(words.record.done)} />}
          <Past names={names} known={known} />
        </>
      )}
    </>
  )
}
