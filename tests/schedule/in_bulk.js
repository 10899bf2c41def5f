// Runs many plans in one go and says each result in few words: one text for each plan.
import {CAUTION, dayNumber, isoDate} from '/js/plan/dates.js'
import {allDaysOf, noticesOf, partyDays} from '/js/plan/parties.js'
import {followsBankHoliday, goLiveProblems, working} from '/js/plan/reasons.js'
import {daysWithoutResults, dueOf, occurrences, schedule} from '/js/plan/schedule.js'

export const datePlans = (data, rows) => JSON.parse(rows).map(row => datePlan(data, ...row).join('\n'))

export function datePlan(data, plan, today, dues) {
  const found = schedule(data, plan, today)
  const results = daysWithoutResults(data, found)
  return [
    found.goLive,
    found.order.join(' '),
    ...found.order.map(id => said(found.days.get(id))),
    ...dues.map(rule => said(dueOf(data, found, rule))),
    occurrences(data, plan, found.days.get('weekly-meetings')).map(({date, moved}) => date + (moved ? '>' : '')).join(' '),
    [results.from, results.to, results.days, results.overHoliday].join(' '),
    ...Object.keys(data.parties).map(id => partyLine(data, found, {...plan, parties: {}}, id)),
  ]
}

const said = day => day ? [
  day.id, day.date, day.end, day.unsnapped, day.from ? `${day.from.id} ${day.from.date}` : '', day.skipped.join(' '), day.moved,
  day.state, day.pinned, day.isExpected, day.dependsOnCutover, day.isPast,
].join('|') : 'none'

export function partyLine(data, found, plan, id) {
  const {off, on} = partyDays(data, found, plan, id)
  return [id, off, on, ...allDaysOf(data, found, plan, id).map(({date}) => date)].join(' ')
}

export const dayIn = (data, plan, today, id) => {
  const day = schedule(data, plan, today).days.get(id)
  return {...day, working: working(day, data)}
}

export const daysIn = (data, plan, today) => Object.fromEntries(schedule(data, plan, today).days)

export const due = (data, plan, rule) => {
  const day = dueOf(data, schedule(data, plan, '2026-01-01'), rule)
  return {...day, working: working(day, data)}
}

export const problemsOf = (data, plan, date, today) => goLiveProblems(date, data, plan, today)

export const saysUnasked = (data, plan, today) => {
  const found = schedule(data, plan, today)
  const production = found.days.get('final-data-production')
  return {
    results: daysWithoutResults(data, found),
    follows: followsBankHoliday(production.date, data, plan),
    depends: production.dependsOnCutover,
    formIsPast: found.days.get('extract-form-returned').isPast,
  }
}

const KINDS_OF_ENTRY = [{}, {isBusy: true, isReminded: true}, {start: 570, minutes: 45, place: 'Room 2; upstairs'}, {isReminded: true}, {start: 1410, minutes: 90, isBusy: true}]

export const itemsOf = (data, plan, notes) => {
  const found = schedule(data, plan, '2026-01-01')
  return found.order.map((id, i) => ({id, title: data.milestones.find(one => one.id === id).title, date: found.days.get(id).date, end: found.days.get(id).end, notes: notes[i % notes.length], ...KINDS_OF_ENTRY[i % KINDS_OF_ENTRY.length]}))
}

export const noticesFor = (data, plan, parties) => parties.map(id => noticesOf(data, schedule(data, plan, '2026-01-01'), plan, id).map(({date}) => date).join(' '))

export const caution = () => CAUTION

/** The best of many runs, in milliseconds: 80 milestones and 200 due dates. */
export function speed(data, plan) {
  const extra = data.milestones.filter(one => one.rule).slice(0, 80 - data.milestones.length).map(one => ({...one, id: `extra-${one.id}`}))
  const big = {...data, milestones: [...data.milestones, ...extra]}
  const rules = data.milestones.filter(one => one.rule).map(one => one.rule)
  const times = []
  for (let run = 0; run < 60; run += 1) {
    const start = performance.now()
    const found = schedule(big, plan, '2027-03-16')
    for (let i = 0; i < 200; i += 1) dueOf(big, found, rules[i % rules.length])
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return {milestones: big.milestones.length, median: times[30], worst: times[59]}
}

