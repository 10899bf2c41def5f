// @ts-check
import {loadDates} from '../catalogue.js'
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {make, setText, whenPainted} from './dom.js'
import {field, fieldsOnOpen, problemOf} from './field.js'
import {inTurn} from './in-turn.js'

const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/**
 * <plan-fields> puts a field into each blank of the plan: practice, seats, the weekly meeting.
 * Wraps the markup of macros/render/plan.py: each `data-field` is a path of the plan.
 * Without JavaScript: the labels and lines to write on.
 */
export class PlanFieldsElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    const connection = new AbortController()
    this.#connection = connection
    inTurn(this, () => connection.signal.aborted || fillAll(this, connection))
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} element @param {AbortController} connection */
function fillAll(element, connection) {
  const all = (/** @type {string} */ which) => /** @type {HTMLElement[]} */ ([...element.querySelectorAll(which)])
  const groups = [all('[data-field]').map(fill), ...all('[data-seat]').map(fillSeat)]
  const body = element.querySelector('.app-seats tbody')
  if (body) setTimeout(async () => (await import('./party-form.js')).ownSeats(/** @type {HTMLElement} */ (body), {store, valueAt, withValue, make, problemOf, connection, fill: row => groups.push(fillSeat(row))}))
  store.subscribe(whenPainted(() => groups.forEach(fields => fields.forEach(one => one.refresh()))), connection)
}

/** @param {HTMLElement} blank */
function fill(blank) {
  const {field: path = '', type, choices} = blank.dataset
  const made = field({
    path,
    label: blank.textContent ?? '',
    type: type === 'day' || choices ? 'choice' : type === 'date' ? 'date' : 'text',
    choices: choices ? JSON.parse(choices) : DAYS.map(day => [day, day || 'Choose a day']),
    hint: type === 'date' ? 'For example, 8 June 2027' : '',
    save: /^goLive|^division/.test(path) ? value => shownFirst(path, value) : undefined,
  })
  if (path === 'goLive') { // what speaks against it, beside the field
    const warning = make('p', {class: 'app-field__warn', 'aria-live': 'polite'})
    made.root.append(warning)
    subscribeDates(() => {}, new AbortController(), outlook => setText(warning, outlook?.warning ?? ''))
  }
  if (path.endsWith('/link')) made.root.classList.add('app-private')
  made.root.id = blank.id
  blank.replaceWith(made.root)
  return made
}

/** A first date is entered, and one is taken away, at once; what would move the dates that stand is shown before it does. @param {string} path @param {string} value */
async function shownFirst(path, value) {
  if (valueAt(store.plan, 'goLive') && (value || path !== 'goLive')) (await import('./go-live-preview.js')).preview(path, value, store, loadDates)
  else store.change((plan, stamp) => withValue(plan, path, value, stamp))
}

/**
 * Fields for the name and the cover of a seat; for the rest when its details are opened.
 * The last cell repeats the rest as text, for paper.
 * @param {HTMLElement} row
 */
function fillSeat(row) {
  const [head, ...cells] = /** @type {HTMLElement[]} */ ([...row.children])
  const title = head.firstChild?.textContent ?? ''
  const path = (/** @type {string} */ name) => `seats/${row.dataset.seat}/${name}`
  const fields = ['Name', 'Cover'].flatMap((label, at) => {
    cells[at].dataset.label = label
    if (cells[at].textContent) return []
    const isNotes = row.dataset.seat === 'note-taker' && label === 'Name' // one value: it is asked at the top too
    const made = field({path: isNotes ? 'choices/note-taker' : path(label.toLowerCase()), label, root: cells[at], name: `${label}: ${title}`})
    return [made]
  })
  const rest = [path('organisation'), path('contact')]
  const details = make('details', {class: 'app-private'}, make('summary', {}, 'Contact', make('span', {class: 'app-hidden'}, `: ${title}`)))
  const refreshRest = fieldsOnOpen(details, 'seatFields', rest)
  head.append(details)
  const refresh = () => {
    setText(cells[2], rest.map(one => valueAt(store.plan, one)).filter(Boolean).join(', '))
    refreshRest()
  }
  refresh()
  fields.push({root: cells[2], input: null, refresh})
  return fields
}
