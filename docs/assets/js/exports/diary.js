// @ts-check
/**
 * The dates of a plan as the entries of a diary: whose they are, when they begin, whether they take the day, when to be reminded.
 * Refuses to know the page and the clock.
 */
import {CAUTION, dayNumber, isoDate} from '../plan/dates.js'
import {valueAt} from '../plan/plan.js'

const AN_HOUR = 60
const NOON = 720
const A_DAY = 1440
/** Nobody meets at 2 in the morning: hours before this one are meant for the afternoon. */
const FIRST_HOUR = 7
const TIME = /(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?/i
const SLOT = new RegExp(`^\\D*${TIME.source}(?:\\s*(?:-|–|to|until)\\s*${TIME.source})?\\s*$`, 'i')

/**
 * When a slot begins, in minutes since midnight, and how long it is; nothing where it cannot be understood.
 * @param {string} text - as somebody typed it: "12.30", "2pm to 3pm"
 * @returns {{start: number, minutes: number} | undefined}
 */
export function slotOf(text) {
  const found = SLOT.exec(text.trim())
  if (!found) return undefined
  const [start, end] = [minuteOf(found[1], found[2], found[3]), minuteOf(found[4], found[5], found[6] ?? found[3])]
  if (start === undefined || (found[4] && end === undefined)) return undefined
  const minutes = end === undefined ? AN_HOUR : end - start
  return minutes > 0 ? {start, minutes} : undefined
}

/** @param {string | undefined} hour @param {string | undefined} minute @param {string | undefined} half @returns {number | undefined} */
function minuteOf(hour, minute, half) {
  const [hours, minutes] = [Number(hour ?? NaN), Number(minute ?? 0)]
  if (!(hours < 24) || minutes > 59 || (!minute && !half) || (half && (hours < 1 || hours > 12))) return undefined
  const isLater = half ? half.toLowerCase() === 'pm' && hours < 12 : hours < FIRST_HOUR
  const isMidnight = half?.toLowerCase() === 'am' && hours === 12
  return (hours * 60 + minutes + (isLater ? NOON : 0) - (isMidnight ? NOON : 0)) % A_DAY
}

/**
 * Every entry. Milestones are free, meetings and the critical days take the day, and a deadline is announced a week before.
 * @param {DiaryDate[]} dates - each meeting of a series on its own, named `weekly-meetings-…`
 * @param {Plan} plan @param {string} today
 */
export function diaryOf(dates, plan, today) {
  const at = (/** @type {string} */ name) => valueAt(plan, `meetings/weekly/${name}`)
  const meeting = {...slotOf(at('time')), place: at('place')}
  const next = valueAt(plan, 'meetings/next/date')
  const isWeekly = (/** @type {{id: string}} */ {id}) => id.startsWith('weekly-meetings')
  const own = next && !dates.some(one => isWeekly(one) && one.date === next) ? [{id: 'next-meeting', title: 'Next migration meeting', date: next, end: '', notes: ''}] : []
  const practice = valueAt(plan, 'practice/name')
  return [...dates, ...own].map(one => {
    const isOurs = isWeekly(one) || one.id === 'next-meeting'
    const {id, title, date, end, notes} = one
    return {
      id, date, end,
      title: practice ? `Migration: ${title} (${practice})` : `Migration: ${title}`,
      notes: [isOurs && at('link'), isOurs && !meeting.start && at('time'), notes].filter(Boolean).join('. ') || CAUTION,
      isBusy: isOurs || Boolean(one.gate) || id === 'critical-days' || / meeting$/.test(title),
      isReminded: one.rule?.kind === 'deadline' && one.status !== 'done' && isoDate(dayNumber(date) - 7) > today,
      ...(isOurs ? meeting : {}),
    }
  })
}

/**
 * @typedef {{id: string, title: string, date: string, end: string, notes: string, gate?: boolean, status?: string, rule?: import('../plan/shapes.js').Rule | null}} DiaryDate
 * @typedef {import('../plan/plan.js').Plan} Plan
 */
