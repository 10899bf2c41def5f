// @ts-check
/**
 * A change of the dates, shown before it is made: what moves, what stays, what breaks, who must be told again.
 * A change is a list of fields with their new values, so what is shown and what is applied are one thing.
 * Refuses to know the page and the clock.
 */
import {daysBetween, inWords} from './dates.js'
import {amountWords, limitsOf} from './limits.js'
import {tellAfter} from './parties.js'
import {fieldAt, valueAt} from './plan.js'
import {goLiveProblems, working} from './reasons.js'
import {daysWithoutResults, schedule} from './schedule.js'
import {withSaid} from './standing.js'

const GO_LIVE_STATE = 'milestones/go-live/state'
const NOBODY = {at: 0, device: 'preview'}
/** What others were told of, by notice, poster or letter, beside the third parties. */
const TELLINGS = [
  'first-notice', 'formal-notices', 'pcse-form', 'pharmacies-told-provisional', 'pharmacies-told-confirmed', 'patients-told-month',
  'patients-told-days', 'patients-reminded-week', 'patients-reminded-day', 'party-reminder-week', 'party-reminder-day',
  'go-live-reconfirmed', 'go-live-reconfirmed-again',
]
/** The days that others work by. */
const KEY_DAYS = ['links-off', 'final-data-production', 'go-live', 'links-back-on']

/**
 * @typedef {[path: string, value: string, of?: string][]} Change - of: the date that it was said of, where it is not the one of the plan
 * @typedef {{id: string, title: string, from: string, to: string, date: string, days: number, why: string}} Move
 *   from or to is '' for what comes into the plan or leaves it; date: its new first day
 * @typedef {{id: string, title: string, date: string, state: string, breaks: string}} Kept breaks: the limit that it does not keep now, or ''
 * @typedef {{id: string, kind: 'party' | 'milestone', title: string, says: string}} Tell
 */

/**
 * The change that moves Go Live. A new date was neither agreed nor confirmed yet.
 * @param {Plan} plan @param {string} date
 * @returns {{change: Change, problem?: undefined} | {problem: string, change?: undefined}}
 */
export function goLiveChange(plan, date) {
  const happened = valueAt(plan, 'milestones/go-live/done')
  if (/^\d/.test(happened)) return {problem: `Go Live happened on ${inWords(happened)}. It does not move any more.`}
  if (date === valueAt(plan, 'goLive')) return {problem: `Go Live is ${inWords(date)} already.`}
  return {change: [['goLive', date], [GO_LIVE_STATE, '']]}
}

/** Make a change. @param {Plan} plan @param {Change} change @param {import('./plan.js').Stamp} stamp @returns {Plan} */
export function withChange(plan, change, stamp) {
  return change.reduce((one, [path, value, of]) => withSaid(one, path, value, of === undefined ? stamp : {...stamp, of}), plan)
}

/** The change that takes a change back. @param {Plan} plan - as it was before @param {Change} change @returns {Change} */
export const undoOf = (plan, change) => change.map(([path]) => [path, valueAt(plan, path), fieldAt(plan, path)?.of])

/**
 * Show what a change does. Nothing is changed.
 * @param {DatesData} data @param {Plan} plan @param {string} today @param {Change} change
 */
export function previewOf(data, plan, today, change) {
  const next = withChange(plan, change, NOBODY)
  const [before, after] = [plan, next].map(one => /** @type {Schedule} */ (schedule(data, one, today)))
  const moved = data.milestones.flatMap(milestone => moveOf(data, milestone, before.days?.get(milestone.id), after.days.get(milestone.id)))
  const [was, broken] = [limitsOf(data, before), limitsOf(data, after)]
  const [saidBefore, against] = [plan, next].map(one => goLiveProblems(valueAt(one, 'goLive'), data, one, today).map(({says}) => says))
  return {
    moved,
    /** What speaks against the day itself, and did not before. */
    against: against.filter(says => !saidBefore.includes(says)),
    kept: keptOf(data, after, broken),
    broken,
    isNew: broken.filter(({id, side}) => !was.some(one => one.id === id && one.side === side)),
    tell: tellAgain(data, next, before, after),
    results: daysWithoutResults(data, after),
    says: summary(moved, after),
  }
}

