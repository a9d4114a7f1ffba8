import { createLazyRoute } from '@tanstack/react-router'
import { Proposals } from '../features/proposal-form/proposals.tsx'
import { words } from '../features/proposal-form/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'

/** The proposals that a person is writing, and those that they submitted. */
export const proposalsRoute = createLazyRoute('/proposals')({
  component: () => (
    <SignInNeeded page={words.list.title}>
      <Proposals />
    </SignInNeeded>
  ),
})
