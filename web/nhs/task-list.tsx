import { Link, type LinkProps } from '@tanstack/react-router'
import { Mark } from './mark.tsx'
import type { Tone } from './tone.ts'

export interface Task {
  id: string
  title: string
  link: Pick<LinkProps, 'to' | 'params' | 'search'>
  status: string
  tone?: Tone
}

/** What there is to do, each with how far it is. */
export function TaskList({ label, tasks }: { label: string; tasks: Task[] }) {
  return (
    <ul className="nhsuk-task-list" aria-label={label}>
      {tasks.map(({ id, title, link, status, tone }) => (
        <li key={id} className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
          <div className="nhsuk-task-list__name-and-hint">
            <Link className="nhsuk-task-list__link" aria-describedby={`${id}-status`} {...link}>
              {title}
            </Link>
          </div>
          <div className="nhsuk-task-list__status" id={`${id}-status`}>
            {tone ? <Mark tone={tone}>{status}</Mark> : status}
          </div>
        </li>
      ))}
    </ul>
  )
}
