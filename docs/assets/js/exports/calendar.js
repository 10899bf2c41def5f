// @ts-check
/**
 * Dates as a calendar file (RFC 5545) that Outlook, Google and Apple read. Refuses to know the plan and the clock.
 *
 * All-day, unless it has a time, and free, unless it says that it takes the day. The same date keeps its UID for ever,
 * so that a calendar which goes by UID and SEQUENCE moves an event and does not double it.
 * A time is one in the United Kingdom, and is written in UTC, since a time without a zone would shift in summer.
 */
import {CAUTION, dayNumber, isoDate} from '../plan/dates.js'

const LONGEST_LINE = 75 // octets, RFC 5545 section 3.1
const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000]
/** 9am, a week before a day that begins at midnight. */
const A_WEEK_BEFORE = '-P6DT15H'
const octets = new TextEncoder()

/**
 * @param {{id: string, title: string, date: string, end?: string, notes?: string, place?: string, start?: number, minutes?: number, isBusy?: boolean, isReminded?: boolean}[]} items
 *   `end` is the last day of what lasts, or ''; `start` is in minutes since midnight
 * @param {object} about
 * @param {string} about.planId
 * @param {number} about.revision - of the plan; grows with each change
 * @param {string} about.name - what the calendar is called
 * @param {number} about.now - milliseconds since 1970
 * @returns {string}
 */
export function calendarOf(items, {planId, revision, name, now}) {
  const stamp = moment(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//GP clinical system migration guide//Dates//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapedText(name)}`,
    ...items.flatMap(item => [
      'BEGIN:VEVENT',
      `UID:${planId}-${item.id}@gp-migration-guide`,
      `SEQUENCE:${revision}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      ...spanOf(item),
      `SUMMARY:${escapedText(item.title)}`,
      `DESCRIPTION:${escapedText(withCaution(item.notes))}`,
      ...(item.place ? [`LOCATION:${escapedText(item.place)}`] : []),
      `TRANSP:${item.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
      `X-MICROSOFT-CDO-BUSYSTATUS:${item.isBusy ? 'BUSY' : 'FREE'}`,
      ...(item.isReminded ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapedText(item.title)}`, `TRIGGER:${A_WEEK_BEFORE}`, 'END:VALARM'] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** All of a day, or of several; or from one moment to another. @param {{date: string, end?: string, start?: number, minutes?: number}} item */
function spanOf(item) {
  if (item.start === undefined) return [`DTSTART;VALUE=DATE:${compact(item.date)}`, `DTEND;VALUE=DATE:${compact(dayAfter(item))}`]
  const from = dayNumber(item.date) * DAY_MS + item.start * MINUTE_MS - (isSummer(item.date) ? HOUR_MS : 0)
  return [`DTSTART:${moment(from)}`, `DTEND:${moment(from + (item.minutes ?? 60) * MINUTE_MS)}`]
}

/** @param {number} at milliseconds since 1970 */
const moment = at => `${new Date(at).toISOString().slice(0, 19).replace(/[:-]/g, '')}Z`

/** Is it British Summer Time by day: from the last Sunday of March to the last of October? @param {string} iso */
function isSummer(iso) {
  const last = (/** @type {string} */ month) => {
    const end = dayNumber(`${iso.slice(0, 4)}-${month}-31`)
    return end - (end + 4) % 7
  }
  return dayNumber(iso) >= last('03') && dayNumber(iso) < last('10')
}

/** DTEND is the first day that no longer belongs to it. @param {{date: string, end?: string}} item */
function dayAfter({date, end = ''}) {
  return isoDate(dayNumber(end > date ? end : date) + 1)
}

/** @param {string} iso */
function compact(iso) {
  return iso.replaceAll('-', '')
}

/** @param {string} [notes] */
function withCaution(notes = '') {
  return notes.includes(CAUTION) ? notes : [notes, CAUTION].filter(Boolean).join('\n\n')
}

/** The backslash first, or it would escape what escapes. @param {string} text */
function escapedText(text) {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[;,]/g, mark => `\\${mark}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
}

/** Break a line by octets, never inside a character. @param {string} line */
function folded(line) {
  let text = ''
  let length = 0
  for (const character of line) {
    const size = octets.encode(character).length
    if (length + size > LONGEST_LINE) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += size
  }
  return text
}
