// @ts-check
/**
 * The days of a third party: when it is told, goes off and comes on; what it was told, and what holds no more.
 * Refuses to know the page and the clock. A day is here only where the party's own record gives one: decisions/0024.
 */
import {nearestWorkingDay} from './counting.js'
import {dayNumber, inWords, isoDate} from './dates.js'
import {amountWords, anchorWords} from './limits.js'
import {valueAt} from './plan.js'
import {dueOf} from './schedule.js'

/** When a party of the reader's own may go off and come on: the days of these milestones. */
export const OWN_DAYS = {off: ['links-off', 'final-data-production'], back: ['go-live', 'links-back-on']}
/** The days that a reply in writing may be for, beside the party's own. */
const OF_THE_PLAN = ['go-live', 'final-data-production', 'links-off']

/**
 * @typedef {{goLive: string, off: string, on: string}} PartyDays - '' where its record gives no day
 * @typedef {{title: string, date: string}} Dated
 * @typedef {{id: string, title: string, says: string, was: string[]}} Again - was: what it was told, in words
 */

/** @param {DatesData} data @param {Plan} plan @param {string} id */
export const partyTitle = (data, plan, id) => valueAt(plan, `parties/${id}/title`) || (data.parties[id]?.title ?? id)

/** @param {Plan} plan @param {string} id */
export const isUsed = (plan, id) => Boolean(plan.parties[id]) && valueAt(plan, `parties/${id}/removed`) !== 'yes'

/** The guide's record of a party, or what the reader said of their own. @param {DatesData} data @param {Plan} plan @param {string} id @returns {PartyRules} */
function recordOf(data, plan, id) {
  if (data.parties[id]) return data.parties[id]
  const rule = (/** @type {'off' | 'back'} */ name) => {
    const anchor = valueAt(plan, `parties/${id}/${name}`)
    return OWN_DAYS[name].includes(anchor) ? {anchor, amount: 0, unit: 'day', direction: 'on', source: 'ours'} : undefined
  }
  return {title: id, off: rule('off'), on: rule('back')}
}

/**
 * When it goes off and comes on. A day that is counted is a working day, the one before or after; the day of a milestone is that day.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id @returns {PartyDays}
 */
export function partyDays(data, found, plan, id) {
  const {off, on} = recordOf(data, plan, id)
  const day = (/** @type {Rule | undefined} */ rule, /** @type {string} */ kind) =>
    (rule && dueOf(data, found, {...rule, kind: rule.direction === 'on' ? '' : kind})?.date) || ''
  return {goLive: found.goLive, off: day(off, 'deadline'), on: day(on, 'start')}
}

/**
 * Its notices: those of the plan's own milestones where it has some, or else the common one; none where nobody can be told.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id @returns {Dated[]}
 */
export function noticesOf(data, found, plan, id) {
  const {told, limit} = recordOf(data, plan, id)
  if (limit === null) return []
  const own = limit && dueOf(data, found, {...limit, kind: 'deadline'})
  if (!told) return [{title: 'Formal notice', date: (own ?? found.days.get('formal-notices'))?.date ?? ''}]
  return told.flatMap(one => {
    const date = found.days.get(one)?.date
    return date ? [{title: data.milestones.find(milestone => milestone.id === one)?.title ?? one, date}] : []
  })
}

/**
 * All of its days, in their order.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id @returns {Dated[]}
 */
export function allDaysOf(data, found, plan, id) {
  const {told, limit} = recordOf(data, plan, id)
  const {off, on} = partyDays(data, found, plan, id)
  const of = (/** @type {string} */ milestone) => found.days.get(milestone)?.date ?? ''
  const isOwn = off && off !== of('links-off')
  const before = (/** @type {number} */ days) => isoDate(nearestWorkingDay(dayNumber(off) - days, -1, found.calendar.holidays))
  const last = told && limit ? [{title: `Last day for it: ${lastWords(data, limit)}`, date: dueOf(data, found, {...limit, kind: 'deadline'})?.date ?? ''}] : []
  const reminders = limit === null ? [] : [
    {title: 'First notice', date: of('first-notice')},
    {title: 'Reminder, a week before', date: isOwn ? before(7) : of('party-reminder-week')},
    {title: 'Reminder, on the day', date: isOwn ? before(0) : of('party-reminder-day')},
  ]
  return [
    ...reminders, ...noticesOf(data, found, plan, id), ...last,
    {title: 'Off', date: off}, {title: 'On', date: on}, {title: 'Tested by', date: of('links-back-on')},
  ].filter(({date}) => date).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
}

