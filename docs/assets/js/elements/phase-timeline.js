// @ts-check
import {CAUTION, inWords} from '../plan/dates.js'
import {subscribeDates} from './dates-source.js'
import {setText} from './dom.js'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * <phase-timeline> shows the reader's own dates in the picture of the phases: bars, days, today and bank holidays.
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
    subscribeDates(() => {}, this.#connection, outlook => {
      const picture = outlook?.picture()
      rows.forEach(row => row(outlook, picture))
      scale.replaceChildren(...(picture ? scaleOf(picture, drawn) : drawn))
      setText(caption, outlook && picture ? captionOf(outlook.dates.goLive, picture.daysOff) : words)
    })
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

/** Days off lie under the lines; the two marks are moved and keep their names. @param {Picture} picture @param {Element[]} drawn */
function scaleOf({ticks, marks, daysOff, today}, drawn) {
  const own = drawn.filter(one => one.hasAttribute('data-milestone')).map(one => {
    const mark = /** @type {Element} */ (one.cloneNode(true))
    const x = percent(marks.get(one.getAttribute('data-milestone') ?? ''))
    mark.querySelector('line')?.setAttribute('x1', x)
    mark.querySelector('line')?.setAttribute('x2', x)
    mark.querySelector('text')?.setAttribute('x', x)
    return mark
  })
  return [
    ...daysOff.map(({x}) => line(x, '3rem', 'app-timeline__off')),
    ...ticks.flatMap(({x, words}) => [line(x, '3rem'), draw('text', {x: percent(x), y: '1rem'}, words)]),
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

/** @param {string} goLive @param {{words: string}[]} daysOff */
function captionOf(goLive, daysOff) {
  const holidays = daysOff.length ? ` Shaded: bank holidays, ${daysOff.map(({words}) => words).join(', ')}.` : ''
  return `Your dates for Go Live on ${inWords(goLive)}. ${CAUTION}${holidays}`
}
