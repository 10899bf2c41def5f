// @ts-check
/**
 * What the page of dates says beside the table: limits, notices, clashes. Worked out once for all, when the dates are painted.
 * Its calculation, and the names that it needs, are fetched when there is a Go Live date.
 */
import {loadDates} from '../catalogue.js'
import {store} from '../store.js'
import {changePanel} from './change-panel.js'
import {subscribeDates} from './dates-source.js'
import {localDay} from './dom.js'
import {planningLoader} from './planning-facts.js'

/** @typedef {import('../plan/planning.js').Planning} Planning */
/** @typedef {import('./planning-facts.js').Facts} Facts */

const REST_MS = 500 // all of this page's own has come first

/** @type {{plan: any, today: string, planning: Planning | undefined} | undefined} */
let knownPlanning

/** Rules, days off, busy periods and names. */
export const loadPlanning = planningLoader(loadDates)

/** A place for one change at a time, shown before it is made. */
export const newPanel = () => changePanel({store, loadPlanning})

/**
 * Call `show` after each change of the dates, or with nothing when there is no Go Live date.
 * @param {(planning: Planning | undefined, facts: Facts | undefined) => void} show
 * @param {AbortController} connection
 */
export function subscribePlanning(show, connection) {
  subscribeDates(() => {}, connection, async outlook => {
    if (!outlook) return show(undefined, undefined)
    const facts = await loadPlanning().catch(() => undefined) // without them the words stand
    if (!facts || connection.signal.aborted) return
    const [plan, today] = [store.plan, localDay()]
    if (knownPlanning?.plan !== plan || knownPlanning.today !== today) knownPlanning = {plan, today, planning: facts.planningOf(facts.data, facts.more, plan, today)}
    show(knownPlanning.planning, facts)
    prepareOnce()
  })
}

/** With the first dates comes what shows another Go Live before it is made: to move them waits for no network. */
let prepareOnce = () => {
  prepareOnce = () => {}
  setTimeout(async () => (await import('./go-live-preview.js')).prepare(store, loadDates), REST_MS)
}

/** What each list shows. @type {WeakMap<Element, string>} */
const shownIn = new WeakMap()

/**
 * Fill a list only when what it says has changed, so that focus and what is open in it stay.
 * @param {Element} list @param {unknown} about - all that its rows are made of
 * @param {() => (Node | string)[]} rows
 */
export function refill(list, about, rows) {
  const text = JSON.stringify(about)
  if (shownIn.get(list) === text) return
  shownIn.set(list, text)
  list.replaceChildren(...rows())
}