/** "at least 14 days before final data production (Clinical system migration)" @param {DatesData} data @param {Rule} limit */
function lastWords(data, {amount, unit, anchor, source}) {
  return `at least ${amountWords(amount, unit)} before ${anchorWords(data, anchor)} (${data.sources[source] ?? source})`
}

/** What it was told last, by the day that it was told. @param {Plan} plan @param {string} id @returns {Told | undefined} */
export function lastTold(plan, id) {
  return [...plan.parties[id]?.told ?? []].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).at(-1)
}

/**
 * What it was told that holds no more, with what holds now; nothing where it has the right dates.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id @returns {Again | undefined}
 */
export function tellAgain(data, found, plan, id) {
  const told = lastTold(plan, id)
  const [days, name] = [partyDays(data, found, plan, id), offName(data, plan, id)]
  const changed = told ? changesOf(told, days, name) : []
  return told && changed.length ? againOf(data, plan, id, told, days, changed) : undefined
}

/**
 * Whom a change of the dates concerns: who has a wrong date then, and who was told before its own day was noted beside Go Live.
 * @param {DatesData} data @param {Schedule} before @param {Schedule} after @param {Plan} plan @returns {Again[]}
 */
export function tellAfter(data, before, after, plan) {
  return usedParties(plan).flatMap(id => {
    const again = tellAgain(data, after, plan, id)
    const told = lastTold(plan, id)
    if (again || !told || told.off !== undefined || before.goLive !== after.goLive) return again ?? staleReply(data, after, plan, id)
    const [was, days] = [before, after].map(found => partyDays(data, found, plan, id))
    return was.off === days.off ? [] : [againOf(data, plan, id, told, days, [['Go Live', told.date, days.goLive]])]
  })
}

/**
 * Who confirmed a date in writing knows one, though nobody recorded that they were told.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id @returns {Again[]}
 */
function staleReply(data, found, plan, id) {
  const confirmed = valueAt(plan, `parties/${id}/confirmed`)
  if (lastTold(plan, id) || valueAt(plan, `parties/${id}/state`) !== 'confirmed' || !confirmed || isConfirmed(plan, id, datesOf(data, found, plan, id))) return []
  return [{id, title: partyTitle(data, plan, id), was: [inWords(confirmed, 'brief')], says: `${replyWords(confirmed, false)}.`}]
}

/** The dates that its reply may be for. @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id */
function datesOf(data, found, plan, id) {
  const {off, on} = partyDays(data, found, plan, id)
  return [off, on, ...OF_THE_PLAN.map(one => found.days.get(one)?.date)]
}

/** Everyone who was told a date that holds no more. @param {DatesData} data @param {Schedule} found @param {Plan} plan */
export const toTellAgain = (data, found, plan) => usedParties(plan).flatMap(id => tellAgain(data, found, plan, id) ?? staleReply(data, found, plan, id))

/** @param {Again[]} again */
export function toldAgainWords(again) {
  if (!again.length) return ''
  const dates = [...new Set(again.flatMap(({was}) => was))]
  return `. ${again.length} ${again.length === 1 ? 'was' : 'were'} told ${dates.join(', ')}. Tell them the new ${dates.length === 1 ? 'date' : 'dates'}`
}

/** @param {Plan} plan */
const usedParties = plan => Object.keys(plan.parties).filter(id => isUsed(plan, id))

