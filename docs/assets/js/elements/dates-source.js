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

/** @type {{plan: any, today: string, outlook: Outlook} | undefined} */
let known

/**
 * Call `show` now and after each change, with the dates or with nothing when there is no Go Live date.
 * @param {(outlook: Outlook | undefined) => void} show
 * @param {AbortController} connection
 */
export function subscribeDates(show, connection) {
  const update = async () => {
    const outlook = valueAt(store.plan, 'goLive') ? await currentOutlook() : undefined
    if (!connection.signal.aborted) show(outlook)
  }
  update()
  store.subscribe(update, connection)
}

/** @returns {Promise<Outlook>} */
async function currentOutlook() {
  const [data, {outlookOf}] = await Promise.all([loadDates(), import('../plan/outlook.js')])
  const [plan, today] = [store.plan, localDay()]
  if (known?.plan !== plan || known.today !== today) known = {plan, today, outlook: outlookOf(data, plan, today)}
  return known.outlook
}
