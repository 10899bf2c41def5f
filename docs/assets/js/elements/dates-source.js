// @ts-check
/**
 * The dates of the plan, for whoever shows some: worked out anew after each change, once for all.
 * Rules, bank holidays and the calculation are fetched when there is a Go Live date.
 */
import {loadDates} from '../catalogue.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay, whenPainted} from './dom.js'

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */

/** @type {((plan: import('../plan/plan.js').Plan, today: string) => Outlook) | undefined} once fetched, dates are worked out at once */
let workOut

/** @type {{plan: any, today: string, outlook: Outlook} | undefined} */
let known

/** What waits until the dates are painted, each with the dates that it is about. @type {Map<Show, Outlook>} */
const waiting = new Map()

/**
 * Call `show` now and after each change, with the dates or with nothing when there is no Go Live date.
 * What only explains them goes into `explain`: it comes with the first dates, so that nothing moves later,
 * and after a change when the dates are painted, so that none waits for a reason.
 * @typedef {(outlook: Outlook | undefined) => void} Show
 * @param {Show} show
 * @param {AbortController} connection
 * @param {Show} [explain]
 */
export function subscribeDates(show, connection, explain = () => {}) {
  let isExplained = false
  /** @type {any} */
  let shown
  const update = () => {
    shown = store.plan
    const outlook = valueAt(store.plan, 'goLive') && workOut ? currentOutlook(workOut) : undefined
    if (!outlook && valueAt(store.plan, 'goLive')) {
      fetchDates().then(() => connection.signal.aborted || update(), () => {}) // without them the rules in words stand
      return
    }
    show(outlook)
    if (outlook && isExplained) return explainLater(explain, outlook)
    waiting.delete(explain)
    explain(outlook)
    isExplained = Boolean(outlook)
  }
  connection.signal.addEventListener('abort', () => waiting.delete(explain))
  update()
  const updateLater = whenPainted(() => connection.signal.aborted || update())
  store.subscribe(plan => DATED.some(part => /** @type {any} */ (plan)[part] !== shown[part]) ? update() : updateLater(), connection)
}

/** The parts of a plan that move dates. Whoever changes another part, such as a tick, waits for no date. */
const DATED = ['goLive', 'division', 'choices', 'milestones']

/** @param {Show} explain @param {Outlook} outlook */
function explainLater(explain, outlook) {
  if (!waiting.size) requestAnimationFrame(() => setTimeout(explainNext))
  waiting.set(explain, outlook)
}

/** One at a time, so that a click need not wait for all. */
function explainNext() {
  for (const [explain, outlook] of waiting) {
    waiting.delete(explain)
    if (waiting.size) setTimeout(explainNext)
    return explain(outlook)
  }
}

async function fetchDates() {
  const [data, {outlookOf}] = await Promise.all([loadDates(), import('../plan/outlook.js')])
  workOut = (plan, today) => outlookOf(data, plan, today)
}

/** @param {NonNullable<typeof workOut>} work @returns {Outlook} */
function currentOutlook(work) {
  const [plan, today] = [store.plan, localDay()]
  if (known?.plan !== plan || known.today !== today) known = {plan, today, outlook: work(plan, today)}
  return known.outlook
}
