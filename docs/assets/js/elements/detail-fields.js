// @ts-check
/**
 * The fields inside the details of a task, a third party, an action and a seat.
 * Loaded when details are opened first, so it gets the store and the fields of the page and imports neither.
 */
import {inWords} from '../plan/dates.js'
import {addTold, setNotApplicable, tick, tickState, valueAt, withValue} from '../plan/plan.js'
import {button, localDay, make, setText} from './dom.js'

/** @typedef {{store: typeof import('../store.js').store, field: typeof import('./field.js').field}} Page */
/** @typedef {{root: HTMLElement, input?: any, refresh: () => void}} Part */

const NO_PATIENTS = 'No patient details: no names, NHS numbers, dates of birth or initials.'
const EXAMPLE = 'For example, 8 June 2027'
/** @type {[string, string][]} */
const STATUS_CHOICES = [['', 'Not started'], ['in-progress', 'In progress'], ['blocked', 'Blocked']]

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {HTMLElement} row @returns {Part[]} */
export function taskFields({store, field}, details, id, row) {
  const at = (/** @type {string} */ name) => `tasks/${id}/${name}`
  const fields = [
    field({path: at('owner'), label: 'Owner', list: 'people'}),
    field({path: at('due'), label: 'Target date', type: 'date', hint: EXAMPLE}),
    field({path: at('status'), label: 'Status', type: 'choice', choices: STATUS_CHOICES}),
  ]
  if (!('private' in row.dataset)) fields.push(wide(field({path: at('notes'), label: 'Note', type: 'note', hint: NO_PATIENTS})))
  const reason = wide(field({
    path: at('reason'),
    label: 'Reason',
    hint: 'Why this does not apply to your practice.',
    save: text => store.change((plan, stamp) => withReason(plan, id, text, stamp)),
  }))
  const not = button(`Not applicable: ${row.querySelector('label')?.textContent}`, () => {
    if (tickState(store.plan, id) === 'na') store.change((plan, stamp) => tick(plan, id, false, stamp))
    else reason.root.hidden = !reason.root.hidden
    if (!reason.root.hidden) reason.input.focus()
  }, 'is-link')
  const refresh = () => {
    const isNot = tickState(store.plan, id) === 'na'
    not.setAttribute('aria-pressed', String(isNot))
    if (isNot) reason.root.hidden = false
  }
  reason.root.hidden = true
  details.append(grid(fields), not, reason.root)
  refresh()
  return [...fields, reason, {root: not, refresh}]
}

/** A reason makes it not applicable; without one it applies. @param {any} plan @param {string} id @param {string} text @param {any} stamp */
function withReason(plan, id, text, stamp) {
  if (text) return setNotApplicable(plan, id, text, stamp)
  return tickState(plan, id) === 'na' ? tick(plan, id, false, stamp) : plan
}

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {[string, string][]} states @returns {Part[]} */
export function partyFields({store, field}, details, id, states) {
  const at = (/** @type {string} */ name) => `parties/${id}/${name}`
  const fields = [
    field({path: at('contact'), label: 'Contact'}),
    field({path: at('state'), label: 'What they said', type: 'choice', choices: states}),
    field({path: at('asked'), label: 'Asked on', type: 'date', hint: EXAMPLE}),
    field({path: at('confirmed'), label: 'Confirmed for', type: 'date', hint: EXAMPLE}),
  ]
  const told = toldList(store, id)
  fields[0].root.classList.add('app-private')
  details.append(grid(fields), told.root)
  return [...fields, told]
}

/** What the party was told: each date, and when. It is kept for good. @param {Page['store']} store @param {string} id @returns {Part} */
function toldList(store, id) {
  const list = make('ul')
  const record = button('', () => store.change((plan, stamp) => {
    const entry = {id: crypto.randomUUID(), date: valueAt(plan, 'goLive'), on: localDay()}
    return addTold(plan, id, {...entry, ...stamp})
  }), 'is-quiet')
  const root = make('div', {}, list, make('div', {class: 'app-buttons'}, record))
  const refresh = () => {
    const goLive = valueAt(store.plan, 'goLive')
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

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {[string, string][]} phases @returns {Part[]} */
export function actionFields({store, field}, details, id, phases) {
  const at = (/** @type {string} */ name) => `actions/${id}/${name}`
  const fields = [
    field({path: at('title'), label: 'Action'}),
    field({path: at('owner'), label: 'Owner', list: 'people'}),
    field({path: at('due'), label: 'Target date', type: 'date', hint: EXAMPLE}),
    field({path: at('status'), label: 'Status', type: 'choice', choices: STATUS_CHOICES}),
    field({path: at('phase'), label: 'Phase', type: 'choice', choices: [['', 'Any time'], ...phases]}),
    wide(field({path: at('notes'), label: 'Note', type: 'note', hint: NO_PATIENTS})),
  ]
  const remove = button('Remove this action', () => store.change((plan, stamp) => withValue(plan, at('removed'), 'yes', stamp)), 'is-link')
  details.append(grid(fields), remove)
  return fields
}

/** @param {Page} page @param {HTMLElement} details @param {string[]} paths of organisation and contact @returns {Part[]} */
export function seatFields({field}, details, [organisation, contact]) {
  const fields = [field({path: organisation, label: 'Organisation'}), field({path: contact, label: 'Contact'})]
  details.append(...fields.map(one => one.root))
  return fields
}

/** @param {Part[]} fields */
const grid = fields => make('div', {class: 'app-details'}, ...fields.map(one => one.root))

/** @template {Part} T @param {T} part @returns {T} */
function wide(part) {
  part.root.classList.add('is-wide')
  return part
}
