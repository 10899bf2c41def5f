// @ts-check
/** Copies of the actions for other programs. Loaded on demand, so it gets the plan and imports no store. */
import {cutoverLines, emailDates, emailOf, goOnLines, stopLines} from '../exports/summary.js'
import {toHtmlTable, toTsv} from '../exports/table.js'
import {CAUTION} from '../plan/dates.js'
import {outcomeOf} from '../plan/outcomes.js'
import {dueOf, schedule} from '../plan/schedule.js'
import {tickState, valueAt} from '../plan/plan.js'
import {dateOf} from './actions-list.js'
import {localDay, make} from './dom.js'

/** @typedef {import('./actions-list.js').Action} Action */
/** @typedef {import('../plan/plan.js').Plan} Plan */

const COLUMNS = ['Phase', 'Action', 'Owner', 'Target date', 'Status']
const REFUSED = 'Your browser did not allow the copy. Select the text and copy it yourself.'

/** @param {[string, Action[]][]} groups @returns {Promise<string>} what to tell the reader */
export async function copyTable(groups) {
  const rows = groups.flatMap(([phase, group]) => group.map(action => [phase, action.title, action.owner || 'No one yet', dateOf(action, 'short'), action.status]))
  const content = {caption: `Your actions. ${CAUTION}`, columns: COLUMNS, rows}
  const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], {type})
  const item = new ClipboardItem({'text/html': blob('text/html', toHtmlTable(content)), 'text/plain': blob('text/plain', toTsv(content))})
  return navigator.clipboard.write([item]).then(() => `Copied a table of ${rows.length} actions. Paste it into Word, Outlook or Excel.`, () => REFUSED)
}

/**
 * @param {[string, Action[]][]} groups @param {Plan} plan
 * @param {HTMLElement} shown where the text is shown as well
 * @returns {Promise<string>} what to tell the reader
 */
export async function copyEmail(groups, plan, shown) {
  const {dueOfTask, settled, ...dates} = await datesOf(plan)
  const tasks = tasksOfPage(plan, dueOfTask)
  const text = emailOf(plan, {...dates, ...tasks, agreed: [...settled, ...tasks.agreed], parties: partiesOfPage(plan), seats: seatsOfPage(), actions: openActions(groups), today: localDay()})
  shown.replaceChildren(make('div', {class: 'app-field'}, make('label', {for: 'email-text'}, 'Text for the e-mail'), Object.assign(make('textarea', {id: 'email-text', rows: '16', readonly: true}), {value: text})))
  return navigator.clipboard.writeText(text).then(() => 'Copied. Paste it into an e-mail.', () => REFUSED)
}

/** Decisions of gates, the cutover, and dates with those of tasks; without a Go Live date, or the rules, there are no dates. @param {Plan} plan */
async function datesOf(plan) {
  const none = {stopped: stopLines(plan, {}), settled: goOnLines(plan, {}), dueOfTask: () => ''}
  try {
    const data = await (await fetch(document.getElementById('journey')?.dataset.dates ?? '')).json()
    const found = schedule(data, plan, localDay())
    if ('problem' in found) return none
    const titles = new Map(data.milestones.map((/** @type {{id: string, title: string}} */ {id, title}) => [id, title]))
    const gates = Object.fromEntries(Object.entries(data.gates).map(([gate, milestone]) => [gate, titles.get(milestone)]))
    const dueOfTask = (/** @type {string} */ id) => (data.tasks[id] && dueOf(data, found, data.tasks[id])?.date) || ''
    return {...emailDates(plan, found.order.map(id => ({...found.days.get(id), id, title: titles.get(id)}))), stopped: stopLines(plan, gates), settled: [...cutoverLines(plan, data.choices), ...goOnLines(plan, gates)], kickOff: found.days.get('kick-off')?.date, dueOfTask}
  } catch {
    return none
  }
}

/** @param {[string, Action[]][]} groups */
const openActions = groups => groups.flatMap(([, group]) => group).filter(({done, kind, owner, due}) => !done && (kind === 'own' || owner || due))

/** The decisions, what is still without an owner, and what does not apply. @param {Plan} plan @param {(id: string) => string} dueOfTask */
function tasksOfPage(plan, dueOfTask) {
  const tasks = (/** @type {string} */ where) => [...document.querySelectorAll(`${where} .app-task[data-task]`)].map(row => {
    const id = row.getAttribute('data-task') ?? ''
    const at = (/** @type {string} */ name) => valueAt(plan, `tasks/${id}/${name}`)
    const words = [outcomeOf(plan, id), at('notes')].filter(Boolean).join('. ')
    return {title: row.querySelector('label')?.textContent ?? '', note: words, suggested: dueOfTask(id), reason: at('reason'), who: at('decidedBy'), isLoose: !at('owner') && !at('due'), state: tickState(plan, id)}
  })
  const [decisions, soon, all] = [tasks('[data-part$=decide]'), tasks('[data-part$=start]'), tasks('article')]
  return {
    agreed: decisions.filter(({state}) => state === 'done'),
    notAgreed: decisions.filter(({state}) => state === 'open'),
    unowned: soon.filter(({state, isLoose}) => state === 'open' && isLoose),
    notApplicable: all.filter(({state}) => state === 'na').map(({title, reason, who}) => ({title, note: who ? `${reason} (${who})` : reason})),
  }
}

/** @param {Plan} plan */
function partiesOfPage(plan) {
  return [...document.querySelectorAll('[data-party]')].map(row => ({row, id: row.getAttribute('data-party') ?? ''}))
    .filter(({id}) => plan.parties[id] && valueAt(plan, `parties/${id}/removed`) !== 'yes')
    .map(({row}) => ({title: row.querySelector('label')?.textContent ?? '', note: row.querySelector('.app-task__due b')?.textContent ?? ''}))
}

/** @returns {[string, string][]} */
function seatsOfPage() {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('tr[data-seat]')])
  return rows.map(row => [row.dataset.seat ?? '', row.querySelector('th')?.firstChild?.textContent ?? ''])
}
