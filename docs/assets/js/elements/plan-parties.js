// @ts-check
import {inWords} from '../plan/dates.js'
import {addTold, valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {button, freshId, localDay, make, setText} from './dom.js'
import {field} from './field.js'

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
    this.#connection = new AbortController()
    const list = /** @type {HTMLElement} */ (this.querySelector('ul'))
    const count = /** @type {HTMLElement} */ (this.querySelector('.app-checklist__count'))
    const rows = new Map([...list.querySelectorAll('li')].map(row => [row.dataset.party ?? '', startParty(row, row.dataset.party ?? '')]))
    this.append(partyForm())
    const show = () => {
      for (const id of ownParties()) if (!rows.has(id)) rows.set(id, startParty(partyRow(list, id), id))
      rows.forEach(row => row())
      const used = [...rows.keys()].filter(isUsed)
      const told = used.filter(id => store.plan.parties[id]?.told?.length)
      setText(count, used.length ? `${used.length} in use, ${told.length} told` : 'Tick each one that you use')
    }
    show()
    store.subscribe(show, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

const atParty = (/** @type {string} */ id, /** @type {string} */ name) => `parties/${id}/${name}`
const isUsed = (/** @type {string} */ id) => Boolean(store.plan.parties[id]) && valueAt(store.plan, atParty(id, 'removed')) !== 'yes'
const ownParties = () => Object.keys(store.plan.parties).filter(id => valueAt(store.plan, atParty(id, 'title')))

/** @param {string} id @param {boolean} uses */
function setUsed(id, uses) {
  store.change((plan, stamp) => {
    const kept = withValue(plan, atParty(id, 'removed'), uses ? '' : 'yes', stamp)
    return uses && !valueAt(plan, atParty(id, 'state')) ? withValue(kept, atParty(id, 'state'), 'not-asked', stamp) : kept
  })
}

/** @param {HTMLElement} row @param {string} id @returns {() => void} */
function startParty(row, id) {
  const box = /** @type {HTMLInputElement} */ (row.querySelector('input'))
  const due = /** @type {HTMLElement} */ (row.querySelector('.app-task__due'))
  const details = /** @type {HTMLDetailsElement} */ (row.querySelector('details'))
  const notice = due.textContent ?? ''
  details.querySelector('summary')?.append(make('span', {class: 'app-hidden'}, `: ${row.querySelector('label')?.textContent}`))
  /** @type {{refresh: () => void}[]} */
  let fields = []
  box.addEventListener('change', () => setUsed(id, box.checked))
  details.addEventListener('toggle', () => {
    if (details.open && !fields.length) fields = partyFields(details, id)
  })
  return () => {
    box.checked = isUsed(id)
    const told = store.plan.parties[id]?.told ?? []
    const state = STATES.find(([value]) => value === valueAt(store.plan, atParty(id, 'state')))?.[1] ?? ''
    const last = told.at(-1)
    due.replaceChildren(...(box.checked ? [make('b', {}, state)] : []), box.checked && last ? `Told ${inWords(last.date, 'brief')}` : notice)
    fields.forEach(one => one.refresh())
  }
}

/** @param {HTMLElement} details @param {string} id */
function partyFields(details, id) {
  const fields = [
    field({path: atParty(id, 'contact'), label: 'Contact'}),
    field({path: atParty(id, 'state'), label: 'What they said', type: 'choice', choices: STATES}),
    field({path: atParty(id, 'asked'), label: 'Asked on', type: 'date'}),
    field({path: atParty(id, 'confirmed'), label: 'Confirmed for', type: 'date'}),
  ]
  const told = toldList(id)
  fields[0].root.classList.add('app-private')
  details.append(make('div', {class: 'app-details'}, ...fields.map(one => one.root)), told.root)
  return [...fields, told]
}

/** What the party was told: each date that it was told, and when. It is kept for good. @param {string} id */
function toldList(id) {
  const list = make('ul')
  const dateId = freshId()
  const date = make('select', {id: dateId, autocomplete: 'off'})
  const record = button('Record that they were told', () => {
    const entry = {id: crypto.randomUUID(), date: date.value, on: localDay()}
    store.change((plan, stamp) => addTold(plan, id, {...entry, by: stamp.by ?? '', at: stamp.at, device: stamp.device}))
  }, 'is-quiet')
  const root = make('div', {}, list, make('div', {class: 'app-buttons app-field'}, record))
  const refresh = () => {
    const goLive = valueAt(store.plan, 'goLive')
    date.value = goLive
    record.disabled = !goLive
    setText(record, goLive ? `Record: told today of Go Live ${inWords(goLive, 'short')}` : 'Enter the Go Live date to record what they were told')
    list.replaceChildren(...(store.plan.parties[id]?.told ?? []).map(one => make('li', {}, toldWords(one))))
  }
  refresh()
  return {root, refresh}
}

/** @param {{date: string, on: string, by?: string}} entry */
function toldWords({date, on, by}) {
  return `Told Go Live ${inWords(date, 'short')}, on ${inWords(on, 'short')}${by ? ` by ${by}` : ''}`
}

/** A row for a party of the reader's own. @param {HTMLElement} list @param {string} id */
function partyRow(list, id) {
  const title = valueAt(store.plan, atParty(id, 'title'))
  const row = make(
    'li',
    {class: 'app-task', 'data-party': id},
    make('label', {}, make('input', {type: 'checkbox', autocomplete: 'off'}), title),
    make('details', {}, make('summary', {}, 'Details')),
    make('p', {class: 'app-task__due'}),
  )
  list.append(row)
  return row
}

function partyForm() {
  const id = freshId()
  const title = make('input', {id, type: 'text', autocomplete: 'off', maxlength: 200})
  const form = make('form', {class: 'app-fields'}, make('div', {class: 'app-field'}, make('label', {for: id}, 'Another third party'), title), make('button', {class: 'app-button is-quiet'}, 'Add a third party'))
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    const text = title.value.trim()
    if (!text) return title.focus()
    const party = `own-${crypto.randomUUID()}`
    store.change((plan, stamp) => withValue(withValue(plan, atParty(party, 'title'), text, stamp), atParty(party, 'state'), 'not-asked', stamp))
    title.value = ''
    title.focus()
  })
  return form
}
