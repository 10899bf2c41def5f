// @ts-check
/**
 * Dates as text (YYYY-MM-DD), as day numbers and in words.
 * Refuses to know the clock and the time zone: today is passed in.
 */

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December',
]
export const MS_IN_A_DAY = 86_400_000

/** Stands beside dates wherever they are shown, copied or printed. */
export const CAUTION = 'Suggested dates. Not NHS policy. '
  + 'Agree them with your ICB, both suppliers and your clinical safety officer.'

/**
 * Read a date that a person typed, day first.
 * @param {string} text
 * @param {string} [label] - the field's label, which every problem names
 * @returns {{date: string, problem?: undefined} | {problem: string, date?: undefined}}
 */
export function parseDate(text, label = 'Go Live date') {
  /** @param {string} words */
  const must = words => ({problem: `${label} must ${words}`})
  const words = text.toLowerCase().split(/[\s,./–-]+/).filter(Boolean)

  if (!words.length) return {problem: `Enter the ${insideASentence(label)}`}
  if (/\d:\d|\d\s*[ap]m\b|\dt\d/i.test(text)) return must('be a date without a time, like 30 March 2027')

  const weekday = positionIn(WEEKDAYS, words[0].replace(/s$/, ''))
  if (weekday >= 0) words.shift()
  if (/^\d{4}$/.test(words[0])) words.reverse()

  const [day = '', month = '', year = ''] = words
  const monthNumber = /^\d\d?$/.test(month) ? Number(month) : positionIn(MONTHS, month) + 1
  const isDay = /^\d\d?(st|nd|rd|th)?$/.test(day)
  const isMonth = monthNumber > 0 || /^0/.test(month)

  if (!isDay || !isMonth || words.length > 3) return must('have a day, a month and a year, like 30 March 2027')
  if (!year) return must('include a year, like 30 March 2027')
  if (!/^\d{4}$/.test(year)) return must('have a year of four digits, like 2027')

  const date = [year, monthNumber, parseInt(day, 10)].map(part => String(part).padStart(2, '0')).join('-')
  if (year !== '0000' && (year < '2020' || year > '2100')) return must('be in a year from 2020 to 2100')
  if (isoDate(dayNumber(date)) !== date) return must('be a real date, like 30 March 2027')

  const [trueWeekday, ...rest] = inWords(date).split(' ')
  if (weekday >= 0 && WEEKDAYS[weekday] !== trueWeekday) {
    return {problem: `${label} says ${WEEKDAYS[weekday]}, but ${rest.join(' ')} is a ${trueWeekday}`}
  }
  return {date}
}

/**
 * Count the days from 1 January 1970 to a date.
 * @param {string} iso
 */
export function dayNumber(iso) {
  const [year, month, day] = iso.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / MS_IN_A_DAY
}

/** The text of each day that was asked for: the same few hundred are asked for at every change. @type {Map<number, string>} */
const texts = new Map()

/**
 * Give the date of a day number.
 * @param {number} day
 */
export function isoDate(day) {
  const known = texts.get(day)
  if (known) return known
  const text = new Date(day * MS_IN_A_DAY).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

/**
 * Say a date in words.
 * @param {string} iso
 * @param {'long' | 'short' | 'brief'} [style] - Tuesday 8 June 2027, Tue 8 June 2027, Tue 8 June
 */
export function inWords(iso, style = 'long') {
  const [year, month, day] = iso.split('-').map(Number)
  const weekday = WEEKDAYS[(dayNumber(iso) + 4) % 7] // 1 January 1970 was a Thursday
  const words = `${style === 'long' ? weekday : weekday.slice(0, 3)} ${day} ${MONTHS[month - 1]}`
  return style === 'brief' ? words : `${words} ${year}`
}

/**
 * Count the days from one date to another; before is negative.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Say how far away Go Live is, in whole weeks, or in days within a week of it.
 * @param {string} today
 * @param {string} goLive
 */
export function weeksToGo(today, goLive) {
  const days = daysBetween(today, goLive)
  if (days === 0) return 'Go Live is today'

  const distance = Math.abs(days)
  const isNear = distance < (days > 0 ? 21 : 7) // at the end every day counts
  const amount = isNear ? distance : Math.floor(distance / 7)
  const unit = (isNear ? 'day' : 'week') + (amount === 1 ? '' : 's')
  return `${amount} ${unit} ${days > 0 ? 'to go' : 'since Go Live'}`
}

/**
 * Find a name by its first three letters or more; -1 for none.
 * @param {string[]} names
 * @param {string} word
 */
function positionIn(names, word) {
  return word.length < 3 ? -1 : names.findIndex(name => name.toLowerCase().startsWith(word))
}

/**
 * A label as it stands inside a sentence: "the target date", "the Go Live date".
 * @param {string} label
 */
function insideASentence(label) {
  return label.startsWith('Go Live') ? label : label[0].toLowerCase() + label.slice(1)
}
