import { createLazyRoute } from '@tanstack/react-router'
import { CalendarPage } from '../features/calendar/calendar-page.tsx'
import { words } from '../features/calendar/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'

export const calendarRoute = createLazyRoute('/calendar')({
  component: () => (
    <SignInNeeded page={words.title}>
      <CalendarPage />
    </SignInNeeded>
  ),
})
