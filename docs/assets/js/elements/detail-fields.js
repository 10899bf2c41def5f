// @ts-check
/**
 * The fields inside the details of a task, a third party, an action and a seat.
 * Loaded when details are opened first, so it gets the store and the fields of the page and imports neither.
 */
import {inWords} from '../plan/dates.js'
import {setNotApplicable, tick, tickState, valueAt, withValue} from '../plan/plan.js'
import {firmWords, standingOf, withDate, withSaid, withFirmness} from '../plan/standing.js'
import {button, make, setText} from './dom.js'
import {toldForm} from './told-form.js'

/** @typedef {{store: typeof import('../store.js').store, field: typeof import('./field.js').field, subscribeDates: typeof import('./dates-source.js').subscribeDates}} Page */
/** @typedef {{root: HTMLElement, input?: any, refresh: () => void}} Part */

const NO_PATIENTS = 'No patient details: no names, NHS numbers, dates of birth or initials.'
const EXAMPLE = 'For example, 8 June 2027'
/** @type {[string, string][]} */
const DATE_STATES = [['', 'Suggested'], ['agreed', 'Agreed'], ['confirmed', 'Confirmed']]
/** @type {[string, string][]} */
const STATUS_CHOICES = [['', 'Not started'], ['in-progress', 'In progress'], ['blocked', 'Blocked']]

/** When a third party of the reader's own changes: the days of plan/parties.js. @type {[string, string][]} */
const OWN_OFF = [['', 'Nothing is switched off'], ['links-off', 'When links go off'], ['final-data-production', 'At final data production']]
/** @type {[string, string][]} */
const OWN_BACK = [['', 'No day yet'], ['go-live', 'At Go Live'], ['links-back-on', 'With the other third parties']]

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {HTMLElement} row @returns {Part[]} */
export function taskFields({store, field}, details, id, row) {
  const at = (/** @type {string} */ name) => `tasks/${id}/${name}`
  const fields = [
    field({path: at('owner'), label: 'Owner', list: 'people'}),
    field({path: at('due'), label: 'Target date', type: 'date', hint: EXAMPLE}),
    field({path: at('status'), label: 'Status', type: 'choice', choices: STATUS_CHOICES}),
  ]
  if (!('private' in row.dataset)) fields.push(wide(field({path: at('notes'), label: 'Note', type: 'note', hint: NO_PATIENTS})))
  const isSafety = 'safety' in row.dataset
  const why = [wide(field({
    path: at('reason'),
    label: 'Reason',
    hint: `Why this does not apply to your practice. Without a reason${isSafety ? ' and a name' : ''} it stays open.`,
    save: text => store.change((plan, stamp) => withReason(plan, id, {reason: text}, isSafety, stamp)),
  }))]
  if (isSafety) why.push(field({path: at('decidedBy'), label: 'Decided by', list: 'people', save: text => store.change((plan, stamp) => withReason(plan, id, {decidedBy: text}, isSafety, stamp))}))
  const panel = grid(why)
  const title = row.querySelector('label')?.textContent
  const not = button('', () => {
    const isNot = tickState(store.plan, id) === 'na'
    if (isNot) store.change((plan, stamp) => tick(plan, id, false, stamp))
    panel.hidden = isNot || !panel.hidden
    if (!panel.hidden) why[0].input.focus()
  }, 'is-link')
  const refresh = () => {
    const isNot = tickState(store.plan, id) === 'na'
    setText(not, isNot ? `It does apply: ${title}` : `Not applicable: ${title}`)
    if (isNot) panel.hidden = false
  }
  panel.hidden = true
  details.append(grid(fields), not, panel)
  refresh()
  return [...fields, ...why, {root: not, refresh}]
}

/**
 * A reason makes it not applicable, for a safety task a reason and a name; without them it applies.
 * @param {any} plan @param {string} id @param {Record<string, string>} given @param {boolean} isSafety @param {any} stamp
 */
