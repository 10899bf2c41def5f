// @ts-check
import {inWords} from '../plan/dates.js'
import {outcomeOf} from '../plan/outcomes.js'
import {progress, tick, tickState} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {localDay, make, setText, whenPainted} from './dom.js'
import {fieldsOnOpen, STATUSES} from './field.js'
import {inTurn} from './in-turn.js'

/**
 * <task-checklist> keeps what is ticked, who does it, by when, and why something does not apply.
 * Wraps the list that macros/render/checklist.py writes: full rows, or short ones by topic.
 * Without JavaScript: the whole list, to read, print and tick on paper.
 */
export class TaskChecklistElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    const connection = new AbortController()
    this.#connection = connection
    this.addEventListener('change', event => keepTick(/** @type {HTMLInputElement} */ (event.target)), connection)
    inTurn(this, () => startList(this, connection))
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** Heard from the first moment on, so that no tick is lost. @param {HTMLInputElement} box */
function keepTick(box) {
  const id = /** @type {HTMLElement | null} */ (box.closest('[data-task]'))?.dataset.task
  if (id && box.type === 'checkbox') store.change((plan, stamp) => tick(plan, id, box.checked, stamp))
}

/** @param {Element} list */
const rowsOf = list => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-task]')])

/** @param {HTMLElement} list @param {AbortController} connection */
function startList(list, connection) {
  if (connection.signal.aborted) return
  /** @type {import('../plan/outlook.js').Outlook | undefined} */
  let outlook
  const rows = rowsOf(list).map(startTask)
  const count = list.querySelector('.app-checklist__count')
  const bar = count && make('i')
  if (bar) count.after(make('div', {class: 'app-meter', 'aria-hidden': 'true'}, bar))
  const showAll = () => {
    rows.forEach(row => row(outlook))
    if (bar) showProgress(list, count, bar)
  }
  showAll()
  store.subscribe(whenPainted(showAll), connection)
  subscribeDates(dates => {
    outlook = dates
    showAll()
  }, connection)
}

/** @param {Element} list @param {Element} count @param {HTMLElement} bar */
function showProgress(list, count, bar) {
  const ids = rowsOf(list).map(row => row.dataset.task ?? '')
  const {done, notApplicable, words} = progress(store.plan, ids)
  setText(count, words)
  bar.style.width = `${(100 * done) / (ids.length - notApplicable || 1)}%`
}

/** @param {HTMLElement} row @returns {(outlook?: import('../plan/outlook.js').Outlook) => void} shows the row as the plan has it */
function startTask(row) {
  const id = row.dataset.task ?? ''
  const box = /** @type {HTMLInputElement} */ (row.querySelector('input'))
  const details = row.querySelector('details')
  const due = row.querySelector('.app-task__due') ?? (details && make('p', {class: 'app-task__due'}))
  const rule = due?.textContent ?? ''
  const note = details && make('p', {class: 'app-task__note'})
  const owner = new Text()
  details?.querySelector('summary')?.replaceChildren(owner, make('span', {class: 'app-hidden'}, `Details: ${row.querySelector('label')?.textContent}`)) // to see: by the style
  const refreshFields = details && fieldsOnOpen(details, 'taskFields', id, row)
  /** @type {unknown[]} what is shown: at first nothing that is ever asked for */
  let shown = [{}]
  return outlook => {
    const task = store.plan.tasks[id]
    const state = tickState(store.plan, id)
    const [words, suggested] = [note && noteWords(id, state), due && outlook?.dueWords(id)]
    const now = [task, words, suggested, due && localDay()]
    box.checked = state === 'done'
    if (now.every((one, at) => one === shown[at])) return
    shown = now
    row.classList.toggle('is-done', state === 'done')
    row.classList.toggle('is-na', state === 'na')
    owner.data = `Owner: ${task?.owner?.value || 'no one yet'}. `
    if (note) showNote(details, note, words)
    if (due) showDue(due, id, state, rule, suggested)
    if (due?.firstChild && !due.isConnected) row.append(due)
    refreshFields?.()
  }
}

/** @param {Element} details @param {Element} note @param {string} words */
function showNote(details, note, words) {
  setText(note, words)
  if (!words) note.remove()
  else if (!note.isConnected) details.after(note)
}

/** What was decided, and the note. @param {string} id @param {string} state */
function noteWords(id, state) {
  const outcome = outcomeOf(store.plan, id)
  const missing = outcome === '' && state === 'done' ? 'Ticked, but nothing is written down yet.' : ''
  const known = outcome && `From your plan: ${outcome}.${state === 'open' ? ' Tick this if it is agreed.' : ''}`
  return [known || missing, store.plan.tasks[id]?.notes?.value].filter(Boolean).join('\n')
}

/** @param {Element} due @param {string} id @param {string} state @param {string} rule @param {string} [suggested] */
function showDue(due, id, state, rule, suggested = '') {
  const task = store.plan.tasks[id]
  const {at = 0, by = ''} = task?.state ?? {}
  const own = task?.due?.value ?? ''
  const status = STATUSES.find(([value]) => value && value === task?.status?.value)?.[1]
  if (state === 'done') show(due, `Done ${inWords(localDay(at), 'brief').slice(4)}`, by && `noted by ${by}`)
  else if (state === 'na') show(due, 'Not applicable', task?.reason?.value ?? '')
  else if (own && own < localDay()) show(due, `By ${inWords(own, 'brief')}`, '', 'Late')
  else show(due, own ? `By ${inWords(own, 'brief')}` : suggested, own ? '' : rule, status)
}

/** Writes only what differs: a new date moves nothing else. @param {Element} due @param {string} bold @param {string} plain @param {string} [tag] */
function show(due, bold, plain, tag = '') {
  const date = due.querySelector('b')
  const words = (/** @type {string | null} */ day) => [tag, day, day && ' ', plain].join('')
  if (date && bold && due.textContent === words(date.textContent)) setText(date, bold)
  else if (due.textContent !== words(bold)) {
    const parts = []
    if (tag) parts.push(make('span', {class: tag === 'Blocked' || tag === 'Late' ? 'app-tag is-late' : 'app-tag'}, tag))
    if (bold) parts.push(make('b', {}, bold), ' ')
    due.replaceChildren(...parts, plain)
  }
}
