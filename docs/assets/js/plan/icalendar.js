// @ts-check
/**
 * Days out of a calendar file (RFC 5545) that a reader chose: titles and days, nothing else of it.
 * Refuses to trust the file, and to know the page and the clock. Each thing that it cannot read is a sentence.
 */
import {dayNumber, inWords, isoDate} from './dates.js'
import {dayOfTime, repeatedDays} from './repeats.js'

export const BIGGEST_CALENDAR = 20_000_000
const MOST_DAYS = 2_000
/** Of repeating events, so that no file can keep the page busy for long. */
const MOST_STEPS = 1_000_000
const LONGEST_TITLE = 120
const UK = /^(Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)|GMT Standard Time|GB)$/

/**
 * @typedef {{title: string, from: string, to: string}} Entry
 * @typedef {{name: string, parameters: string, value: string}} Line
 * @typedef {{repeats: number, zones: number, unread: number}} Seen
 */

/**
 * Read the events that lie in a stretch of days. Repeating ones give each of their days.
 * @param {string} text
 * @param {{from: string, to: string}} stretch - both days included
 * @returns {{entries: Entry[], says: string[], problem?: undefined} | {problem: string, entries?: undefined, says?: undefined}}
 */
export function readCalendar(text, {from, to}) {
  if (text.length > BIGGEST_CALENDAR) return {problem: 'That calendar file is too large. Export a shorter time, such as one year.'}
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return {problem: 'That file is not a calendar. Choose a file that ends in .ics.'}
  const {events, isCut} = eventsIn(text)
  if (!events.length && !isCut) return {problem: 'That calendar has no events.'}

  const seen = {repeats: 0, zones: 0, unread: 0}
  const budget = {steps: MOST_STEPS}
  const moved = new Set(events.flatMap(event => changedDay(event)))
  const [first, last] = [dayNumber(from), dayNumber(to)]
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  for (const event of events) {
    for (const entry of entriesOf(event, moved, {first, last, budget}, seen)) entries.set(`${entry.from} ${entry.to} ${entry.title}`, entry)
  }
  const all = [...entries.values()].sort((a, b) => (a.from === b.from ? (a.title < b.title ? -1 : 1) : a.from < b.from ? -1 : 1))
  return {entries: all.slice(0, MOST_DAYS), says: sentences(events.length, all.length, isCut, seen, from, to)}
}

