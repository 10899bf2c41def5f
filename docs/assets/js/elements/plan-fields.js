// @ts-check
import {loadDates} from '../catalogue.js'
import {WEEKDAYS} from '../plan/dates.js'
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {make, setText, whenPainted} from './dom.js'
import {field, fieldsOnOpen, problemOf} from './field.js'
import {inTurn, onceRead} from './in-turn.js'

/**
 * <plan-fields> puts a field into each blank of the plan: practice, seats, the weekly meeting.
 * Wraps the markup of macros/render/plan.py: each `data-field` is a path of the plan.
 * Without JavaScript: the labels and lines to write on.
 */
export class PlanFieldsElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    inTurn(this, onceRead(() => this.isConnected && fillAll(this, this.#connection)))
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} element @param {AbortController} connection */
function fillAll(element, connection) {
  /** @type {{refresh: () => void}[]} */
  const fields = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('[data-field]'))].map(fill)
  const seats = element.querySelector('tbody')
  const take = (/** @type {HTMLTableRowElement} */ row) => fields.push(...fillSeat(row))
  for (const row of seats?.rows ?? []) take(row)
  if (seats) setTimeout(async () => (await import('./party-form.js')).ownSeats(seats, {store, valueAt, withValue, make, setText, problemOf, connection, fill: take}))
  store.subscribe(whenPainted(() => fields.forEach(one => one.refresh())), connection)
}

/** @param {HTMLElement} blank */
function fill(blank) {
  const {field: path = '', type, choices} = blank.dataset
  const label = blank.textContent ?? ''
  blank.textContent = ''
  const made = field({
    path,
    label,
    root: blank,
    type: /** @type {'text' | 'date' | 'choice'} */ (type === 'day' ? 'choice' : type),
    choices: choices ? JSON.parse(choices) : ['', ...WEEKDAYS.slice(1, 6)].map(day => [day, day || 'Choose a day']),
    hint: type === 'date' ? 'For example, 8 June 2027' : '',
    save: /^goLive|^division|cutover$|access$/.test(path) ? value => shownFirst(path, value) : undefined,
  })
  if (path === 'goLive') { // what speaks against it, beside the field
    const warning = make('p', {class: 'app-field__warn', 'aria-live': 'polite'})
    blank.append(warning)
    subscribeDates(() => {}, new AbortController(), outlook => setText(warning, outlook?.warning ?? ''))
  }
  return made
}

/** A first date is entered, and one is taken away, at once; what would move the dates that stand is shown before it does. @param {string} path @param {string} value */
async function shownFirst(path, value) {
  if (valueAt(store.plan, 'goLive') && (value || path !== 'goLive')) (await import('./go-live-preview.js')).preview(path, value, store, loadDates)
  else store.change((plan, stamp) => withValue(plan, path, value, stamp))
}

/**
 * Fields for the name and the cover of a seat; for the rest when its details are opened.
 * @param {HTMLTableRowElement} row
 */
function fillSeat(row) {
  while (!row.cells[2]) row.insertCell()
  const [head, ...cells] = row.cells
  const title = head.firstChild?.textContent ?? ''
  const path = (/** @type {string} */ name) => `seats/${row.dataset.seat}/${name}`
  const fields = ['Name', 'Cover'].flatMap((label, at) => {
    cells[at].dataset.label = label
    if (cells[at].textContent) return []
    const isNotes = row.dataset.seat === 'note-taker' && label === 'Name' // one value: it is asked at the top too
    return [field({path: isNotes ? 'choices/note-taker' : path(label.toLowerCase()), label, root: cells[at], name: `${label}: ${title}`})]
  })
  const details = make('details', {class: 'app-private'}, make('summary', {}, 'Contact', make('span', {class: 'app-hidden'}, `: ${title}`)))
  const refresh = fieldsOnOpen(details, 'seatFields', path)
  head.append(details)
  return [...fields, {refresh}]
}
