import { useEffect } from 'react'

/** Milliseconds in which a page may put the focus where it belongs. */
const OWN_CHOICE = 100

/**
 * Where what had the focus goes away, such as a form that is done, the focus goes to the heading of what is left around it. Else it
 * would be nowhere: the keyboard begins again at the top of the page, and a screen reader says nothing.
 */
export function useFocusLeft(): void {
  useEffect(() => {
    let around: Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? outward(target) : []
    }
    const look = () => {
      timer = undefined
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return
      const left = around.find((one) => one.isConnected && one.closest('main'))
      focusIn(left ?? document.body)
    }
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, OWN_CHOICE)
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

/** It, and all that is around it. */
const outward = (one: Element): Element[] => (one.parentElement ? [one, ...outward(one.parentElement)] : [one])

function focusIn(place: Element): void {
  const heading = place.querySelector<HTMLElement>('h1, h2, h3, h4') ?? document.getElementById('maincontent')
  if (!heading) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