/** @param {number} total @param {number} inside @param {boolean} isCut @param {Seen} seen @param {string} from @param {string} to */
function sentences(total, inside, isCut, {repeats: strange, zones, unread}, from, to) {
  const many = (/** @type {number} */ count) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'event' : 'events'}`
  const lie = inside === 1 ? 'lies' : 'lie'
  const says = [`That calendar has ${many(total)}. ${inside ? inside.toLocaleString('en-GB') : 'None'} ${inside ? lie : 'lies'} between ${inWords(from, 'short')} and ${inWords(to, 'short')}.`]
  if (inside > MOST_DAYS) says.push(`The first ${MOST_DAYS.toLocaleString('en-GB')} are shown.`)
  if (isCut) says.push('The file is cut short. What stands before the cut was read; export it again to be sure.')
  if (strange) says.push(`${many(strange)} ${strange === 1 ? 'repeats' : 'repeat'} in a way that this page cannot count. Only the first day was read.`)
  if (zones) says.push(`${many(zones)} ${zones === 1 ? 'has a time' : 'have times'} in another time zone. The day is the one in that zone.`)
  if (unread) says.push(`${many(unread)} had no day that could be read and ${unread === 1 ? 'was' : 'were'} left out.`)
  return says
}

/** Each event's lines. Folded lines are joined first; alarms inside events are passed over. @param {string} text */
function eventsIn(text) {
  /** @type {Line[][]} */
  const events = []
  /** @type {Line[] | undefined} */
  let event
  let inner = 0
  for (const line of text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '').split('\n')) {
    const [, name = '', parameters = '', value = ''] = line.match(/^([A-Za-z-]+)((?:;[^":]*(?:"[^"]*"[^":]*)*)?):(.*)$/) ?? []
    const isEvent = value.toUpperCase() === 'VEVENT'
    const word = name.toUpperCase()
    if (word === 'BEGIN' && isEvent) event = []
    else if (word === 'BEGIN' && event) inner += 1
    else if (word === 'END' && isEvent && event) {
      events.push(event)
      event = undefined
      inner = 0
    } else if (word === 'END' && event) inner -= 1
    else if (event && !inner && word) event.push({name: word, parameters, value})
  }
  return {events, isCut: Boolean(event) || !/END:VCALENDAR\s*$/i.test(text)}
}

/** A day of a series that was moved stands as an event of its own. @param {Line[]} event */
function changedDay(event) {
  const line = lineOf(event, 'RECURRENCE-ID')
  const day = line && dayOfTime(line.value)
  return day === undefined ? [] : [`${lineOf(event, 'UID')?.value} ${day}`]
}

/** @param {Line[]} event @param {string} name */
const lineOf = (event, name) => event.find(line => line.name === name)

/**
 * @param {Line[]} event @param {Set<string>} moved
 * @param {{first: number, last: number, budget: {steps: number}}} stretch @param {Seen} seen
 * @returns {Entry[]}
 */
function entriesOf(event, moved, {first, last, budget}, seen) {
  if (lineOf(event, 'STATUS')?.value.toUpperCase() === 'CANCELLED') return []
  const start = lineOf(event, 'DTSTART')
  const day = start && dayOfTime(start.value)
  if (!start || day === undefined) {
    seen.unread += 1
    return []
  }
  const length = lengthOf(event, day)
  const title = titleOf(lineOf(event, 'SUMMARY')?.value ?? '')
  const rule = lineOf(event, 'RECURRENCE-ID') ? '' : lineOf(event, 'RRULE')?.value ?? ''
  const repeated = rule ? repeatedDays(rule, day, {first: first - length, last}, budget) : [day]
  const own = lineOf(event, 'UID')?.value
  const off = new Set(event.filter(({name}) => name === 'EXDATE').flatMap(line => line.value.split(',').map(dayOfTime)))
  const days = (repeated ?? [day]).filter(one => one + length >= first && one <= last && !off.has(one) && !(rule && moved.has(`${own} ${one}`)))
  if (!repeated) seen.repeats += 1
  if (days.length && isElsewhere(start)) seen.zones += 1
  return days.map(one => ({title, from: isoDate(one), to: isoDate(one + length)}))
}

/** @param {Line} line */
function isElsewhere({parameters}) {
  const zone = parameters.match(/TZID="?([^";]+)/i)?.[1]
  return zone !== undefined && !UK.test(zone)
}

/** How many days follow the first. An all-day end is the day after; a time at midnight belongs to the day before. @param {Line[]} event @param {number} day */
function lengthOf(event, day) {
  const [end, duration] = ['DTEND', 'DURATION'].map(name => lineOf(event, name))
  const last = end && dayOfTime(end.value)
  const isWhole = !end?.value.includes('T') || /T000000Z?$/.test(end.value)
  if (last !== undefined) return Math.min(Math.max(last - day - Number(isWhole), 0), 400)
  const [, weeks = 0, days = 0, hours = 0] = duration?.value.match(/^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$/) ?? []
  return Math.min(Math.max(Number(weeks) * 7 + Number(days) - 1 + Math.ceil(Number(hours) / 24), 0), 400)
}

/** Plain text of one line. @param {string} text */
function titleOf(text) {
  const plain = text.replace(/\\[nN]/g, ' ').replace(/\\([\\;,])/g, '$1').replace(/[\p{Cc}\p{Cs}]/gu, '').trim()
  return plain.slice(0, LONGEST_TITLE) || 'Without a title'
}
