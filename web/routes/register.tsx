import { createLazyRoute } from '@tanstack/react-router'
import { RegisterPage } from '../features/register/register-page.tsx'
import { words } from '../features/register/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'

/** The register of interests, for those who keep it and who audits it. */
export const registerRoute = createLazyRoute('/register')({
  component: () => (
    <SignInNeeded page={words.title}>
      <RegisterPage />
    </SignInNeeded>
  ),
})
