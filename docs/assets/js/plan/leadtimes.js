// @ts-check
/**
 * Is there time? Which notices and lead times can no longer be kept, and the first Go Live that keeps them.
 * Refuses to know the page and the clock. A request is not a reply: only a reply in writing clears a notice.
 */
import {addWorkingDays, isWorkingDay} from './counting.js'
import {dayNumber, daysBetween, inWords, isoDate} from './dates.js'
import {amountWords, anchorWords, isOrAre, isOrder, isTooShort, limitDay, limitsOf, subjectOf} from './limits.js'
import {isConfirmed} from './parties.js'
import {valueAt} from './plan.js'
import {dueOf, holidayBefore, schedule} from './schedule.js'

/** Who must reply in writing before a notice counts as given. */
const REPLIES = new Map([['pcse-form', 'pcse'], ['pharmacies-told-provisional', 'pharmacies']])
/** What it says of notice is what may be wanted, and no newer figure was found. */
const OLD_GUIDE = 'guide-2019'
const LONGEST_SEARCH = 730
/** More than snapping and days off can shift what hangs on Go Live. */
const SAFE_STEP = 21

/**
 * @typedef {object} Lead - a notice or a lead time that is not done
 * @property {string} id - of the milestone
 * @property {string} last - the last day on which it keeps its notice
 * @property {number} late - days since then; 0 while there is time
 * @property {boolean} isKnown - the reader said that it has not happened
 * @property {string} target - the day that it is needed for
 * @property {import('./shapes.js').Rule} limit
 */

/**
 * List what needs notice and is not done, in the order of the milestones.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} today
 * @returns {Lead[]}
 */
export function leadTimes(data, found, plan, today) {
  return data.milestones.flatMap(({id, latest: limit}) => {
    if (!limit || limit.direction !== 'before' || isOrder(limit)) return []
    const [day, anchor] = [found.days.get(id), found.days.get(limit.anchor.split('/')[0])]
    if (!day || !anchor || day.state === 'done' || anchor.state === 'done' || hasReply(plan, id, found)) return []
    const last = limitDay(data, found, limit)
    const target = dueOf(data, found, {...limit, amount: 0, unit: 'day', direction: 'on', kind: ''})?.date
    if (!last || !target) return []
    return [{id, last, late: Math.max(daysBetween(last, today), 0), isKnown: valueAt(plan, `milestones/${id}/done`) === 'no', target, limit}]
  })
}

/**
 * Say of a notice that there is time for, and that the reader said has not happened, until when.
 * @param {DatesData} data @param {Lead} lead @param {string} today
 */
export function openSentence(data, lead, today) {
  const days = daysBetween(today, lead.last)
  const when = days ? `in ${amountWords(days, 'day')}` : 'today'
  return `${needsWords(data, lead)} The last day for it is ${inWords(lead.last, 'short')}, ${when}. You said that it has not happened.`
}

/** @param {DatesData} data @param {Lead} lead */
function needsWords(data, {id, limit}) {
  const needs = limit.source === OLD_GUIDE ? 'may need' : isOrAre(data, id) === 'is' ? 'needs' : 'need'
  return `${subjectOf(data, id)} ${needs} ${amountWords(limit.amount, limit.unit)} before ${anchorWords(data, limit.anchor)}.`
}

/**
 * Say of a notice that is too late by how much, and what to ask.
 * @param {DatesData} data @param {Plan} plan @param {Lead} lead
 */
export function leadSentence(data, plan, lead) {
  const {id, last, late, isKnown, target} = lead
  const asked = valueAt(plan, `parties/${REPLIES.get(id)}/asked`)
  const was = `The last day for it was ${inWords(last, 'short')}, ${amountWords(late, 'day')} ago${isKnown ? '' : ', unless it was done'}.`
  const request = asked ? `You asked on ${inWords(asked, 'short')}; that is no reply. ` : ''
  return `${needsWords(data, lead)} ${was} ${request}Ask today: can you still deliver by ${inWords(target, 'short')}? If not, which date? Go Live may move.`
}

/** A third party replied in writing, for a date of this plan. @param {Plan} plan @param {string} id @param {Schedule} found */
function hasReply(plan, id, {goLive, days}) {
  const party = REPLIES.get(id)
  return party !== undefined && isConfirmed(plan, party, [goLive, days.get('final-data-production')?.date, days.get('links-off')?.date])
}

/**
 * The first Go Live that keeps every notice that is listed here; none within two years.
 * Dates that were agreed or confirmed stay where they are, and must fit; or else they are agreed anew.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {boolean} [isAnew]
 * @returns {string | undefined}
 */
