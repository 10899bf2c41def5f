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

/**
 * @param {DatesData} data
 * @param {Schedule} dates
 * @param {string} today
 */
export function pictureOf(data, dates, today) {
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
    ticks: ticksOf(first, last, goLive).map(day => ({x: place(day), words: (day - goLive) % (2 * APART) ? '' : shortly(day)})),
    marks: new Map(MARKED.flatMap(id => markOf(dates, id, place))),
    daysOff: off.map(day => ({x: place(day), words: inWords(isoDate(day), 'brief')})),
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

/** Every fourth week, counted from Go Live; every other one says its day. @param {number} first @param {number} last @param {number} goLive */
function ticksOf(first, last, goLive) {
  const found = []
  for (let day = goLive - APART * Math.floor((goLive - first) / APART); day < last; day += APART) found.push(day)
  return found
}

/** @import {DatesData, Schedule} from './shapes.js' */
