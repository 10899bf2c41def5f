// @ts-check
/**
 * The dates of the plan, for whoever shows some: worked out anew after each change, once for all.
 * Rules, bank holidays and the calculation are fetched when there is a Go Live date.
 */
import {loadDates} from '../catalogue.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay} from './dom.js'

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */

/** @type {((plan: import('../plan/plan.js').Plan, today: string) => Outlook) | undefined} once fetched, dates are worked out at once */
let workOut

/** @type {{plan: any, today: string, outlook: Outlook} | undefined} */
let known

/**
 * Call `show` now and after each change, with the dates or with nothing when there is no Go Live date.
 * @param {(outlook: Outlook | undefined) => void} show
 * @param {AbortController} connection
 */
export function subscribeDates(show, connection) {
  const update = () => {
    if (!valueAt(store.plan, 'goLive')) show(undefined)
    else if (workOut) show(currentOutlook(workOut))
    else fetchDates().then(() => connection.signal.aborted || update(), () => {}) // without them the rules in words stand
  }
  update()
  store.subscribe(update, connection)
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