export function earliestGoLive(data, plan, today, isAnew = false) {
  const last = dayNumber(today) + LONGEST_SEARCH
  for (let day = dayNumber(today) + 1; day <= last; day += 1) {
    if (!isUsualWeekday(day, plan)) continue
    const found = scheduleFor(data, plan, today, isoDate(day), !isAnew)
    const leads = leadTimes(data, found, plan, today).filter(lead => lead.late)
    const unfit = limitsOf(data, found).filter(one => isTooShort(one) || one.pinned || isFirm(anchorOf(found, one)))
    if (leads.some(lead => isFirm(anchorOf(found, lead))) || unfit.some(one => onlyGetsWorse(found, one))) return
    const late = Math.max(0, ...leads.map(lead => lead.late))
    if (late > SAFE_STEP) day += late - SAFE_STEP
    else if (!late && !unfit.length && isUsualDay(found)) return isoDate(day)
  }
}

/**
 * The dates that a Go Live would give, with only what has happened kept, or also what was agreed.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {string} goLive @param {boolean} [isFirmKept]
 * @returns {Schedule}
 */
export function scheduleFor(data, plan, today, goLive, isFirmKept = false) {
  const kept = Object.entries(plan.milestones).filter(([id, {done: it}]) => id !== 'go-live' && (isFirmKept || /^\d/.test(it?.value ?? '')))
  const milestones = Object.fromEntries(kept)
  return /** @type {Schedule} */ (schedule(data, {...plan, milestones, goLive: {value: goLive, at: 0}}, today))
}

/** What a limit counts from. @param {Schedule} found @param {{limit: import('./shapes.js').Rule}} limited */
const anchorOf = ({days}, {limit}) => days.get(limit.anchor.split('/')[0])

/** A later Go Live mends no limit between two agreed dates, and none that is broken because Go Live is late. @param {Schedule} found @param {import('./limits.js').Broken} broken */
function onlyGetsWorse(found, broken) {
  const isAnchorFirm = isFirm(anchorOf(found, broken))
  return broken.pinned ? isAnchorFirm || broken.side === 'earliest' : isAnchorFirm && broken.side === 'latest'
}

/** Was it agreed or confirmed, and has not happened? @param {import('./shapes.js').Day | undefined} day */
const isFirm = day => day?.state === 'agreed' || day?.state === 'confirmed'

/** Does the plan hold dates that were agreed or confirmed, beside Go Live? @param {Schedule} found */
export const hasFirm = ({days}) => [...days.values()].some(day => day.id !== 'go-live' && isFirm(day))

/** Tuesday to Thursday; after a weekend cutover Monday or Tuesday. @param {number} day @param {Plan} plan */
export function isUsualWeekday(day, plan) {
  const weekday = (day + 3) % 7 // Monday is 0
  return valueAt(plan, 'choices/cutover') === 'weekend' ? weekday < 2 : weekday > 0 && weekday < 4
}

/** A working day, and neither it nor final data production the first after a bank holiday. @param {Schedule} found */
export function isUsualDay({goLive, days, calendar}) {
  const production = days.get('final-data-production')?.date ?? goLive
  return isWorkingDay(dayNumber(goLive), calendar.holidays) && ![goLive, production].some(date => holidayBefore(date, calendar))
}

/**
 * Is there room for a third round: fixes and a check once more, between the second check and the sign-off?
 * None when the data are signed off, or when a part of it is not in the plan.
 * @param {Schedule} found
 * @returns {{room: number, needed: number, short: number, says: string} | undefined}
 */
export function thirdCheck({days, calendar: {holidays}}) {
  const [fixes, check, signed] = ['supplier-fixes', 'second-data-check', 'data-signed-off'].map(id => days.get(id))
  if (!fixes || !check || !signed || signed.state === 'done') return
  const needed = [fixes, check].reduce((sum, {date, end}) => sum + workingDays(dayNumber(date), dayNumber(end), holidays), 0)
  const room = workingDays(dayNumber(check.end) + 1, dayNumber(signed.date), holidays)
  const short = Math.max(needed - room, 0)
  const between = `${amountWords(room, 'working-day')} between the second check and the sign-off`
  const says = short
    ? `There is no room for a third data check: ${between}, and fixes with a check need ${needed}. It is ${amountWords(short, 'working-day')} short. A third check is uncommon; it would move Go Live.`
    : `There is room for a third data check: ${between}, and fixes with a check need ${needed}.`
  return {room, needed, short, says}
}

/** Count working days, both days included. @param {number} first @param {number} last @param {Set<number>} holidays */
export function workingDays(first, last, holidays) {
  let count = 0
  for (let day = addWorkingDays(first, 0, 1, holidays); day <= last; day = addWorkingDays(day, 1, 1, holidays)) count += 1
  return count
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Schedule} from './shapes.js' */
