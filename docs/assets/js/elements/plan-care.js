// @ts-check
/**
 * What can wait until a page stands: the history of the plan, a reminder to save a copy,
 * what changed in the guide, what could not be read, and the worker for pages without a network.
 * Loaded on demand, so it gets the store and imports none.
 */
import {CAUTION, daysBetween, inWords} from '../plan/dates.js'
import {emptyPlan, valueAt} from '../plan/plan.js'
import {closingWords, reminderWords} from '../plan/reminder.js'
import {undecided} from '../plan/union.js'
import {entriesBetween, isUnnoted, withEntries} from '../plan/history.js'
import {button, downloadFile, localDay, make, setText} from './dom.js'
import {ownWorker} from './own-worker.js'
import {attempt, read, roomWords} from './plan-shelf.js'

/** @typedef {typeof import('../store.js').store} Store */
/** @typedef {import('../plan/plan.js').Plan} Plan */

/** @type {Record<string, string>} */
const SENTENCES = {
  later: 'This plan was saved by a newer version of the guide. It is kept as it is. '
    + 'Nothing that you change here is saved until you reload the newer guide.',
  damaged: 'A saved plan in this browser could not be read. It is kept. '
    + 'Download it to ask for help, or carry on with a new plan.',
  partly: 'Part of a saved plan in this browser could not be read. It is kept. '
    + 'Download it to ask for help, or carry on with the rest.',
}
/** To be filled in by hand. */
const BLANK = `Practice: ${'_'.repeat(30)}`
const WAIT_MS = 3000
const REST_MS = 300 // all of the plan is read for it, and nobody waits for it
const OFFLINE_OFF = 'offline-off'
/** From the page of dates, whose address the strip has. */
const WORKER = '../../service-worker.js'
const PLANS = '../'
const CLOSING = '../files/#when-the-migration-is-over'
const NOT_YET_DAYS = 30
const DECISIONS = '../files/#history'

/**
 * @param {HTMLElement} strip
 * @param {Store} store
 * @param {{signal: AbortSignal, start: Plan, loadDates: typeof import('../catalogue.js').loadDates}} page
 *   start: the plan as it was when the page began
 */
export function care(strip, store, {signal, start, loadDates}) {
  recordHistory(store, signal, start)
  addEventListener('input', async ({target}) => {
    // What shows another Go Live is fetched while it is typed, so that whoever enters it waits for no network.
    const isGoLive = /** @type {any} */ (target).labels?.[0]?.textContent === 'Go Live date'
    if (isGoLive && valueAt(store.plan, 'goLive')) (await import('./go-live-preview.js')).prepare(store, loadDates)
  }, {signal})
  const box = make('aside', {class: 'app-care', 'aria-label': 'About your plan', hidden: true})
  document.body.append(box)
  signal.addEventListener('abort', () => box.remove())
  const parts = [trouble(store), reminder(store), room(strip, store), closing(strip, store)]
  box.append(...parts.map(({part}) => part))
  const paper = make('p', {class: 'app-paper'})
  strip.prepend(paper)
  const decide = make('a', {class: 'app-tag', href: `${strip.dataset.dates}${DECISIONS}`, hidden: true})
  strip.querySelector('.app-strip__end')?.before(decide)
  const show = () => {
    const open = undecided(store.plan).length
    setText(decide, `${open} to decide`)
    decide.hidden = !open
    setText(paper, paperWords(store))
    for (const {refresh} of parts) refresh()
    hideWhenEmpty(box)
  }
  let waiting = 0
  store.subscribe(() => {
    clearTimeout(waiting)
    waiting = setTimeout(show, REST_MS)
  }, {signal})
  show()
  lookAtGuide(strip, store, box, show)
  setTimeout(() => signal.aborted || workOffline(strip, store), WAIT_MS)
}

/** Save the plan as a file. @param {Store} store */
export async function saveCopy(store) {
  const {fileName, toFile} = await import('../exports/planfile.js')
  dispatchEvent(new Event('plan-history')) // whoever opens the file sees who changed what, up to now
  downloadFile(fileName(store.plan, localDay()), toFile(store.plan, {savedAt: Date.now()}))
  store.noteCopied()
}

/** The page keeps room below for what is said. @param {HTMLElement} box */
function hideWhenEmpty(box) {
  box.hidden = [...box.children].every(part => /** @type {HTMLElement} */ (part).hidden)
  document.documentElement.classList.toggle('has-care', !box.hidden)
}

/** What a printed page says of itself: whose plan it is, where there is one. @param {Store} store */
function paperWords({plan, isEmpty}) {
  const at = (/** @type {string} */ path) => valueAt(plan, path)
  const [goLive, next] = [at('goLive'), at('meetings/next/date')]
  const practice = at('practice/name') || [at('name'), isEmpty ? '' : BLANK].filter(Boolean).join('. ')
  return [
    practice,
    goLive && `Go Live ${inWords(goLive, 'short')}`,
    `Printed ${inWords(localDay(), 'short')}`,
    next ? `Out of date after the next meeting, ${inWords(next, 'short')}` : 'Out of date after the next meeting',
    CAUTION,
  ].filter(Boolean).join('. ')
}

