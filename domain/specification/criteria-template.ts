import type { Criterion } from './content.ts'
import type { KeyCriterion } from './template.ts'

/** What earns each point, from 0 to 5, in words that fit any criterion; the panel makes them its own. */
const scale = [
  'No answer, or nothing in it that can be scored.',
  'Little of what is asked for, with serious gaps or risks.',
  'Part of what is asked for, with gaps that would have to be closed before the service starts.',
  'What is asked for, with small gaps that can be closed.',
  'All that is asked for, with evidence that it works.',
  'More than is asked for, of clear benefit to patients, with strong evidence.',
]

const criterion = (serves: KeyCriterion, title: string, question: string, guidance: string): Criterion => ({
  ...{ id: serves, title, question, guidance, weight: '0', scale, serves },
})

/**
 * A criterion for each of the five key criteria of the provider selection regime, to begin from (requirements §6). The
 * weights are the panel's to give.
 */
export const criteriaTemplate: Criterion[] = [
  criterion(
    'quality',
    'Quality and innovation',
    'How will you give safe, effective care with good experience for patients, and how will you improve it?',
    'Say which standards you meet, who does what, how you supervise and learn, and what you would do better than today.',
  ),
  criterion(
    'value',
    'Value',
    'How will you get the best outcomes from the money, and start on time?',
    'Say what you will have in place and when, how you keep costs in hand, and what patients gain from it. The price itself is scored apart.',
  ),
  criterion(
    'integration',
    'Integration, collaboration and sustainability',
    'How will you work with practices and other services, and keep the service going?',
    'Say what passes between you and whom, how you plan for absence and demand, and what your work does to other services.',
  ),
  criterion(
    'access',
    'Access, inequalities and choice',
    'How will everybody who needs the service reach it, and choose within it?',
    'Say where and when it is given, who might miss out and what you do about it, and what patients can choose.',
  ),
  criterion(
    'social-value',
    'Social value',
    'What will the locality gain beyond the service itself?',
    'Say what you do for local work and skills, for the environment and for wellbeing, and how it can be checked.',
  ),
]
