// @ts-check
/**
 * All that the page of dates says beside the table, worked out from one schedule.
 * Fetched only on that page, and only when there is a Go Live date. Knows no page, no storage and no clock.
 */
import {clashesOf} from './clashes.js'
import {leadSentence, leadTimes, thirdCheck} from './leadtimes.js'
import {limitsOf} from './limits.js'
import {odditiesOf} from './oddities.js'
import {schedule} from './schedule.js'

/** @typedef {{periods: import('./clashes.js').Period[], parties: Record<string, string>, seats: Record<string, string>, tasks: Record<string, string>, called: Record<string, string>}} PlanningData */
/** @typedef {NonNullable<ReturnType<typeof planningOf>>} Planning */

/**
 * @param {DatesData} data @param {PlanningData} more @param {Plan} plan @param {string} today
 */
export function planningOf(data, more, plan, today) {
  const found = schedule(data, plan, today)
  if ('problem' in found) return undefined
  const leads = leadTimes(data, found, plan, today)
  return {
    found,
    limits: limitsOf(data, found),
    oddities: odditiesOf(data, plan, found, today),
    late: leads.filter(({late}) => late).map(lead => ({...lead, says: leadSentence(data, plan, lead)})),
    leads,
    third: thirdCheck(found),
    clashes: clashesOf(data, more.periods, plan, found),
    isOrdered: found.days.get('order-placed')?.state === 'done',
  }
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData} from './shapes.js' */
