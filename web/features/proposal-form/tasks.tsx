import { Link } from '@tanstack/react-router'
import { BackLink } from '../../nhs/back-link.tsx'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { type Task, TaskList } from '../../nhs/task-list.tsx'
import { useTitle } from '../../title.ts'
import { DraftSaved } from './draft-saved.tsx'
import { useDraftPaper } from './paper.tsx'
import { isOptional, type SectionState, statesOf } from './sections.ts'
import { useReturned } from './use-returned.ts'
import { words } from './words.ts'

const said = words.tasks

/** The parts of a proposal, how far each is, and the way to submit it. */
export function Tasks() {
  const { id, view, faults } = useDraftPaper()
  const returned = useReturned(id)
  const states = statesOf(view.entries, faults)
  const asked = states.filter(({ section }) => !isOptional(section))
  const done = asked.filter((state) => state.faults.length === 0)
  const title = view.entries['title']
  useTitle(returned ? said.correction.title : said.title)
  return (
    <>
      <BackLink to="/proposals">{said.back}</BackLink>
      <h1>
        {typeof title === 'string' && title !== '' && <span className="nhsuk-caption-l">{title}</span>}
        {returned ? said.correction.title : said.title}
      </h1>
      <p className="nhsuk-u-reading-width">{returned ? said.correction.intro : said.intro}</p>
      {returned && returned.reasons.length > 0 && (
        <Notice title={said.correction.reasons}>
          <BulletList items={returned.reasons} />
        </Notice>
      )}
      <DraftSaved />
      <p>{said.progress(done.length, asked.length)}</p>
      <TaskList label={said.label} tasks={states.map((state) => taskOf(id, state))} />
      <Link to="/proposals/$draftId/review" params={{ draftId: id }} className="nhsuk-button">
        {said.review}
      </Link>
    </>
  )
}

function taskOf(draftId: string, { section, begun, faults }: SectionState): Task {
  const link = { to: '/proposals/$draftId/$section', params: { draftId, section }, search: {} } as const
  const task = { id: section, title: words.sections[section].title, link }
  if (isOptional(section) && !begun) return { ...task, status: said.states.optional, tone: 'quiet' }
  if (faults.length === 0) return { ...task, status: said.states.done }
  if (!begun) return { ...task, status: said.states.notBegun, tone: 'going' }
  return { ...task, link: { ...link, search: { check: true } }, status: said.states.left(faults.length), tone: 'soon' }
}
