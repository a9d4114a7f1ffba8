import type { Page } from 'playwright-core'

/**
 * What keeps somebody who uses the keyboard from finding their way on the page as it is: a place that Tab reaches out of the order in
 * which the page is read, where nothing shows, or that shows no change when it is reached. One of each kind is tried. The page is told
 * nothing of it.
 */
export const focusTroubles = (page: Page): Promise<string[]> => page.evaluate(`(${troubles})()`)

const troubles = `() => {
  const told = (one) => one.tagName.toLowerCase() + '#' + one.id + ' “' + (one.labels?.[0] ?? one).textContent.trim().slice(0, 40) + '”'
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex]')]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  // A choice and a tick are drawn beside the field that they belong to, which nobody sees.
  const shown = (one) => ['radio', 'checkbox'].includes(one.type) ? (one.labels[0] ?? one) : one
  const seen = (one) => one.checkVisibility({ opacityProperty: true })
  const boxes = new Map(all.map((one) => [one, shown(one).getBoundingClientRect()]))

  const hidden = all.filter((one) => {
    const { width, height, right, bottom } = boxes.get(one)
    return !one.closest('.nhsuk-skip-link') &&
      (width < 8 || height < 8 || right + scrollX < 1 || bottom + scrollY < 1 || !seen(shown(one)))
  })

  // Back to the left on the same line, or up in the same column.
  const outOfOrder = all.slice(1).filter((one, index) => {
    if ([one, all[index]].some((either) => either.closest('.nhsuk-skip-link'))) return false
    const before = boxes.get(all[index])
    const now = boxes.get(one)
    const sameLine = now.top < before.bottom - 4 && before.top < now.bottom - 4
    const sameColumn = now.left < before.right - 4 && before.left < now.right - 4
    return (sameLine && now.right <= before.left + 4) || (sameColumn && now.bottom <= before.top + 4)
  })

  const looks = (one) => [one, shown(one), ...shown(one).querySelectorAll('span')].filter(seen).flatMap((part) => [undefined, '::before', '::after'].map((pseudo) => {
    const { outline, boxShadow, border, backgroundColor, color } = getComputedStyle(part, pseudo)
    return [outline, boxShadow, border, backgroundColor, color].join()
  })).join(' ')
  const unheard = ['focus', 'blur', 'focusin', 'focusout']
  const keep = (event) => event.stopImmediatePropagation()
  for (const name of unheard) addEventListener(name, keep, true)
  const had = document.activeElement
  const kinds = Map.groupBy(all, (one) => one.tagName + one.type + one.className)
  const unseen = [...kinds.values()].map(([one]) => one).filter((one) => {
    one.blur()
    const without = looks(one)
    one.focus({ preventScroll: true })
    return document.activeElement !== one || looks(one) === without
  })
  document.activeElement?.blur()
  if (had !== document.body) had.focus({ preventScroll: true })
  for (const name of unheard) removeEventListener(name, keep, true)

  return [
    ...hidden.map((one) => 'Tab leads to what nobody sees: ' + told(one)),
    ...outOfOrder.map((one) => 'Tab goes back to ' + told(one) + ' after ' + told(all[all.indexOf(one) - 1])),
    ...unseen.map((one) => 'Nothing shows that the focus is on ' + told(one)),
  ]
}`

/**
 * In the page, all along: a list of faults takes the focus when it comes and each time that the form is sent again, and nothing that goes
 * away leaves the focus nowhere.
 *
 * @param patience what the page has for it, in milliseconds
 */
export const watchingFocus = (patience: number): string => `{
  const trouble = (says) => console.error(says + ' On ' + location.pathname)
  const list = () => document.querySelector('.nhsuk-error-summary')
  const later = (look) => setTimeout(look, ${patience})
  let last
  let acts = 0
  const inFaults = () => {
    const before = acts
    later(() => {
      // Whoever has gone on since is elsewhere.
      if (acts === before && list() && !list().contains(document.activeElement)) trouble('The faults did not take the focus.')
    })
  }
  for (const name of ['keydown', 'pointerdown', 'input']) addEventListener(name, () => { acts += 1 }, true)
  addEventListener('focusin', ({ target }) => { last = target }, true)
  addEventListener('submit', () => requestAnimationFrame(() => { if (list()) inFaults() }), true)
  new MutationObserver((changes) => {
    const came = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((one) => one instanceof Element)
    if (came.some((one) => one.matches('.nhsuk-error-summary') || one.querySelector('.nhsuk-error-summary'))) inFaults()
    const left = last
    if (left && !left.isConnected) later(() => {
      if (last === left && document.activeElement === document.body) trouble('The focus fell off the page.')
    })
  }).observe(document, { childList: true, subtree: true })
}`
