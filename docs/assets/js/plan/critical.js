// @ts-check
/**
 * The critical days one by one: what happens, what the guide asks, who is needed, who is away and who covers.
 * Never why somebody is away. Refuses to know the page and the clock.
 */
import {ownRanges} from './clashes.js'
import {isWorkingDay} from './counting.js'
import {dayNumber, isoDate} from './dates.js'
import {valueAt} from './plan.js'
import {dueOf} from './schedule.js'

/** Who is needed, by the seats of the guide: ours, as the critical days themselves are. */
const EVERY_DAY = ['lead-gp', 'practice-manager', 'project-manager']
const ON_A_DAY_OFF = ['lead-gp', 'project-manager', 'new-supplier']
const AT_THE_COPY = ['current-supplier', 'new-supplier', 'tells-third-parties', 'delivery-partner']
const AT_THE_LAST_GATE = ['new-supplier', 'current-supplier', 'commissioner', 'may-stop', 'clinical-safety-officer']
const IF_NAMED = ['dispensary-lead', 'branch-leads'] // not every practice has them
const FROM_GO_LIVE = ['clinical-staff', 'practice-staff', 'registrations-clerk', 'new-supplier', 'delivery-partner', 'tells-third-parties', 'tells-patients']

/**
 * @typedef {{id: string, title: string, name: string, cover: string}} Seat
 * @typedef {{person: string, seats: Seat[]}} Away
 * @typedef {{date: string, off: string, happens: string[], needed: Seat[], asks: string[], tasks: string[], away: Away[]}} CriticalDay
 *   off: why the practice is closed, or ''; asks: what is asked each day; tasks: what is due
 */

/**
 * @param {DatesData} data
 * @param {import('./planning.js').PlanningData} more
 * @param {Plan} plan
 * @param {Schedule} found
 * @returns {{days: CriticalDay[], seats: Seat[]}}
 */
export function criticalDays(data, more, plan, found) {
  const stretch = found.days.get('critical-days')
  const seats = [...Object.entries(more.seats), ...ownSeatsOf(plan)].map(([id, title]) => ({id, title, name: valueAt(plan, `seats/${id}/name`), cover: valueAt(plan, `seats/${id}/cover`)}))
  if (!stretch) return {days: [], seats}
  const leave = ownRanges(plan, 'leave')
  const tasks = Object.entries(more.tasks).map(([id, title]) => ({title, date: dueOf(data, found, data.tasks[id])?.date}))
  const start = Math.min(dayNumber(stretch.date), dayNumber(found.days.get('links-off')?.date ?? stretch.date)) // results are on paper from then on
  const length = Math.max(dayNumber(stretch.end) - start + 1, 0)
  const days = Array.from({length}, (_, at) => isoDate(start + at)).map(date => {
    const off = offWords(date, found)
    const needed = neededOn(date, off, found)
    return {
      date,
      off,
      happens: [...(off ? [] : data.milestones.flatMap(({id, title}) => happensOn(found.days.get(id), title, date))), ...goesOn(date, off, found)],
      needed: seats.filter(({id, name}) => needed.includes(id) || (!off && name && IF_NAMED.includes(id))),
      asks: askedEachDay(date, off, plan, found),
      tasks: tasks.filter(task => task.date === date).map(({title}) => title),
      away: leave.filter(one => one.from <= date && one.to >= date).map(({title}) => ({person: title, seats: seats.filter(seat => isSame(seat.name, title))})),
    }
  })
  return {days, seats}
}

/** @param {string} date @param {Schedule} found */
function offWords(date, {calendar}) {
  if (isWorkingDay(dayNumber(date), calendar.holidays)) return ''
  return calendar.holidays.has(dayNumber(date)) ? 'Bank holiday, practice closed' : 'Weekend, practice closed'
}

/** A single day, or what begins, goes on or ends; the stretch itself is no news. @param {Day | undefined} day @param {string} title @param {string} date */
function happensOn(day, title, date) {
  if (!day || day.id === 'critical-days') return []
  if (day.date === date) return [title]
  if (day.rule?.kind !== 'span' || date < day.date || date > day.end) return []
  return [date === day.end ? `${title}: last day` : `${title} goes on`]
}

/** What the days between have in common. @param {string} date @param {string} off @param {Schedule} found */
function goesOn(date, off, {days, goLive}) {
  const copied = days.get('final-data-production')?.date ?? ''
  if (off) return ['Out-of-hours reports and results still come', ...(date >= copied && date < goLive ? ['Suppliers may go on with copy and load'] : [])]
  if (date > copied && date < goLive) return ['What is entered in the old system does not move']
  return date > goLive ? ['Lighter clinics, catch-up slots'] : []
}

/** @param {string} date @param {string} off @param {Schedule} found */
function neededOn(date, off, {days, goLive}) {
  if (off) return ON_A_DAY_OFF
  const isOn = (/** @type {string} */ id) => days.get(id)?.date === date
  if (date < (days.get('final-data-production')?.date ?? '')) return [...EVERY_DAY, ...(isOn('links-off') ? ['tells-third-parties'] : [])]
  return [
    ...EVERY_DAY,
    ...(isOn('final-data-production') ? AT_THE_COPY : []),
    ...(isOn('go-no-go-go-live') ? AT_THE_LAST_GATE : []),
    ...(date < goLive ? ['new-supplier'] : FROM_GO_LIVE),
  ]
}

/** @param {string} date @param {string} off @param {Plan} plan @param {Schedule} found */
function askedEachDay(date, off, plan, {days}) {
  const reader = valueAt(plan, 'tasks/name-daily-clinician/owner')
  const huddle = ['time', 'place'].map(name => valueAt(plan, `meetings/huddle/${name}`)).filter(Boolean)
  const isRead = date <= (days.get('links-back-on')?.date ?? date)
  return [
    ...(off || date < (days.get('final-data-production')?.date ?? '') ? [] : [['Ten-minute huddle', ...huddle].join(', ')]),
    ...(isRead ? [reader ? `Results read and signed by ${reader}` : 'Results read and signed: name the clinician'] : []),
  ]
}

/** Those that the practice added, and did not take away. @param {Plan} plan @returns {[string, string][]} */
function ownSeatsOf({seats}) {
  return Object.entries(seats ?? {}).filter(([, seat]) => seat.title?.value && !seat.removed?.value).map(([id, seat]) => [id, seat.title.value])
}

/** @param {string} one @param {string} other */
const isSame = (one, other) => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * "Dr Shah (Lead GP): Dr Lee covers", "Dr Shah (Lead GP): cover needed", "Pat Green"
 * @param {Away} away
 */
export function awayWords({person, seats}) {
  if (!seats.length) return person
  return seats.map(({title, cover}) => `${person} (${title}): ${cover ? cover + ' covers' : 'cover needed'}`).join('; ')
}

/**
 * "Project manager, Lead GP: Dr Shah"
 * @param {Seat[]} seats
 */
export const neededWords = seats => seats.map(({title, name}) => (name ? `${title}: ${name}` : title)).join(', ')

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Day, Schedule} from './shapes.js' */
