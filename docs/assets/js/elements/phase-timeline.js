// @ts-check
import {CAUTION, inWords} from '../plan/dates.js'
import {subscribeDates} from './dates-source.js'
import {make, setText} from './dom.js'
import {subscribePlanning} from './planning-source.js'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * <phase-timeline> shows the reader's own dates in the picture of the phases: bars, days, today and bank holidays;
 * on the page of dates also what is in their way.
 * Wraps the picture that macros/render/timeline.py draws. Without JavaScript: that picture, by the default rules.
 */
export class PhaseTimelineElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    const scale = /** @type {Element} */ (this.querySelector('.app-timeline__scale'))
    const caption = /** @type {Element} */ (this.querySelector('figcaption'))
    const drawn = [...scale.children]
    const words = caption.textContent ?? ''
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.app-timeline__row')]).map(startRow)
    const picture = /** @type {Element} */ (scale.parentElement)
    const inTheWay = make('div')
    picture.append(inTheWay)
    /** @type {Outlook | undefined} */
    let shown
    const dayOf = (/** @type {string} */ id) => ` ${inWords(shown?.dates.days.get(id)?.date ?? '', 'brief').slice(4)}`
    const show = (/** @type {import('../plan/clashes.js').Clash[]} */ clashes = []) => {
      const drawing = shown?.picture(clashes)
      rows.forEach(row => row(shown, drawing))
      scale.replaceChildren(...(drawing ? scaleOf(drawing, drawn, dayOf) : drawn))
      inTheWay.replaceChildren(...(drawing ? footRows(drawing) : []))
      setText(caption, shown && drawing ? captionOf(shown.dates.goLive, drawing) : words)
    }
    subscribeDates(() => {}, this.#connection, outlook => {
      shown = outlook
      show()
    })
    if (document.querySelector('date-clashes')) subscribePlanning(planning => planning && show(planning.clashes), this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}

/** @typedef {import('../plan/outlook.js').Outlook} Outlook */
/** @typedef {ReturnType<Outlook['picture']>} Picture */

/** @param {HTMLElement} row @returns {(outlook?: Outlook, picture?: Picture) => void} */
function startRow(row) {
  const id = row.dataset.phase ?? ''
  const when = /** @type {Element} */ (row.querySelector('small'))
  const bar = /** @type {Element} */ (row.querySelector('rect'))
  const [length, x, width] = [when.textContent ?? '', bar.getAttribute('x') ?? '', bar.getAttribute('width') ?? '']
  return (outlook, picture) => {
    const own = picture?.bars.get(id)
    setText(when, picture ? outlook?.phaseWords(id) || 'Not in your plan' : length)
    bar.setAttribute('x', picture ? percent(own?.x) : x)
    bar.setAttribute('width', picture ? percent(own?.width) : width)
    bar.toggleAttribute('hidden', Boolean(picture && !own))
  }
}

/** Bank holidays have a row, so that the shaded lines have a name; then each thing in the way has one. @param {Picture} picture */
const footRows = ({daysOff, clashes}) => [
  ...(daysOff.length ? [footRow('Bank holidays', `${daysOff.length}, shaded`, daysOff.map(({x}) => ({x, width: 0.3})))] : []),
  ...clashes.map(one => footRow(one.title, one.when, [one], 'is-clash')),
]

/** @param {string} title @param {string} when @param {{x: number, width: number}[]} bars @param {string} [kind] */
function footRow(title, when, bars, kind = 'is-off') {
  const chart = draw('svg', {})
  chart.append(...bars.map(({x, width}) => draw('rect', {x: percent(x), width: percent(width), y: '25%', height: '50%'})))
  return make('div', {class: `app-timeline__row ${kind}`}, make('b', {}, title), make('small', {}, when), chart)
}

/** Days off lie under the lines; the two marks are moved, keep their names and say their days. @param {Picture} picture @param {Element[]} drawn @param {(milestone: string) => string} dayOf */
function scaleOf({weeks, ticks, marks, daysOff, today}, drawn, dayOf) {
  const own = drawn.filter(one => one.hasAttribute('data-milestone')).map(one => {
    const mark = /** @type {Element} */ (one.cloneNode(true))
    const id = one.getAttribute('data-milestone') ?? ''
    const x = percent(marks.get(id))
    mark.querySelector('line')?.setAttribute('x1', x)
    mark.querySelector('line')?.setAttribute('x2', x)
    mark.querySelector('text')?.setAttribute('x', x)
    mark.querySelector('text')?.append(draw('tspan', {}, dayOf(id)))
    return mark
  })
  return [
    ...daysOff.map(({x}) => line(x, '3rem', 'app-timeline__off')),
    ...weeks.map(x => line(x, '3rem', 'app-timeline__week')),
    ...ticks.flatMap(({x, words, between}) => [line(x, '3rem'), draw('text', {class: between && 'is-between', x: percent(x), y: '1rem'}, words || between)]),
    ...own,
    ...(today ? [todayMark(today)] : []),
  ]
}

/** At an edge its name stands inside. @param {{x: number, words: string}} today */
function todayMark({x, words}) {
  const anchor = x < 10 ? 'start' : x > 90 ? 'end' : 'middle'
  const mark = draw('g', {class: 'app-timeline__today'})
  mark.append(line(x, '3rem'), draw('text', {'x': percent(x), 'y': '100%', 'dy': '-.3rem', 'text-anchor': anchor}, words))
  return mark
}

/** @param {number} x @param {string} top @param {string} [kind] */
const line = (x, top, kind = '') => draw('line', {class: kind, x1: percent(x), x2: percent(x), y1: top, y2: '100%'})

/** @param {number | undefined} share */
const percent = (share = 0) => `${share}%`

/** @param {string} tag @param {Record<string, string>} attributes @param {string} [words] */
function draw(tag, attributes, words = '') {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = words
  return element
}

/** @param {string} goLive @param {Picture} picture */
function captionOf(goLive, {daysOff, clashes}) {
  const holidays = daysOff.length ? ` Shaded: bank holidays, ${daysOff.map(({words}) => words).join(', ')}.` : ''
  const rest = clashes.length ? ' The bars at the foot are what is in the way.' : ''
  return `Your dates for Go Live on ${inWords(goLive)}. ${CAUTION}${holidays}${rest}`
}
