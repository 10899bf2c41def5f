// @ts-check
/**
 * How the decision of a gate stands: it is one when somebody has a name beside it, and a day.
 * What is ticked never decides. Knows no page and no clock.
 */
import {inWords} from './dates.js'
import {tickState, valueAt} from './plan.js'

/** Whether the points of the day were answered at the meeting. @type {[string, string][]} */
export const POINTS = [['', 'Not answered yet'], ['yes', 'Yes, each of them'], ['no', 'No, not all of them']]

/**
 * @param {Plan} plan
 * @param {string} gate
 * @param {string} today
 * @param {string[]} deciders - the names that the plan has for those who decide
 * @returns {{words: string, isStop: boolean, lacks: string}} lacks: what is still missing, in sentences
 */
export function decisionOf(plan, gate, today, deciders) {
  const [answer, by, date, points] = ['answer', 'decidedBy', 'date', 'points'].map(name => valueAt(plan, `decisions/${gate}/${name}`))
  const isStop = answer === 'no'
  if (!answer) return {words: 'Not decided', isStop, lacks: ''}
  const needs = [...(by ? [] : ['who decided']), ...(date ? [] : ['the day of the decision'])]
  const [said, decided] = isStop ? ['Said: stop', 'Decided: stop'] : ['Not decided', 'Decided: go on']
  const words = needs.length ? said : `${decided}, by ${by}, on ${inWords(date, 'short')}`
  const lacks = [
    needs.length ? `Write down ${needs.join(' and ')}.` : '',
    date > today ? `${inWords(date, 'short')} is still to come: record a decision when it is made.` : '',
    by && deciders.length && !deciders.some(name => by.toLowerCase().includes(name.toLowerCase())) ? `In your plan ${deciders.join(', ')} ${deciders.length === 1 ? 'decides' : 'decide'}: name who did.` : '',
    isStop || points === 'yes' ? '' : 'Not every point of the day is answered with yes.',
  ]
  return {words, isStop, lacks: lacks.filter(Boolean).join(' ')}
}

/** Whether it is decided to go on: the answer has a name and a day. @param {Plan} plan @param {string} gate */
export function isToGoOn(plan, gate) {
  const [answer, by, date] = ['answer', 'decidedBy', 'date'].map(name => valueAt(plan, `decisions/${gate}/${name}`))
  return Boolean(answer && answer !== 'no' && by && date)
}

/**
 * What is ticked, and since when: a tick says that work was done then, not that all is well now.
 * @param {Plan} plan
 * @param {string[]} tasks
 * @param {string} first - the reader's own day of the first tick, as firstTick has it
 */
export function tickedWords(plan, tasks, first) {
  const states = tasks.map(task => tickState(plan, task))
  const [done, not] = ['done', 'na'].map(which => states.filter(state => state === which).length)
  const since = done ? `, the first on ${inWords(first, 'short')}` : ''
  const left = not ? `; ${not} not applicable` : ''
  return `Ticked: ${done} of ${tasks.length - not} tasks${since}${left}.`
}

/** The moment of the first tick, or 0. @param {Plan} plan @param {string[]} tasks */
export function firstTick(plan, tasks) {
  const moments = tasks.filter(task => tickState(plan, task) === 'done').map(task => plan.tasks[task].state?.at ?? 0)
  return moments.length ? Math.min(...moments) : 0
}

/** @import {Plan} from './plan.js' */
