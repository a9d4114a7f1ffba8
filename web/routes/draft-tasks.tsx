import { createLazyRoute } from '@tanstack/react-router'
import { Tasks } from '../features/proposal-form/tasks.tsx'

export const draftTasksRoute = createLazyRoute('/proposals/$draftId/')({ component: Tasks })
