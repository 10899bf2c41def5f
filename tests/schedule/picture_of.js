/** The picture of a plan's phases as plain values, for tests. */
import {dayNumber} from '/js/plan/dates.js'
import {pictureOf} from '/js/plan/picture.js'
import {schedule} from '/js/plan/schedule.js'

export function picture(data, plan, today, clashes) {
  const dates = schedule(data, plan, today)
  const {bars, marks, ...rest} = pictureOf(data, dates, today, clashes)
  const number = id => dayNumber(dates.days.get(id).date)
  const starts = Object.fromEntries(Object.entries(data.phases).map(([id, [start]]) => [id, number(start)]))
  return {...rest, bars: Object.fromEntries(bars), marks: Object.fromEntries(marks), starts}
}
