// @ts-check
/**
 * All that the page of dates says beside the table, worked out from one schedule.
 * Fetched only on that page, and only when there is a Go Live date. Knows no page, no storage and no clock.
 */
import {clashesOf} from './clashes.js'
import {hasFirm, leadSentence, leadTimes, openSentence, thirdCheck} from './leadtimes.js'
import {limitsOf} from './limits.js'
import {odditiesOf} from './oddities.js'
import {schedule} from './schedule.js'

/** @typedef {{periods: import('./clashes.js').Period[], seats: Record<string, string>, tasks: Record<string, string>, called: Record<string, string>}} PlanningData */
/** @typedef {NonNullable<ReturnType<typeof planningOf>>} Planning */

/**
 * @param {DatesData} data @param {PlanningData} more @param {Plan} plan @param {string} today
 */
export function planningOf(data, more, plan, today) {
  const found = schedule(data, plan, today)
  if ('problem' in found) return undefined
  const leads = leadTimes(data, found, plan, today)
  const limits = limitsOf(data, found)
  return {
    found,
    limits,
    oddities: odditiesOf(data, plan, found, today),
    late: leads.filter(({late}) => late).map(lead => ({...lead, says: leadSentence(data, plan, lead)})),
    /** There is time for these, and the reader knows that they are still to do. */
    known: leads.filter(({late, isKnown}) => isKnown && !late).map(lead => ({...lead, says: openSentence(data, lead, today)})),
    /** These have a date of their own that is too late. */
    tooLate: leads.filter(({id, late}) => !late && limits.some(one => one.id === id && one.side === 'latest')).map(({id}) => id),
    leads,
    hasFirm: hasFirm(found),
    third: thirdCheck(found),
    clashes: clashesOf(data, more.periods, plan, found),
    isOrdered: found.days.get('order-placed')?.state === 'done' || plan.milestones['order-placed']?.done?.value === 'yes',
  }
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData} from './shapes.js' */