function withReason(plan, id, given, isSafety, stamp) {
  const [[name, text]] = Object.entries(given)
  const written = withValue(plan, `tasks/${id}/${name}`, text, stamp)
  const [reason, who] = ['reason', 'decidedBy'].map(one => valueAt(written, `tasks/${id}/${one}`))
  if (reason && (who || !isSafety)) return setNotApplicable(written, id, reason, stamp)
  return tickState(plan, id) === 'na' ? withValue(written, `tasks/${id}/state`, 'open', stamp) : written
}

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {[string, string][]} states @returns {Part[]} */
export function partyFields(page, details, id, states) {
  const {store, field, subscribeDates} = page
  const at = (/** @type {string} */ name) => `parties/${id}/${name}`
  const own = () => [
    field({path: at('title'), label: 'Third party'}),
    field({path: at('what'), label: 'What it does'}),
    field({path: at('off'), label: 'Goes off', type: 'choice', choices: OWN_OFF}),
    field({path: at('back'), label: 'Comes back on', type: 'choice', choices: OWN_BACK}),
    wide(field({path: at('test'), label: 'How to test it'})),
  ]
  const contact = wide(field({path: at('contact'), label: 'Contact'}))
  const fields = [
    ...(valueAt(store.plan, at('title')) ? own() : []),
    contact,
    field({path: at('state'), label: 'What they said', type: 'choice', choices: states}),
    field({path: at('asked'), label: 'Asked on', type: 'date', hint: EXAMPLE}),
    field({path: at('confirmed'), label: 'Confirmed for', type: 'date', hint: 'The date in their reply. Without it nothing is confirmed.'}),
  ]
  const told = toldForm(page, id)
  contact.root.classList.add('app-private')
  const dates = make('ul', {class: 'app-coming', hidden: true})
  subscribeDates(outlook => {
    dates.hidden = !outlook
    dates.replaceChildren(...(outlook?.daysOf(id) ?? []).map(({title, date}) => make('li', {}, make('time', {datetime: date}, inWords(date, 'brief')), ` ${title}`)))
    told.show(outlook)
  }, new AbortController())
  details.append(grid(fields), dates, told.root)
  return [...fields, told]
}

/** @param {Page} page @param {HTMLElement} details @param {string} id @param {[string, string][]} phases @param {(id: string) => void} onRemoved @returns {Part[]} */
export function actionFields({store, field}, details, id, phases, onRemoved) {
  const at = (/** @type {string} */ name) => `actions/${id}/${name}`
  const fields = [
    field({path: at('title'), label: 'Action'}),
    field({path: at('owner'), label: 'Owner', list: 'people'}),
    field({path: at('due'), label: 'Target date', type: 'date', hint: EXAMPLE}),
    field({path: at('status'), label: 'Status', type: 'choice', choices: STATUS_CHOICES}),
    field({path: at('phase'), label: 'Phase', type: 'choice', choices: [['', 'Any time'], ...phases]}),
    wide(field({path: at('notes'), label: 'Note', type: 'note', hint: NO_PATIENTS})),
  ]
  const remove = button('Remove this action', () => {
    store.change((plan, stamp) => withValue(plan, at('removed'), 'yes', stamp))
    onRemoved(id)
  }, 'is-link')
  details.append(grid(fields), remove)
  return fields
}

/**
 * A date of one's own is agreed at the least; an agreed or confirmed date without one is the date that is shown.
 * Who confirmed a date has not confirmed the one that takes its place, and the reader is told.
 * @param {Page} page @param {HTMLElement} details @param {string} id @returns {Part[]}
 */
export function milestoneFields({store, field}, details, id) {
  const at = (/** @type {string} */ name) => `milestones/${id}/${name}`
  const shown = () => details.closest('tr')?.querySelector('time')?.dateTime ?? ''
  const now = () => standingOf(store.plan, id, shown())
  const dated = () => (now().state && now().date) || shown()
  const said = make('p', {role: 'status', class: 'app-field__hint'})
  const move = (/** @type {string} */ date) => {
    const was = firmWords(store.plan, id)
    store.change((plan, stamp) => withDate(plan, id, date, stamp))
    setText(said, date && was && was !== firmWords(store.plan, id) ? `${was}. That was another date: ${inWords(date, 'short')} is agreed until it is confirmed.` : '')
  }
  const evidence = (/** @type {'by' | 'how'} */ name) => ({
    path: at(name),
    read: () => now()[name],
    save: (/** @type {string} */ words) => store.change((plan, stamp) => withSaid(plan, at(name), words, {...stamp, of: dated()})),
  })
  const fields = [
    field({path: at('date'), label: 'Date', type: 'date', hint: EXAMPLE, save: move}),
    field({path: at('state'), label: 'State', type: 'choice', choices: DATE_STATES, read: () => now().state, save: state => {
      store.change((plan, stamp) => withFirmness(plan, id, state && dated(), state, stamp))
      setText(said, '')
    }}),
    field({...evidence('by'), label: 'By whom', list: 'people'}),
    field({...evidence('how'), label: 'How, and when', hint: 'For example, e-mail of 2 March'}),
  ]
  details.append(grid(fields), said)
  return fields
}

/** @param {Page} page @param {HTMLElement} details @param {(name: string) => string} at - the path of a seat's field @returns {Part[]} */
export function seatFields({field}, details, at) {
  const fields = [field({path: at('organisation'), label: 'Organisation'}), field({path: at('contact'), label: 'Contact'})]
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
