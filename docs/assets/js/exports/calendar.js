// @ts-check
/**
 * Dates as a calendar file (RFC 5545) that Outlook, Google and Apple read. Refuses to know the plan and the clock.
 *
 * All-day, and free: a milestone must not block a diary. The same date keeps its UID for ever,
 * so that a calendar which goes by UID and SEQUENCE moves an event and does not double it.
 */
import {CAUTION, dayNumber, isoDate} from '../plan/dates.js'

const LONGEST_LINE = 75 // octets, RFC 5545 section 3.1
const octets = new TextEncoder()

/**
 * @param {{id: string, title: string, date: string, end?: string, notes?: string}[]} items
 *   `end` is the last day of what lasts, or ''
 * @param {object} about
 * @param {string} about.planId
 * @param {number} about.revision - of the plan; grows with each change
 * @param {string} about.name - what the calendar is called
 * @param {number} about.now - milliseconds since 1970
 * @returns {string}
 */
export function calendarOf(items, {planId, revision, name, now}) {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[:-]/g, '')}Z`
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
      `DTSTART;VALUE=DATE:${compact(item.date)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(item))}`,
      `SUMMARY:${escapedText(item.title)}`,
      `DESCRIPTION:${escapedText(withCaution(item.notes))}`,
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
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
