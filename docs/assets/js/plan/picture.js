// @ts-check
/**
 * Where everything stands in the picture of the phases: shares of its width, in days around Go Live.
 * Knows no page and no clock. macros/render/timeline.py draws the same from the default rules.
 */
import {dayNumber, inWords, isoDate} from './dates.js'

/** Marked alike in the picture and in the table. */
const MARKED = ['final-data-production', 'go-live']
const MARGIN = 7
const APART = 28
const WEEK = 7
/** Bank holidays are shaded; of the rest, so many have a bar of their own. */
const SHADED = ['holiday', 'after-holiday']
const MOST_CLASHES = 6

/**
 * @param {DatesData} data
 * @param {Schedule} dates
 * @param {string} today
 * @param {{kind: string, title: string, from: string, to: string}[]} [clashes] - where they are known
 */
export function pictureOf(data, dates, today, clashes = []) {
  const spans = Object.entries(data.phases).flatMap(([id, ends]) => spanOf(dates, id, ends))
  const first = Math.min(...spans.map(({from}) => from)) - MARGIN
  const last = Math.max(...spans.map(({to}) => to)) + MARGIN
  const share = (/** @type {number} */ days) => Math.round(10_000 * days / (last - first)) / 100
  const place = (/** @type {number} */ day) => share(day - first)
  const goLive = dayNumber(dates.goLive)
  const now = dayNumber(today)
  const off = [...dates.calendar.holidays].filter(day => first <= day && day < last).sort((a, b) => a - b)
  return {
    bars: new Map(spans.map(({id, from, to}) => [id, {x: place(from), width: share(to - from)}])),
    weeks: stepsOf(WEEK, first, last, goLive).map(place),
    ticks: stepsOf(APART, first, last, goLive).map(day => ((day - goLive) % (2 * APART) ? {x: place(day), words: '', between: shortly(day)} : {x: place(day), words: shortly(day), between: ''})),
    marks: new Map(MARKED.flatMap(id => markOf(dates, id, place))),
    daysOff: off.map(day => ({x: place(day), words: inWords(isoDate(day), 'brief')})),
    clashes: clashBars(clashes, first, last).map(({from, to, ...words}) => ({...words, x: place(from), width: share(to - from)})),
    today: first <= now && now < last ? {x: place(now), words: 'Today'} : undefined,
  }
}

/** `8 Jun`: there is room for no more. @param {number} day */
const shortly = day => inWords(isoDate(day), 'brief').replace(/^\w+ (\d+ \w{3}).*/, '$1')

/** Both days included; nothing for a phase that is not in the plan. @param {Schedule} dates @param {string} id @param {[string, string]} ends */
function spanOf({days}, id, [start, end]) {
  const [one, other] = [days.get(start), days.get(end)]
  if (!one || !other) return []
  const from = dayNumber(one.date)
  return [{id, from, to: Math.max(dayNumber(other.end || other.date), from) + 1}]
}

/** @param {Schedule} dates @param {string} id @param {(day: number) => number} place @returns {[string, number][]} */
function markOf({days}, id, place) {
  const day = days.get(id)
  return day ? [[id, place(dayNumber(day.date))]] : []
}

/** What lies in the picture, each once, in order; what reaches beyond an edge is cut there. @param {{kind: string, title: string, from: string, to: string}[]} clashes @param {number} first @param {number} last */
function clashBars(clashes, first, last) {
  const own = clashes.filter(({kind}) => !SHADED.includes(kind)).toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const once = own.filter((one, at) => own.findIndex(({title, from}) => title === one.title && from === one.from) === at)
  return once.map(({title, from, to}) => ({title, when: daysWords(from, to), from: Math.max(dayNumber(from), first), to: Math.min(dayNumber(to) + 1, last)}))
    .filter(({from, to}) => from < to).slice(0, MOST_CLASHES)
}

/** "24 May to 4 June", "Tue 8 June" @param {string} from @param {string} to */
function daysWords(from, to) {
  const words = [from, to].map(date => inWords(date, 'brief'))
  return from === to ? words[0] : words.map(one => one.slice(4)).join(' to ')
}

/** Every so many days, counted from Go Live. @param {number} days @param {number} first @param {number} last @param {number} goLive */
function stepsOf(days, first, last, goLive) {
  const found = []
  for (let day = goLive - days * Math.floor((goLive - first) / days); day < last; day += days) found.push(day)
  return found
}

/** @import {DatesData, Schedule} from './shapes.js' */
