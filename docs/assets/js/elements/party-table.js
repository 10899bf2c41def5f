// @ts-check
/**
 * The third parties in use, in one table for paper: whom to ring, when, and what was told.
 * Loaded when one is in use. It gets the plan and the dates of the page, and imports neither.
 */
import {inWords} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'
import {button, make} from './dom.js'

const COLUMNS = ['Third party', 'Contact', 'Notice by', 'Off', 'On', 'Told', 'Reply']

/** What the table of each list was made from, and what it says. @type {WeakMap<HTMLElement, {from: any[], said: string}>} */
const made = new WeakMap()

/**
 * @param {HTMLElement} element - the list that the table is made from
 * @param {string[]} used - in the order of the page
 * @param {import('../plan/plan.js').Plan} plan @param {import('../plan/outlook.js').Outlook | undefined} outlook
 */
export function showPartyTable(element, used, plan, outlook) {
  const from = [plan.parties, outlook, String(used)]
  const last = made.get(element)
  if (last && from.every((one, at) => one === last.from[at])) return
  const place = element.querySelector('.app-party-table') ?? make('div', {class: 'app-party-table'})
  if (!place.isConnected) element.append(make('div', {class: 'app-buttons'}, printParties()), place)
  element.classList.add('is-whole') // the style kept the room of the button
  const words = (/** @type {string} */ id, /** @type {string} */ which) => element.querySelector(`[data-party="${id}"] ${which}`)?.textContent ?? ''
  const day = (/** @type {string | undefined} */ iso) => (iso ? inWords(iso, 'brief') : '')
  const tellings = (/** @type {string} */ id) => (plan.parties[id].told ?? []).map(one => {
    const who = one.who ? ` by ${one.who}` : ''
    return `${outlook?.told(id, one) ?? day(one.date)}, on ${day(one.on)}${who}`
  }).join('; ')
  const rows = used.map(id => {
    const known = outlook?.party(id)
    return [words(id, 'label'), valueAt(plan, `parties/${id}/contact`), known?.notices.map(day).join(', ') ?? '', day(known?.days.off), day(known?.days.on), tellings(id), words(id, 'b')]
  })
  const said = JSON.stringify(rows)
  made.set(element, {from, said})
  if (said === last?.said) return
  place.replaceChildren(make(
    'table',
    {},
    make('caption', {}, 'Third parties in use'),
    make('thead', {}, make('tr', {}, ...COLUMNS.map(column => make('th', {scope: 'col'}, column)))),
    make('tbody', {}, ...rows.map(([title, ...cells]) => make('tr', {}, make('th', {scope: 'row'}, title), ...cells.map(cell => make('td', {}, cell))))),
  ))
}

/** Prints that table alone. */
function printParties() {
  return button('Print your third parties', () => {
    const root = document.documentElement.classList
    root.add('is-printing-parties')
    addEventListener('afterprint', () => root.remove('is-printing-parties'), {once: true})
    print()
  }, 'is-quiet')
}
