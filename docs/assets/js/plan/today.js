// @ts-check
/**
 * What the plan asks for today and in the next days: dates, tasks and own actions that are still open.
 * Refuses to say what is late: attention.js does. Knows no page, no storage and no clock.
 */
import {dayNumber, inWords, isoDate} from './dates.js'
import {isToGoOn} from './decisions.js'
import {valueAt} from './plan.js'
import {dueOf} from './schedule.js'

const DAYS_AHEAD = 7
const READING = 'A named clinician reads 111, out-of-hours and paper results, and signs.'
const HUDDLE = 'Hold the ten-minute huddle.'
/** What is asked on each day of a stretch: from the first day of one milestone to the last of another. */
const EACH_DAY = [
  {from: 'links-off', to: 'links-back-on', says: READING},
  {from: 'final-data-production', to: 'all-data-entered', says: HUDDLE},
]

/**
 * @typedef {{date: string, title: string, id: string, kind: 'milestone' | 'task' | 'action'}} Entry
 * @typedef {{today: Entry[], eachDay: string[], week: Entry[], next: Entry | undefined}} Agenda
 *   week: from tomorrow on, in the order of the days; next: the first milestone after them
 */

/**
 * @param {DatesData} data
 * @param {Schedule} found
 * @param {Plan} plan
 * @param {Record<string, string>} tasks - titles by id
 * @param {string} today
 * @returns {Agenda}
 */
export function agendaOf(data, found, plan, tasks, today) {
  const until = isoDate(dayNumber(today) + DAYS_AHEAD)
  const titles = new Map(data.milestones.map(({id, title}) => [id, title]))
  const over = Object.entries(data.gates).filter(([gate]) => isToGoOn(plan, gate)).map(([, milestone]) => milestone)
  const days = [...found.days.values()].filter(({id, state}) => titles.has(id) && state !== 'done' && valueAt(plan, `milestones/${id}/done`) !== 'yes' && id !== 'weekly-meetings' && !over.includes(id))
  const milestones = days.flatMap(({id, date, end, rule}) => [
    entry('milestone', id, date, titles.get(id) ?? id),
    ...(end > date && rule?.kind === 'span' ? [entry('milestone', id, end, `${titles.get(id)}: last day`)] : []),
  ])
  const due = Object.entries(tasks).filter(([id]) => isOpen(plan, `tasks/${id}`))
    .map(([id, title]) => entry('task', id, valueAt(plan, `tasks/${id}/due`) || (data.tasks[id] && dueOf(data, found, data.tasks[id])?.date) || '', title))
  const own = Object.keys(plan.actions).filter(id => isOpen(plan, `actions/${id}`))
    .map(id => entry('action', id, valueAt(plan, `actions/${id}/due`), valueAt(plan, `actions/${id}/title`)))
  const all = [...milestones, ...due, ...own].filter(({date}) => date).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return {
    today: all.filter(({date}) => date === today),
    eachDay: EACH_DAY.filter(({from, to}) => isWithin(found, today, from, to)).map(({says}) => says),
    week: all.filter(({date}) => date > today && date <= until),
    next: milestones.filter(({date}) => date > until).sort((a, b) => (a.date < b.date ? -1 : 1))[0],
  }
}

/** "Nothing is due today, Thu 26 November 2026." @param {Agenda} agenda @param {string} today @param {boolean} [isStopped] */
export function todayWords({today: due, eachDay}, today, isStopped = false) {
  const day = inWords(today, 'short')
  if (!due.length && !eachDay.length) return `Nothing is due today, ${day}.`
  return isStopped ? `The migration is stopped. What the plan had for today, ${day}:` : `Today, ${day}:`
}

/** @param {Entry['kind']} kind @param {string} id @param {string} date @param {string} title @returns {Entry} */
const entry = (kind, id, date, title) => ({kind, id, date, title})

/** @param {Plan} plan @param {string} path of a task or an action */
const isOpen = (plan, path) => !['done', 'na'].includes(valueAt(plan, `${path}/state`)) && !valueAt(plan, `${path}/removed`)

/** @param {Schedule} found @param {string} today @param {string} from @param {string} to */
function isWithin({days}, today, from, to) {
  const [first, last] = [days.get(from), days.get(to)]
  return Boolean(first && last && first.date <= today && today <= (last.end || last.date))
}

/** @import {Plan} from './plan.js' */
/** @import {DatesData, Schedule} from './shapes.js' */
