// @ts-check
/**
 * The practice's own events, and who is away: typed, or taken from a calendar file that the reader chooses.
 * Of leave there are a person and days, never a reason.
 */
import {findNhsNumber} from '../plan/checks.js'
import {valueAt, withValue} from '../plan/plan.js'
import {store} from '../store.js'
import {button, make, setText} from './dom.js'
import {field, NHS_NUMBER} from './field.js'
import {formErrors} from './form-errors.js'
import {refill} from './planning-source.js'

const EXAMPLE = 'For example, 8 June 2027'
const SHOWN = 50

/**
 * @param {AbortController} connection
 */
export function ownDays(connection) {
  const kinds = [kindOfDays('events', 'Events of the practice', 'Event', 'Add an event'), kindOfDays('leave', 'Who is away', 'Person', 'Add leave')]
  const file = calendarFile()
  const root = make('div', {class: 'app-part'}, ...kinds.map(one => one.root), file.root)
  connection.signal.addEventListener('abort', () => file.clear())
  return {
    root,
    refresh: () => kinds.forEach(one => one.refresh()),
    /** @param {{from: string, to: string}} stretch */
    show: stretch => file.set(stretch),
  }
}

/**
 * @param {'events' | 'leave'} kind @param {string} caption @param {string} label @param {string} action
 */
function kindOfDays(kind, caption, label, action) {
  const list = make('ul', {class: 'app-own'})
  const typed = {name: '', first: '', last: ''}
  const isLeave = kind === 'leave'
  const blank = (/** @type {'name' | 'first' | 'last'} */ name, /** @type {string} */ words, /** @type {any} */ more) =>
    field({path: '', label: words, read: () => typed[name], save: value => { typed[name] = value }, ...more})
  const fields = [
    blank('name', label, isLeave ? {list: 'people', hint: 'A name and days, never a reason'} : {hint: 'For example, inspection visit'}),
    blank('first', isLeave ? 'First day away' : 'First day', {type: 'date', hint: EXAMPLE}),
    blank('last', isLeave ? 'Last day away' : 'Last day', {type: 'date', hint: 'Leave empty for one day'}),
  ]
  const form = make('form', {class: 'app-fields', novalidate: true}, ...fields.map(one => one.root), make('button', {class: 'app-button is-quiet'}, action))
  const show = formErrors(form)
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    fields.forEach(({input}) => input.dispatchEvent(new Event('change')))
    const says = missing(typed, label, isLeave)
    const own = fields.map(({root}) => root.querySelector('.app-field__problem:not([hidden])')?.firstChild?.textContent)
    const faults = fields.map(({input}, at) => /** @type {[HTMLElement, string]} */ ([input, own[at] ?? says[at]]))
    if (show(faults.filter(([, words]) => words))) return
    keepDays(kind, [{...typed}])
    Object.assign(typed, {name: '', first: '', last: ''})
    fields.forEach(one => {
      one.input.value = ''
      one.refresh()
    })
    fields[0].input.focus()
  })
  const removed = make('p', {tabindex: '-1'})
  const refresh = () => refill(list, [idsOf(kind), store.plan[kind]], () => idsOf(kind).map(id => ownRow(kind, id, removed)))
  refresh()
  return {root: make('section', {}, make('h3', {}, caption), list, removed, form), refresh}
}

/** What is missing, by field. @param {{name: string, first: string, last: string}} typed @param {string} label @param {boolean} isLeave */
function missing({name, first, last}, label, isLeave) {
  const away = isLeave ? ' away' : ''
  return [
    name ? '' : `Enter the ${label.toLowerCase()}`,
    first ? '' : `Enter the first day${away}`,
    first && last && last < first ? `The last day${away} must not come before the first` : '',
  ]
}

/** @param {'events' | 'leave'} kind @param {{name: string, first: string, last: string}[]} all */
function keepDays(kind, all) {
  store.change((plan, stamp) => all.reduce((next, {name, first, last}) => {
    const path = `${kind}/${crypto.randomUUID()}`
    const named = withValue(next, `${path}/${kind === 'leave' ? 'person' : 'title'}`, name, stamp)
    return withValue(withValue(named, `${path}/from`, first, stamp), `${path}/to`, last || first, stamp)
  }, plan))
}

/** What the reader entered, the earliest first. @param {'events' | 'leave'} kind */
const idsOf = kind => Object.keys(store.plan[kind]).filter(id => !valueAt(store.plan, `${kind}/${id}/removed`))
  .sort((a, b) => (valueAt(store.plan, `${kind}/${a}/from`) < valueAt(store.plan, `${kind}/${b}/from`) ? -1 : 1))

