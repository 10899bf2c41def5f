// @ts-check
import {inWords} from '../plan/dates.js'
import {POINTS, decisionOf, firstTick, tickedWords} from '../plan/decisions.js'
import {valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {localDay, make, setText} from './dom.js'
import {subscribeDates} from './dates-source.js'
import {field} from './field.js'

/** @type {[string, string][]} */
const ANSWERS_OF_A_GATE = [['', 'Not decided yet'], ['go', 'Yes, go on'], ['no', 'No, stop']]
const EVERYTHING = 'Even if everything is ticked, that does not mean that it is safe to go live.'

/**
 * <go-gates> shows how each decision stands and keeps its record: the answer, who, when, and where the signed sheet is.
 * Wraps the list that macros/render/planning.py writes. Without JavaScript: the gates with their deciders.
 * Ticks are counted in words: no bar turns green, since the decision belongs to people.
 */
export class GoGatesElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const gates = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('[data-gate]')]).map(startGate)
    subscribeDates(outlook => gates.forEach(show => show(outlook)), this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} gate @returns {(outlook: import('./dates-source.js').Outlook | undefined) => void} */
function startGate(gate) {
  const {gate: id = '', at: milestone = '', deciders = ''} = gate.dataset
  const tasks = (gate.dataset.tasks ?? '').split(' ').filter(Boolean)
  const title = gate.querySelector('h3')?.textContent ?? ''
  const decision = (/** @type {string} */ name) => `decisions/${id}/${name}`
  const [tag, stands] = [make('span', {class: 'app-tag'}), make('p')]
  const fields = [
    field({path: decision('points'), label: 'Points of the day, answered at the meeting', type: 'choice', choices: POINTS}),
    field({path: decision('answer'), label: 'Decision', type: 'choice', choices: ANSWERS_OF_A_GATE}),
    field({path: decision('decidedBy'), label: 'Decided by', list: 'people'}),
    field({path: decision('date'), label: 'Decided on', type: 'date', hint: 'For example, 8 June 2027'}),
    field({path: decision('kept'), label: 'Where the signed sheet is kept'}),
    field({path: decision('notes'), label: 'Conditions, or why not', type: 'note', hint: 'No patient details: no names, NHS numbers, dates of birth or initials.'}),
  ]
  fields[5].root.classList.add('is-wide')
  const missing = make('p', {class: 'app-field__problem', role: 'status'})
  const record = make('details', {}, make('summary', {}, 'Record the decision', make('span', {class: 'app-hidden'}, `: ${title}`)), make('div', {class: 'app-details'}, ...fields.map(one => one.root)))
  gate.append(make('p', {}, tag), missing, stands, record)
  return outlook => {
    const day = outlook?.dates.days.get(milestone)
    const date = day ? inWords(day.date) : 'the day that the plan gives once there is a Go Live date'
    const names = deciders.split(' ').map(seat => valueAt(store.plan, `seats/${seat}/name`)).filter(Boolean)
    const nobody = names.length ? '' : 'None of those who decide has a name in your plan yet.'
    const belongs = `The decision belongs to ${names.join(', ') || 'those who decide'}, on ${date}, with both suppliers.`
    setText(stands, [tickedWords(store.plan, tasks, localDay(firstTick(store.plan, tasks))), EVERYTHING, belongs, nobody].join(' ').trim())
    const {words, isStop, lacks} = decisionOf(store.plan, id, localDay(), names)
    setText(tag, words)
    tag.className = isStop ? 'app-tag is-late' : 'app-tag'
    setText(missing, lacks)
    fields.forEach(one => one.refresh())
  }
}
