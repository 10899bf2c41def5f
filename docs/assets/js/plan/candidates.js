// @ts-check
/**
 * Go Live dates to ask a supplier about, each with what speaks for it and against it. Never "good dates".
 * Refuses to know the page and the clock; works day by day, so that a page can pause between.
 */
import {clashesOf, ownDays} from './clashes.js'
import {dayNumber, inWords, isoDate} from './dates.js'
import {isUsualDay, isUsualWeekday, leadTimes, scheduleFor, thirdCheck} from './leadtimes.js'
import {amountWords, limitsOf} from './limits.js'
import {valueAt} from './plan.js'
import {daysWithoutResults} from './schedule.js'

const A_YEAR = 365

/**
 * @typedef {object} Candidate
 * @property {string} date
 * @property {string[]} past - titles of suggested dates that are over already, and that nobody said have happened
 * @property {number} clashes - busy periods, bank holidays, events and leave that its critical days meet
 * @property {number} broken - limits that its suggested dates would not keep
 * @property {number} without - days without electronic results
 * @property {boolean} hasRoom - for a third data check
 * @property {string[]} reasons
 */

/**
 * Look at each usual Go Live of a year that keeps every notice listed here.
 * Dates that were agreed or confirmed stay where they are, unless they are agreed anew.
 * @param {DatesData} data @param {import('./clashes.js').Period[]} periods @param {Plan} plan @param {string} today @param {boolean} [isAnew]
 * @returns {Generator<Candidate | undefined>} nothing for a day that is none
 */
export function* candidates(data, periods, plan, today, isAnew = false) {
  const [first, own] = [dayNumber(today) + 1, ownDays(plan)]
  for (let day = first; day < first + A_YEAR; day += 1) yield isUsualWeekday(day, plan) ? candidateOn(data, periods, plan, today, isoDate(day), own, isAnew) : undefined
}

/** @param {DatesData} data @param {import('./clashes.js').Period[]} periods @param {Plan} plan @param {string} today @param {string} date @param {import('./clashes.js').OwnRange[]} own @param {boolean} isAnew @returns {Candidate | undefined} */
function candidateOn(data, periods, plan, today, date, own, isAnew) {
  const found = scheduleFor(data, plan, today, date, !isAnew)
  if (!isUsualDay(found) || leadTimes(data, found, plan, today).some(({late}) => late)) return undefined
  const clashes = clashesOf(data, periods, plan, found, own)
  const broken = limitsOf(data, found)
  const {days, overHoliday} = daysWithoutResults(data, found)
  const third = thirdCheck(found)
  const hasRoom = !third?.short
  const gone = pastDays(data, found, plan)
  const against = [...new Set(clashes.map(({title}) => title))]
  const reasons = [
    'Keeps every notice listed here',
    ...(gone.length ? [`Past already, unless it has happened: ${gone.map(datedWords).join('; ')}`] : []),
    against.length ? `Meets: ${against.join(', ')}` : 'No clash that this page knows of',
    `${amountWords(days, 'day')} without electronic results${overHoliday ? ', over a bank holiday' : ''}`,
    hasRoom ? 'Room for a third data check' : `${amountWords(third?.short ?? 0, 'working-day')} short for a third data check`,
    ...(broken.length ? [`${amountWords(broken.length, 'limit')} not kept`] : []),
  ]
  return {date, past: gone.map(({title}) => title), clashes: clashes.length, broken: broken.length, without: days, hasRoom, reasons}
}

/**
 * The few to ask about first: those whose suggested dates are all still to come, then fewest clashes, then fewest days without results, then room for a check, then the earliest.
 * One of a week is enough: a supplier that cannot keep it says so for the days beside it.
 * @param {Candidate[]} found @param {number} count
 */
export function toAskAbout(found, count) {
  const rank = (/** @type {Candidate} */ one) => [one.past.length, one.broken, one.clashes, one.without, Number(!one.hasRoom), dayNumber(one.date)]
  const compare = (/** @type {Candidate} */ a, /** @type {Candidate} */ b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, i) => value !== right[i])
    return at < 0 ? 0 : left[at] - right[at]
  }
  const weeks = new Set()
  return found.toSorted(compare).filter(({date}) => {
    const week = Math.floor((dayNumber(date) + 3) / 7)
    const isNew = !weeks.has(week)
    weeks.add(week)
    return isNew
  }).slice(0, count)
}

/** @param {{title: string, date: string}} day */
const datedWords = ({title, date}) => `${title}, ${inWords(date, 'short')}`

/** What would have had to be done by now. @param {DatesData} data @param {import('./shapes.js').Schedule} found @param {Plan} plan */
function pastDays({milestones}, {days}, plan) {
  return milestones.flatMap(({id, title}) => {
    const day = days.get(id)
    const isOpen = day && day.state !== 'done' && valueAt(plan, `milestones/${id}/done`) !== 'yes'
    return isOpen && day.isPast ? [{title, date: day.end || day.date}] : []
  })
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData} from './shapes.js' */
