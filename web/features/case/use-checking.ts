import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * Whether what was typed into a form is shown once more before it is done: a place of its own in the history, so that Back leads
 * to the form.
 * @param form tells the forms of a page apart
 */
export function useChecking(form: string): [checking: boolean, check: (on: boolean) => Promise<void>] {
  const { check } = useSearch({ strict: false })
  const navigate = useNavigate()
  return [
    check === form,
    (on) => navigate({ to: '.', search: (before) => ({ ...before, check: on ? form : undefined }) }),
  ]
}
