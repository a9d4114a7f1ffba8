/**
 * What the NHS components fetch as `nhsuk-frontend` (web/vite.config.ts): the behaviours of those that the portal uses, and not of all there
 * are. Another component that has one fails without its line here.
 */
export { Button } from 'nhsuk-frontend/dist/nhsuk/components/button/button.mjs'
export { Checkboxes } from 'nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs'
export { ErrorSummary } from 'nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs'
export { NotificationBanner } from 'nhsuk-frontend/dist/nhsuk/components/notification-banner/notification-banner.mjs'
export { Radios } from 'nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs'
export { SkipLink } from 'nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs'
