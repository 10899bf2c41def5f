// @ts-check
/**
 * Dates that were fixed and look wrong: on a day off, in the past, after Go Live, or of what the guide no longer has.
 * They stay as they are; each has its sentence. Refuses to know the page and the clock.
 */
import {isWorkingDay} from './counting.js'
import {dayNumber, inWords} from './dates.js'
import {scheduleFor} from './leadtimes.js'
import {isOrAre, subjectOf} from './limits.js'
import {valueAt} from './plan.js'

const DIVISIONS = new Map([['scotland', 'Scotland'], ['northern-ireland', 'Northern Ireland']])

/**
 * @param {DatesData} data @param {Plan} plan @param {Schedule} found @param {string} today
 * @returns {{id: string, kind: 'day-off' | 'past' | 'after-go-live' | 'gone', says: string}[]}
 */
export function odditiesOf(data, plan, found, today) {
  const usual = scheduleFor(data, plan, today, found.goLive)
  const known = new Set(data.milestones.map(({id}) => id))
  const fixed = data.milestones.flatMap(({id}) => {
    const day = found.days.get(id)
    return day?.pinned && id !== 'go-live' && day.state !== 'done' ? fixedOddities(data, day, usual.days.get(id), found, plan, today) : []
  })
  const gone = Object.entries(plan.milestones).filter(([id, record]) => !known.has(id) && Object.values(record).some(one => one?.value)).map(([id, {date, done}]) => {
    const day = [done?.value, date?.value].find(value => /^\d/.test(value ?? ''))
    const named = [`“${id}”`, day && inWords(day, 'short')].filter(Boolean).join(', ')
    return {id, kind: /** @type {const} */ ('gone'), says: `No longer in the guide: ${named}. It is kept in your plan and counts for nothing.`}
  })
  return [...fixed, ...gone]
}

/** @param {DatesData} data @param {Day} day @param {Day | undefined} usual @param {Schedule} found @param {Plan} plan @param {string} today */
function fixedOddities(data, {id, date, state}, usual, {goLive, calendar}, plan, today) {
  const was = `${subjectOf(data, id)} ${isOrAre(data, id)} ${state} for ${inWords(date, 'short')}`
  const found = []
  if (!isWorkingDay(dayNumber(date), calendar.holidays)) {
    const country = DIVISIONS.get(valueAt(plan, 'division')) ?? 'England and Wales'
    const why = calendar.holidays.has(dayNumber(date)) ? `a bank holiday in ${country}` : 'a weekend'
    found.push({id, kind: /** @type {const} */ ('day-off'), says: `${was}, ${why}. It stays there until you change it.`})
  }
  if (date < today) found.push({id, kind: /** @type {const} */ ('past'), says: `${was}, which is past. Say whether it has happened.`})
  if (date > goLive && (usual?.date ?? date) < goLive) found.push({id, kind: /** @type {const} */ ('after-go-live'), says: `${was}, after Go Live. We suggest ${inWords(usual?.date ?? date, 'short')}.`})
  return found
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Day, Schedule} from './shapes.js' */