/** @param {'events' | 'leave'} kind @param {string} id @param {HTMLElement} removed where it is said that one is gone */
function ownRow(kind, id, removed) {
  const at = (/** @type {string} */ name) => valueAt(store.plan, `${kind}/${id}/${name}`)
  const name = at(kind === 'leave' ? 'person' : 'title') || 'Without a name'
  const words = make('span', {}, name)
  import('../plan/clashes.js').then(({rangeWords, ownRanges}) => {
    const range = ownRanges(store.plan, kind).find(one => one.id === id)
    setText(words, `${name}: ${range ? rangeWords(range.from, range.to) : 'its days cannot be read, so it is not counted'}`)
  }, () => {})
  const setRemoved = (/** @type {string} */ value) => store.change((plan, stamp) => withValue(plan, `${kind}/${id}/removed`, value, stamp))
  const remove = button('Remove', () => {
    setRemoved('yes')
    removed.replaceChildren(`Removed: ${name}. `, button('Undo', () => {
      setRemoved('')
      removed.replaceChildren('It is back.')
      removed.focus()
    }, 'is-link'))
    removed.focus()
  }, 'is-link')
  remove.setAttribute('aria-label', `Remove: ${name}`)
  return make('li', {}, words, ' ', remove)
}

/** A calendar file gives titles and days to choose from; nothing of it is kept before that. */
function calendarFile() {
  let stretch = {from: '', to: ''}
  const said = make('div', {role: 'status'})
  const choice = make('div')
  const input = make('input', {type: 'file', accept: '.ics,text/calendar', class: 'app-hidden', tabindex: '-1', 'aria-hidden': 'true'})
  const open = button('Open a calendar file', () => input.click(), 'is-quiet')
  const clear = () => {
    said.replaceChildren()
    choice.replaceChildren()
  }
  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? []
    input.value = ''
    clear()
    if (!chosen) return
    const {readCalendar, BIGGEST_CALENDAR} = await import('../plan/icalendar.js')
    const text = chosen.size > BIGGEST_CALENDAR * 4 ? 'x'.repeat(BIGGEST_CALENDAR + 1) : await chosen.text().catch(() => '')
    const {problem, entries = [], says = []} = readCalendar(text, stretch)
    said.append(...(problem === undefined ? says : [problem]).map(words => make('p', {}, words)))
    if (entries.length) choice.append(await entryChoice(entries, clear))
  })
  const root = make('section', {}, make('h3', {}, 'From a calendar file'), make('p', {}, 'Choose an .ics file that your calendar saved. Only the titles and days that you pick are kept.'), make('div', {class: 'app-buttons'}, open, input), said, choice)
  return {root, clear, set: (/** @type {{from: string, to: string}} */ next) => { stretch = next }}
}

/** @param {{title: string, from: string, to: string}[]} entries @param {() => void} clear */
async function entryChoice(entries, clear) {
  const {rangeWords} = await import('../plan/clashes.js')
  let who = ''
  const person = field({path: '', label: 'Person, if this is leave', list: 'people', hint: 'Empty: events of the practice. With a name, only the days are kept', read: () => who, save: value => { who = value }})
  let shown = 0
  const list = make('ul', {class: 'app-own'})
  const more = button('', () => showMore(), 'is-link')
  const boxes = /** @type {[HTMLInputElement, {title: string, from: string, to: string}][]} */ ([])
  const showMore = () => {
    const next = entries.slice(shown, shown + SHOWN)
    shown += next.length
    for (const entry of next) {
      const box = make('input', {type: 'checkbox'})
      boxes.push([box, entry])
      list.append(make('li', {}, make('label', {}, box, ` ${entry.title}: ${rangeWords(entry.from, entry.to)}`)))
    }
    more.hidden = shown >= entries.length
    setText(more, `Show ${Math.min(SHOWN, entries.length - shown)} more of ${entries.length}`)
  }
  const problem = make('p', {class: 'app-field__problem', role: 'alert', hidden: true})
  const add = button('Add those that are ticked', () => {
    const ticked = boxes.filter(([box]) => box.checked).map(([, entry]) => entry)
    const says = !ticked.length ? 'Tick at least one' : ticked.some(({title}) => !who && findNhsNumber(title)) ? NHS_NUMBER : ''
    setText(problem, says)
    problem.hidden = !says
    if (says) return
    keepDays(who ? 'leave' : 'events', ticked.map(entry => ({name: who || entry.title, first: entry.from, last: entry.to})))
    clear()
  })
  showMore()
  return make('div', {}, person.root, list, more, problem, make('div', {class: 'app-buttons'}, add, button('Cancel', clear, 'is-quiet')))
}
