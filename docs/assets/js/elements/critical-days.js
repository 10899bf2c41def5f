// @ts-check
import {inWords} from '../plan/dates.js'
import {store} from '../store.js'
import {make, setText} from './dom.js'
import {field} from './field.js'
import {refill, subscribePlanning} from './planning-source.js'

const COLUMNS = ['What happens', 'Who is needed', 'What is asked', 'Who is away']

/**
 * <critical-days> shows each day from final data production to two working days after Go Live: what happens, who is needed,
 * what is asked of them, who is away and who covers.
 * Empty in macros/render/planning.py. Without JavaScript: nothing is shown.
 */
export class CriticalDaysElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const [says, needed, gaps] = [make('p', {'aria-live': 'polite'}), make('ul', {class: 'app-own'}), make('p')]
    const body = make('tbody')
    const head = make('tr', {}, ...['Day', ...COLUMNS].map(words => make('th', {scope: 'col'}, words)))
    const table = make('table', {class: 'app-cards app-critical'}, make('caption', {class: 'app-hidden'}, 'Critical days'), make('thead', {}, head), body)
    const huddle = [field({path: 'meetings/huddle/time', label: 'Daily huddle, at', hint: 'Ten minutes; for example, 8am'}), field({path: 'meetings/huddle/place', label: 'Daily huddle, where'})]
    const shown = make('div', {}, make('h3', {}, 'Needed on these days'), needed, gaps, make('div', {class: 'app-fields'}, ...huddle.map(one => one.root)), table)
    this.append(says, shown)
    store.subscribe(() => huddle.forEach(one => one.refresh()), this.#connection)
    subscribePlanning(async (planning, facts) => {
      shown.hidden = !planning
      setText(says, planning ? '' : 'Enter a Go Live date first.')
      if (!planning || !facts) return
      const {awayWords, criticalDays, neededWords} = await import('../plan/critical.js')
      const {days, seats} = criticalDays(facts.data, facts.more, store.plan, planning.found)
      const away = days.flatMap(one => one.away).map(awayWords)
      const named = seats.filter(({name}) => name)
      refill(needed, named, () => named.map(({title, name, cover}) => make('li', {}, make('b', {}, title), `: ${name}, ${cover ? 'cover ' + cover : 'no cover yet'}`)))
      setText(gaps, gapWords(seats.filter(({name}) => !name).map(({title}) => title)))
      setText(says, spokenStretch(days, away))
      refill(body, days, () => days.map(one => dayRow(one, neededWords(one.needed), one.away.map(awayWords))))
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {string[]} titles */
const gapWords = titles => (titles.length ? `No one yet: ${titles.join(', ')}.` : '')

/** @param {import('../plan/critical.js').CriticalDay[]} days @param {string[]} away */
function spokenStretch(days, away) {
  if (!days.length) return 'Final data production comes after Go Live in this plan, so there are no critical days. See what does not fit.'
  const needs = new Set(away.filter(words => words.includes('cover needed')))
  const stretch = `${inWords(days[0].date, 'brief')} to ${inWords(days[days.length - 1].date, 'short')}, ${days.length} days.`
  return needs.size ? `${stretch} ${[...needs].join('. ')}.` : stretch
}

/** @param {import('../plan/critical.js').CriticalDay} day @param {string} needed @param {string[]} away */
function dayRow({date, off, happens, asks, tasks}, needed, away) {
  const list = (/** @type {string[]} */ items) => make('ul', {}, ...items.map(words => make('li', {}, words)))
  const due = tasks.length ? [make('details', {}, make('summary', {}, `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} due`), list(tasks))] : []
  const cells = [[list(happens)], [needed], [list(asks), ...due], [away.length ? list(away) : 'Nobody entered']]
  return make('tr', {class: off ? 'is-off' : ''},
    make('th', {scope: 'row'}, make('time', {datetime: date}, inWords(date, 'brief')), ...(off ? [make('small', {}, off)] : [])),
    ...cells.map((content, at) => make('td', {'data-label': COLUMNS[at]}, ...content)))
}
