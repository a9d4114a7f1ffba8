import { expect, test } from 'vitest'
import type { Me, Registers } from '../../../../functions/api/answers/locality.ts'
import { standInWords } from '../../../../web/features/waiting/stand-in-words.ts'

const one = (id: string, name: string, role: Me['person']['roles'][number]) => ({
  ...{ id, name, profession: 'gp' as const, roles: [role] },
})
const [miriam, rufus] = [one('48', 'Miriam', 'programme-manager'), one('49', 'Rufus', 'deputy-programme-manager')]
const [ann, ben] = [one('01', 'Ann', 'practice'), one('02', 'Ben', 'practice')]

const said = (who: Registers['colleagues'][number], among: Registers['colleagues']) =>
  standInWords(
    {
      ...who,
      email: 'x@y.example',
      skills: [],
      panelsFormedOn: [],
      ...(who.roles.includes('practice') && { practiceId: 'here' }),
    },
    among,
  )

test('a deputy is told whom they stand in for, a manager who for them, and a practice that its people do for each other', () => {
  expect(said(rufus, [miriam, rufus])).toMatch(/^You stand in for Miriam\./)
  expect(said(miriam, [miriam, rufus])).toMatch(/^Rufus stands in for you/)
  expect(said(ann, [ann, ben])).toMatch(/: Ben can also do what is asked of your practice/)
  expect(said(ann, [ann])).toMatch(/^Nobody else at your practice/)
  expect(said(one('53', 'Quentin', 'auditor'), [])).toBeUndefined()
})
