import { afterAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { focusTroubles, watchingFocus } from './focus.ts'

/** What every test in a browser holds its pages to: that it finds what is wrong. */

const browser = await openBrowser()
afterAll(() => browser.close())

const page = await browser.newPage()
const said: string[] = []
page.on('console', (message) => said.push(message.text()))

const told = (what: string, times: number) =>
  expect.poll(() => [said.length, said.at(-1)], { timeout: 5_000 }).toEqual([times, what])

describe('the way of the keyboard over a page', () => {
  test.each([
    {
      wrong: 'nothing',
      html: '<a href="#">One</a> <button>Two</button><p><label><input type="radio" name="a"> Three</label></p>',
    },
    {
      wrong: 'Tab goes back to button',
      html: '<div style="display: flex; flex-direction: column-reverse"><button>One</button><button id="it">Two</button></div>',
    },
    {
      wrong: 'Tab goes back to button',
      html: '<div style="display: flex; flex-direction: row-reverse"><button>One</button><button id="it">Two</button></div>',
    },
    { wrong: 'Tab leads to what nobody sees: button', html: '<button id="it" style="opacity: 0">One</button>' },
    {
      wrong: 'Tab leads to what nobody sees: a',
      html: '<a id="it" href="#" style="position: absolute; left: -9999px">One</a>',
    },
    {
      wrong: 'Nothing shows that the focus is on a',
      html: '<style>a:focus { outline: none }</style><a id="it" href="#">One</a>',
    },
    {
      wrong: 'Nothing shows that the focus is on input',
      html: '<style>input { opacity: 0 }</style><input type="checkbox" id="it"><label for="it">One</label>',
    },
  ])('finds $wrong', async ({ wrong, html }) => {
    await page.setContent(html)
    const found = await focusTroubles(page)
    expect(found[0]?.split('#')[0] ?? 'nothing').toBe(wrong)
  })

  test('finds faults that do not take the focus, and an action that leaves it nowhere', async () => {
    await page.setContent(
      '<form onsubmit="event.preventDefault()"><button>Send</button></form><button id="it">Done</button>',
    )
    await page.evaluate(watchingFocus(200))
    await page.evaluate(
      'document.forms[0].insertAdjacentHTML("beforebegin", "<div class=nhsuk-error-summary tabindex=-1>Wrong</div>")',
    )
    await told('The faults did not take the focus. On blank', 1)
    await page.getByRole('button', { name: 'Send' }).press('Enter')
    await told('The faults did not take the focus. On blank', 2)
    await page.evaluate('it.focus(); it.remove()')
    await told('The focus fell off the page. On blank', 3)
  })
})
