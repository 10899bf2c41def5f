// @ts-check
/**
 * What a decision of the kick-off came to, where the plan has a place for it: a name, a date, a slot.
 * A tick says that something was decided; this says what. Refuses to know the page.
 */
import {inWords} from './dates.js'
import {valueAt} from './plan.js'

/** @typedef {import('./plan.js').Plan} Plan */

/** @param {Plan} plan @param {string} id @returns {string} "Dr Shah (cover Dr Lee)" */
function seatWords(plan, id) {
  const [own, cover] = ['name', 'cover'].map(part => valueAt(plan, `seats/${id}/${part}`))
  const name = id === 'note-taker' ? valueAt(plan, 'choices/note-taker') : own
  return name && cover ? `${name} (cover ${cover})` : name
}

/** @param {Plan} plan @returns {string} "every Tuesday, 12:30pm, Meeting room" */
export function weeklyWords(plan) {
  const [day, time, place] = ['day', 'time', 'place'].map(part => valueAt(plan, `meetings/weekly/${part}`))
  return [day && `every ${day}`, time, place].filter(Boolean).join(', ')
}

/** @param {Plan} plan @returns {string} */
function tellersWords(plan) {
  const [parties, patients] = ['tells-third-parties', 'tells-patients'].map(id => seatWords(plan, id))
  return [parties && `third parties: ${parties}`, patients && `patients: ${patients}`].filter(Boolean).join('; ')
}

/** @type {Record<string, (plan: Plan) => string>} by task */
const OUTCOMES = {
  'agree-go-live-date': plan => valueAt(plan, 'goLive') && inWords(valueAt(plan, 'goLive'), 'short'),
  'name-project-lead': plan => seatWords(plan, 'project-manager'),
  'name-lead-gp': plan => seatWords(plan, 'lead-gp'),
  'choose-weekly-slot': weeklyWords,
  'name-who-tells': tellersWords,
  'name-who-may-stop': plan => seatWords(plan, 'may-stop'),
}

/**
 * What a task came to; '' when nothing is written down yet; undefined when the plan has no place for it.
 * @param {Plan} plan
 * @param {string} taskId
 * @returns {string | undefined}
 */
export function outcomeOf(plan, taskId) {
  return Object.hasOwn(OUTCOMES, taskId) ? OUTCOMES[taskId](plan) : undefined
}

/**
 * Every seat with a name, as title and words.
 * @param {Plan} plan
 * @param {[string, string][]} seats ids and titles, in their order
 * @returns {[string, string][]}
 */
export function filledSeats(plan, seats) {
  return seats.map(([id, title]) => /** @type {[string, string]} */ ([title, seatWords(plan, id)])).filter(([, words]) => words)
}
