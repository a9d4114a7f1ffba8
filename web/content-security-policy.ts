/** What else goes with each page: no other site's page may hold it or load its parts, and it uses no device of the reader's. */
export const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * What the browser lets the portal's pages do: nothing inline or from elsewhere, never in a frame. Whoever serves them says it.
 * @param connectTo what else they send to: the sign-in, the store of sealed documents
 */
export const contentSecurityPolicy = (connectTo: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // A document that is read is shown from the page's own memory.
    "img-src 'self' blob:",
    'frame-src blob:',
    ['connect-src', "'self'", ...connectTo].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
