// @ts-check
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {make, setText, whenPainted} from './dom.js'
import {fieldsOnOpen, problemOf} from './field.js'
import {inTurn} from './in-turn.js'

/** @type {[string, string][]} */
const STATES = [['not-asked', 'Not asked yet'], ['asked', 'Asked, no reply yet'], ['confirmed', 'Confirmed in writing']]

/**
 * <plan-parties> keeps which third parties the practice uses, whom to reach, and what each was told when.
 * Wraps the list that macros/render/plan.py writes; the reader's own parties are added to its end.
 * Without JavaScript: the list, to read, print and tick on paper.
 */
export class PlanPartiesElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    const connection = new AbortController()
    this.#connection = connection
    this.addEventListener('change', event => {
      const box = /** @type {HTMLInputElement} */ (event.target)
      if (box.type === 'checkbox') setUsed(box.closest('li')?.dataset.party ?? '', box.checked) // from the first moment on: none is lost
    }, connection)
    inTurn(this, () => connection.signal.aborted || startParties(this, connection))
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */

/** @param {HTMLElement} element @param {AbortController} connection */
function startParties(element, connection) {
  const list = /** @type {HTMLElement} */ (element.querySelector('ul'))
  const count = /** @type {HTMLElement} */ (element.querySelector('.app-checklist__count'))
  const rows = new Map([...list.querySelectorAll('li')].map(row => [row.dataset.party ?? '', startParty(row, row.dataset.party ?? '')]))
  element.append(formLater())
  /** @type {Outlook | undefined} */
  let outlook
  const show = () => {
    for (const id of ownParties(rows)) if (!rows.has(id)) rows.set(id, startParty(partyRow(list, id), id))
    rows.forEach(row => row(outlook))
    const used = [...rows.keys()].filter(isUsed)
    const told = used.filter(id => store.plan.parties[id].told?.length)
    setText(count, used.length ? `${used.length} in use, ${told.length} told${outlook?.toldAgain ?? ''}` : 'Tick each one that you use')
    element.classList.toggle('is-used', used.length > 0)
    if (used.length) import('./party-table.js').then(({showPartyTable}) => showPartyTable(element, used, store.plan, outlook))
  }
  show()
  store.subscribe(whenPainted(show), connection)
  subscribeDates(() => {}, connection, found => {
    outlook = found
    element.classList.add('is-dated')
    show()
  })
}

const atParty = (/** @type {string} */ id, /** @type {string} */ name) => `parties/${id}/${name}`
const isUsed = (/** @type {string} */ id) => Boolean(store.plan.parties[id]) && valueAt(store.plan, atParty(id, 'removed')) !== 'yes'
/** The reader's own, without those that were struck off before this page was opened. @param {Map<string, any>} shown */
const ownParties = shown => Object.keys(store.plan.parties).filter(id => valueAt(store.plan, atParty(id, 'title')) && (shown.has(id) || isUsed(id)))

/** @param {string} id @param {boolean} uses */
function setUsed(id, uses) {
  store.change((plan, stamp) => {
    const kept = withValue(plan, atParty(id, 'removed'), uses ? '' : 'yes', stamp)
    return uses && !valueAt(plan, atParty(id, 'state')) ? withValue(kept, atParty(id, 'state'), 'not-asked', stamp) : kept
  })
}

/** @param {HTMLElement} row @param {string} id @returns {(outlook?: Outlook) => void} */
function startParty(row, id) {
  const box = /** @type {HTMLInputElement} */ (row.querySelector('input'))
  const due = /** @type {HTMLElement} */ (row.querySelector('.app-task__due'))
  const notice = due.textContent ?? ''
  /** @type {(() => void) | undefined} */
  let refreshFields
  let shown = ''
  return outlook => {
    const isOurs = isUsed(id)
    const known = outlook?.party(id)
    box.checked = isOurs
    const now = JSON.stringify([isOurs, store.plan.parties[id], known])
    if (now === shown) return
    shown = now
    const date = known?.notice ?? notice
    if (isOurs) {
      due.replaceChildren('We use it. ', make('b', {class: known?.isLate ? 'app-tag is-late' : ''}, known?.state || (STATES.find(([value]) => value === valueAt(store.plan, atParty(id, 'state')))?.[1] ?? '')), ...(known?.told ? [make('span', {}, known.again || known.told, make('br'))] : []), date)
      refreshFields ??= startDetails(row, due, id)
    } else setText(due, date)
    if (valueAt(store.plan, atParty(id, 'title'))) setText(/** @type {HTMLElement} */ (row.querySelector('.app-task__why')), valueAt(store.plan, atParty(id, 'what')))
    refreshFields?.()
  }
}

/** Details are for a party that is in use. @param {HTMLElement} row @param {HTMLElement} due @param {string} id */
function startDetails(row, due, id) {
  const details = row.querySelector('details') ?? make('details', {}, make('summary', {}, 'Details'))
  due.before(details)
  details.querySelector('summary').append(make('span', {class: 'app-hidden'}, `: ${row.querySelector('label')?.textContent}`))
  return fieldsOnOpen(details, 'partyFields', id, STATES)
}

/** A row for a party of the reader's own. @param {HTMLElement} list @param {string} id */
function partyRow(list, id) {
  const title = valueAt(store.plan, atParty(id, 'title'))
  const row = make(
    'li',
    {class: 'app-task', 'data-party': id},
    make('label', {}, make('input', {type: 'checkbox'}), title),
    make('p', {class: 'app-task__why'}),
    make('p', {class: 'app-task__due'}),
  )
  list.append(row)
  return row
}

/** The form for one's own is fetched when the page stands; its room is kept. */
function formLater() {
  const place = make('div', {class: 'app-party-form'})
  setTimeout(async () => {
    const {partyForm} = await import('./party-form.js')
    place.replaceChildren(partyForm({store, valueAt, withValue, make, problemOf}))
  })
  return place
}
