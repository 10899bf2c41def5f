// @ts-check
import {loadDates} from '../catalogue.js'
import {dayNumber, daysBetween, inWords, isoDate, weeksToGo} from '../plan/dates.js'
import {progress, targets, valueAt} from '../plan/plan.js'
import {store} from '../store.js'
import {subscribeDates} from './dates-source.js'
import {button, clockTime, localDay, make, setText, whenPainted} from './dom.js'

const UNSAVED = 'Your browser is not letting this page save. What you enter will be lost when you close it. Save a copy now.'

const FIRST = 'Kept in this browser, on this computer account. Anyone who uses this account can see it. Save a copy to your practice’s shared drive.'

/**
 * <plan-strip> says how the plan stands and whether it is saved, and saves a copy to a file.
 * Empty in overrides/main.html; it takes no room while there is no plan.
 * Without JavaScript: nothing is shown.
 */
export class PlanStripElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const show = build(this)
    const start = store.plan
    show()
    store.subscribe(whenPainted(show), this.#connection)
    const {signal} = this.#connection
    /** What a reader can wait for, and what works without a network from then on. @type {any} */
    let caring
    const care = () => { caring ??= signal.aborted || import('./plan-care.js').then(late => late.care(this, store, {signal, start, loadDates})) }
    showNeeds(this, this.#connection, care)
    addEventListener('keydown', event => {
      if (event.key.toLowerCase() !== 's' || event.shiftKey || !(event.ctrlKey || event.metaKey) || store.isEmpty) return
      event.preventDefault()
      saveCopy()
    }, {signal})
    setTimeout(care, store.status.kind === 'none' ? 4000 : 0)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {HTMLElement} strip @returns {() => void} shows the plan as it is */
function build(strip) {
  const practice = make('span', {class: 'app-strip__practice'})
  const goLive = make('span', {}, 'Go Live ', make('b'))
  const weeks = make('span')
  const done = make('span', {role: 'status'})
  const actions = `${strip.dataset.kickOff}#your-actions`
  const late = make('a', {href: actions, class: 'app-tag is-late'})
  const soon = make('a', {href: actions, class: 'app-tag'})
  const saved = make('span')
  const note = make('p', {class: 'app-strip__note', role: 'status'})
  const hadPlan = !store.isEmpty
  const tasks = tasksHere()
  strip.replaceChildren(make('div', {}, practice, goLive, weeks, done, late, soon, make('span', {class: 'app-strip__end'}, saved, ' ', button('Save a copy', saveCopy, 'is-link'))), note)
  return () => {
    const {plan, status} = store
    const isUnsaved = status.kind === 'unsaved'
    document.documentElement.classList.toggle('has-plan', status.kind !== 'none')
    onbeforeunload = isUnsaved && !store.isEmpty ? event => event.preventDefault() : null
    const date = valueAt(plan, 'goLive')
    setText(practice, valueAt(plan, 'practice/name'))
    setText(goLive.lastChild, date && inWords(date, 'short'))
    setText(weeks, date && weeksToGo(localDay(), date))
    goLive.hidden = weeks.hidden = !date
    practice.hidden = !practice.textContent
    setText(done, tasks.length ? progress(plan, tasks).words : '')
    const due = targets(plan, localDay(), isoDate(dayNumber(localDay()) + 7))
    setText(late, `${due.late} late`)
    setText(soon, `${due.soon} due this week`)
    late.hidden = !due.late
    soon.hidden = !due.soon
    setText(saved, savedWords(status))
    note.classList.toggle('is-late', isUnsaved)
    setText(note, isUnsaved ? UNSAVED : status.why || hadPlan || status.copiedAt ? '' : FIRST)
    note.hidden = !note.textContent
  }
}

/** How many dates need the reader, with the way to them.
 * @param {HTMLElement} strip @param {AbortController} connection @param {() => void} care comes with the first dates: later ones fetch nothing */
function showNeeds(strip, connection, care) {
  const link = make('a', {href: strip.dataset.dates, class: 'app-tag', hidden: true})
  strip.querySelector('.app-strip__end')?.before(make('span', {class: 'app-strip__needs'}, link))
  subscribeDates(() => {}, connection, outlook => {
    if (outlook) care()
    setText(link, outlook?.toLookAt ?? '')
    link.classList.toggle('is-late', Boolean(outlook?.isStopped))
    link.hidden = !link.textContent
  })
}

/** @returns {string[]} the tasks of this page */
const tasksHere = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('li[data-task]')]).map(row => row.dataset.task ?? '')

/** @param {typeof store.status} status */
function savedWords({kind, savedAt, copiedAt}) {
  if (kind !== 'saved' || !savedAt) return kind === 'none' ? '' : 'Not saved'
  const copy = copiedAt ? `Last copy to a file: ${copyWords(copiedAt)}` : 'No copy in a file yet'
  return `Saved in this browser ${clockTime(savedAt)}. ${copy}.`
}

/** @param {number} copiedAt */
function copyWords(copiedAt) {
  const days = daysBetween(localDay(copiedAt), localDay())
  return days ? `${days} ${days === 1 ? 'day' : 'days'} ago` : clockTime(copiedAt)
}

const saveCopy = async () => (await import('./plan-care.js')).saveCopy(store)