/** @param {DatesData} data @param {Plan} plan @param {string} id @param {Told} told @param {PartyDays} days @param {Change[]} changed @returns {Again} */
function againOf(data, plan, id, told, days, changed) {
  const [was, now] = [1, 2].map(at => changed.map(one => `${one[0]} ${one[at] ? inWords(one[at], 'short') : 'no day any more'}`))
  if (!told.off && days.off) now.push(`${offName(data, plan, id)} ${inWords(days.off, 'short')}`)
  return {id, title: partyTitle(data, plan, id), was: changed.map(([what, date]) => (what === 'Go Live' ? inWords(date, 'brief') : `${what} ${inWords(date, 'brief')}`)), says: `Told ${was.join(', ')}, on ${inWords(told.on, 'short')}. Now: ${now.join(', ')}.`}
}

/**
 * @typedef {[what: string, told: string, now: string]} Change
 * @param {Told} told @param {PartyDays} days @param {string} name - of the day that it goes off @returns {Change[]}
 */
function changesOf({date, off = '', back = ''}, days, name) {
  const isBackOwn = back !== date || (days.on && days.on !== days.goLive)
  /** @type {Change[]} */
  const all = [['Go Live', date, days.goLive], [name, off, days.off], ['back on', isBackOwn ? back : '', days.on]]
  return all.filter(([, was, now]) => was && was !== now)
}

/** @param {DatesData} data @param {Plan} plan @param {string} id */
const offName = (data, plan, id) => (recordOf(data, plan, id).off?.anchor === 'links-off' ? 'links off' : 'switch-off')

/**
 * "Go Live Tue 8 June 2027, links off Fri 28 May 2027": what was told, or what there is to tell.
 * @param {DatesData} data @param {Plan} plan @param {string} id
 * @param {{date: string, off?: string, back?: string}} told @param {(iso: string) => string} [day]
 */
export function toldDates(data, plan, id, {date, off, back}, day = iso => inWords(iso, 'short')) {
  return [`Go Live ${day(date)}`, off && `${offName(data, plan, id)} ${day(off)}`, back && back !== date && `back on ${day(back)}`].filter(Boolean).join(', ')
}

/** @param {string} iso */
const withoutWeekday = iso => inWords(iso, 'brief').slice(4)

/**
 * A reply in writing counts for the date that it names, if the plan has that date now.
 * @param {Plan} plan @param {string} id @param {(string | undefined)[]} dates
 */
export function isConfirmed(plan, id, dates) {
  const date = valueAt(plan, `parties/${id}/confirmed`)
  return valueAt(plan, `parties/${id}/state`) === 'confirmed' && Boolean(date) && dates.includes(date)
}

/**
 * How it stands with a party, in the few words of its row.
 * @param {DatesData} data @param {Schedule} found @param {Plan} plan @param {string} id
 */
export function partyStanding(data, found, plan, id) {
  const [again, told, days] = [tellAgain(data, found, plan, id), lastTold(plan, id), partyDays(data, found, plan, id)]
  const confirmed = valueAt(plan, `parties/${id}/confirmed`)
  const holds = isConfirmed(plan, id, datesOf(data, found, plan, id))
  const isDone = holds && !again
  const notices = noticesOf(data, found, plan, id).map(({date}) => date)
  return {
    /** '' where the words of its state say all. */
    state: again ? 'Tell them the new date' : valueAt(plan, `parties/${id}/state`) === 'confirmed' ? replyWords(confirmed, holds) : '',
    isLate: Boolean(again),
    told: told ? `Told on ${withoutWeekday(told.on)} of ${toldDates(data, plan, id, told, withoutWeekday)}.` : '',
    again: again?.says ?? '',
    /** '' when it is not needed any more, undefined where no date is known. */
    notice: isDone ? '' : notices.length ? `Notice by ${notices.map(date => inWords(date, 'brief')).join(', and ')}` : undefined,
    notices,
    days,
  }
}

/** Asked is not answered, and a reply without a date confirms none. @param {string} confirmed @param {boolean} holds */
function replyWords(confirmed, holds) {
  if (!confirmed) return 'Confirmed for which date? Enter it'
  const date = inWords(confirmed, 'brief')
  return holds ? `Confirmed in writing for ${date}` : `Confirmed for ${date}, which is none of its dates now`
}

/** @import {Plan, Told} from './plan.js' */
/** @import {DatesData, PartyRules, Rule, Schedule} from './shapes.js' */