/** @param {DatesData} data @param {{id: string, title: string}} milestone @param {Day | undefined} old @param {Day | undefined} now @returns {Move[]} */
function moveOf(data, {id, title}, old, now) {
  if (old?.date === now?.date && old?.end === now?.end) return []
  const days = old && now ? daysBetween(old.date, now.date) || daysBetween(old.end || old.date, now.end || now.date) : 0
  const why = now ? working(now, data) : 'It is not part of this plan then'
  return [{id, title, from: rangeOf(old), to: rangeOf(now), date: now?.date ?? '', days, why}]
}

/** @param {Day | undefined} day */
function rangeOf(day) {
  if (!day) return ''
  return inWords(day.date, 'short') + (day.end && day.end !== day.date ? ` to ${inWords(day.end, 'short')}` : '')
}

/** What was agreed or confirmed stays where it is. @param {DatesData} data @param {Schedule} after @param {import('./limits.js').Broken[]} broken @returns {Kept[]} */
function keptOf(data, {days}, broken) {
  return data.milestones.flatMap(({id, title}) => {
    const day = days.get(id)
    if (!day?.pinned || day.state === 'done' || id === 'go-live') return []
    const breaks = broken.filter(one => one.id === id).map(({says}) => says).join(' ')
    return [{id, title, date: day.date, state: day.state, breaks}]
  })
}

/**
 * Everyone who was told a date that does not hold any more: third parties by what they were told, others by what was done.
 * @param {DatesData} data @param {Plan} plan @param {Schedule} before @param {Schedule} after
 * @returns {Tell[]}
 */
function tellAgain(data, plan, before, after) {
  const moves = KEY_DAYS.some(id => before.days?.get(id)?.date !== after.days.get(id)?.date)
  const told = tellAfter(data, before, after, plan).map(one => ({...one, kind: /** @type {const} */ ('party')}))
  const isSameMonth = before.goLive?.slice(0, 7) === after.goLive.slice(0, 7)
  const done = TELLINGS.filter(id => moves && !(id === 'patients-told-month' && isSameMonth)).flatMap(id => {
    const day = after.days.get(id)
    if (day?.state !== 'done') return []
    const title = data.milestones.find(one => one.id === id)?.title ?? id
    return [{id, kind: /** @type {const} */ ('milestone'), title, says: `Done on ${inWords(day.date, 'short')}, for the dates of that day. Tell them the new ones.`}]
  })
  return [...told, ...done]
}

/** @param {Move[]} moved @param {Schedule} after */
function summary(moved, {days}) {
  const states = [...days.values()].filter(day => day.id !== 'go-live').map(({state}) => state)
  const [done, firm] = [states.filter(state => state === 'done'), states.filter(state => state === 'agreed' || state === 'confirmed')].map(({length}) => length)
  const parts = [moved.length === 1 ? '1 date moves' : `${moved.length} dates move`]
  if (done) parts.push(`${done} ${done === 1 ? 'is' : 'are'} done and ${done === 1 ? 'stays' : 'stay'}`)
  if (firm) parts.push(`${firm} ${firm === 1 ? 'was' : 'were'} agreed or confirmed and ${firm === 1 ? 'stays' : 'stay'}`)
  return `${parts.join('; ')}.`
}

/** How long no results come electronically, and when the links are due back. @param {ReturnType<typeof daysWithoutResults>} results */
export function resultsWords({from, to, days, overHoliday, tested}) {
  const words = `Results would not arrive electronically for ${amountWords(days, 'day')}, ${inWords(from, 'brief')} to ${inWords(to, 'brief')}${overHoliday ? ', over a bank holiday' : ''}.`
  return tested ? `${words} Links are due back and tested by ${inWords(tested, 'brief')}; until then results may still be on paper.` : words
}

/** "7 days later" @param {number} days */
export const movedWords = days => (days ? `${amountWords(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}` : '')

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Day, Schedule} from './shapes.js' */