/** What could not be read, and the way to it. @param {Store} store */
function trouble(store) {
  const words = make('p', {role: 'status'})
  const get = button('Download what could not be read', () => downloadFile('migration-plan_not-readable.txt', store.status.kept ?? ''), 'is-quiet')
  const part = make('div', {class: 'is-late', hidden: true}, words, get)
  const refresh = () => {
    setText(words, SENTENCES[store.status.why ?? ''] ?? '')
    part.hidden = !words.textContent
    get.hidden = !store.status.kept
  }
  return {part, refresh}
}

/**
 * A sentence with what to do about it, put off until another day when somebody says so.
 * @param {Store} store @param {string} key @param {string} later @param {(today: string, until: string) => boolean} isOff
 * @param {() => string} find @param {...HTMLElement} acts
 */
function sentence(store, key, later, isOff, find, ...acts) {
  // The reason is told once; what follows may change with each change of the plan and is only to be read.
  const [reason, rest] = [make('span', {role: 'status'}), make('span')]
  let until = read(store, key) ?? ''
  const part = make('div', {hidden: true}, make('p', {}, reason, ' ', rest), ...acts, button(later, () => {
    attempt(store, key, until = localDay())
    part.hidden = true
    if (part.parentElement) hideWhenEmpty(part.parentElement)
  }, 'is-quiet'))
  const refresh = () => {
    const says = isOff(localDay(), until) || store.isEmpty ? '' : find()
    const [first, ...more] = says.split(/(?<=\.) /)
    setText(reason, first)
    setText(rest, more.join(' '))
    part.hidden = !says
  }
  return {part, refresh}
}

/** @param {Store} store */
function reminder(store) {
  const find = () => store.status.kind === 'saved' ? reminderWords(store.plan, store.status.copiedAt, Date.now()) : ''
  return sentence(store, 'reminded', 'Remind me tomorrow', (today, until) => today === until, find, button('Save a copy now', () => saveCopy(store)))
}

/** The question at closure. @param {HTMLElement} strip @param {Store} store */
function closing({dataset}, store) {
  const isOff = (/** @type {string} */ today, /** @type {string} */ until) => Boolean(until) && daysBetween(until, today) < NOT_YET_DAYS
  return sentence(store, 'closing', 'Not yet', isOff, () => closingWords(store.plan, localDay()), make('a', {href: `${dataset.dates}${CLOSING}`}, 'Remove names, phones and leave'))
}

/** How full the browser is, as the page begins: to look at each change would cost more than it tells. @param {HTMLElement} strip @param {Store} store */
function room({dataset}, store) {
  const words = roomWords(store)
  const part = make('div', {hidden: !words}, make('p', {role: 'status'}, words, ' ', make('a', {href: `${dataset.dates}${PLANS}`}, 'Your plans')))
  return {part, refresh: () => {}}
}

/**
 * Note who changed what. It is written when the page is left, so that a tick stays one write.
 * @param {Store} store @param {AbortSignal} signal @param {Plan} start
 */
function recordHistory(store, signal, start) {
  let before = isUnnoted(start) ? {...emptyPlan(start.id), revision: start.revision} : start
  /** @type {import('../plan/history.js').Entry[]} */
  let waiting = []
  const note = () => {
    const after = store.plan
    if (after === before) return
    // A plan that was opened or replaced is no change of this one.
    const isSame = after.id === before.id && after.revision === before.revision
    if (isSame) waiting.push(...entriesBetween(before, after))
    else waiting = []
    before = after
  }
  const keep = () => {
    note()
    const entries = waiting
    waiting = []
    if (entries.length) store.change(plan => withEntries(plan, entries))
    before = store.plan
  }
  store.subscribe(note, {signal})
  addEventListener('pagehide', keep, {signal})
  addEventListener('visibilitychange', () => document.hidden && keep(), {signal})
  addEventListener('plan-history', keep, {signal})
  note()
  dispatchEvent(new Event('plan-history')) // what was changed before this module came
}

/** @param {HTMLElement} strip @param {Store} store @param {HTMLElement} box @param {() => void} show */
async function lookAtGuide(strip, store, box, show) {
  const {guide} = strip.dataset
  if (!guide || store.isEmpty || read(store, `guide:${store.plan.id}`)?.startsWith(`{"version":"${guide}"`)) return
  try {
    const {takeInGuide} = await import('./guide-news.js')
    box.append(await takeInGuide(store))
    show()
  } catch {
    // Without a network nothing is said about the guide; the next page tries again.
  }
}

/** Keep the pages, once nothing else is to be fetched. @param {HTMLElement} strip @param {Store} store */
function workOffline({dataset}, store) {
  if (dataset.offline !== undefined && read(store, OFFLINE_OFF) === null) navigator.serviceWorker?.register(ownWorker(`${dataset.dates}${WORKER}`)).catch(() => {}) // then only with a network
}
