// @ts-check
import {dayNumber, isoDate} from '../plan/dates.js'
import {store} from '../store.js'
import {localDay, make, setText} from './dom.js'
import {ownDays} from './own-days.js'
import {refill, subscribePlanning} from './planning-source.js'

const TAGS = {'period': 'Busy time', 'holiday': 'Bank holiday', 'after-holiday': 'Bank holiday', 'event': 'Event', 'leave': 'Leave'}
const SHOWN_AT_FIRST = 12
const DAYS_AFTER = 42

/**
 * <date-clashes> lists what stands in the way of the dates, and keeps the practice's own events and leave.
 * Wraps the words that macros/render/planning.py writes. Without JavaScript: the busy times of the year, with reasons.
 */
export class DateClashesElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const says = make('p', {'aria-live': 'polite'})
    const list = make('ul', {class: 'app-attention'})
    const rest = make('ul', {class: 'app-attention'})
    let fillRest = () => {}
    const more = make('details', {ontoggle: () => fillRest()}, make('summary', {}, 'All the others'), rest)
    const own = ownDays(this.#connection)
    this.prepend(says, list, more, own.root)
    subscribePlanning(planning => {
      const clashes = planning?.clashes ?? []
      setText(says, !planning ? 'Enter a Go Live date first.' : clashesWords(clashes.length))
      refill(list, clashes.slice(0, SHOWN_AT_FIRST), () => clashes.slice(0, SHOWN_AT_FIRST).map(clashRow))
      more.hidden = clashes.length <= SHOWN_AT_FIRST
      fillRest = () => more.open && refill(rest, clashes.slice(SHOWN_AT_FIRST), () => clashes.slice(SHOWN_AT_FIRST).map(clashRow))
      fillRest()
      own.show(stretchOf(planning))
    }, this.#connection)
    store.subscribe(own.refresh, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @param {number} count */
const clashesWords = count => (count ? `${count} ${count === 1 ? 'thing is' : 'things are'} in the way. Nothing is forbidden.` : 'Nothing that this page knows of is in the way.')

/** @param {import('../plan/clashes.js').Clash} clash */
const clashRow = ({kind, says}) => make('li', {}, make('span', {class: 'app-tag'}, TAGS[kind]), make('div', {}, says))

/** The days in which events and leave matter: from today to six weeks after the critical days, since a Go Live may move. @param {import('./planning-source.js').Planning | undefined} planning */
function stretchOf(planning) {
  const last = planning?.found.days.get('critical-days')?.end ?? ''
  const today = localDay()
  return {from: today, to: last > today ? isoDate(dayNumber(last) + DAYS_AFTER) : `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`}
}
