// Judges many plans in one go and says what was found in few words: one text for each plan.
import {candidates, toAskAbout} from '/js/plan/candidates.js'
import {clashesOf} from '/js/plan/clashes.js'
import {earliestGoLive, leadTimes, thirdCheck} from '/js/plan/leadtimes.js'
import {distanceBetween, limitsOf} from '/js/plan/limits.js'
import {goLiveChange, previewOf, undoOf, withChange} from '/js/plan/moves.js'
import {odditiesOf} from '/js/plan/oddities.js'
import {optionsFor, waysOf} from '/js/plan/options.js'
import {outlookOf} from '/js/plan/outlook.js'
import {planningOf} from '/js/plan/planning.js'
import {dueOf, schedule} from '/js/plan/schedule.js'
import {standingOf} from '/js/plan/standing.js'
import {withRenamed} from '/js/plan/guide.js'

export const judgePlans = (data, more, rows) => JSON.parse(rows).map(row => judgePlan(data, more, ...row))

function judgePlan(data, more, plan, today, asksEarliest) {
  const found = schedule(data, plan, today)
  const third = thirdCheck(found)
  return [
    ...limitsOf(data, found).map(one => ['limit', one.id, one.side, one.date, one.allowed, one.days, way(data, found, one)].join('|')),
    ...leadTimes(data, found, plan, today).map(one => ['lead', one.id, one.last, one.late, one.target, one.isKnown ? 'no' : ''].join('|')),
    third ? ['third', third.room, third.needed, third.short].join('|') : 'third|',
    ...odditiesOf(data, plan, found, today).map(one => `odd|${one.id}|${one.kind}`),
    ...clashesOf(data, more.periods, plan, found).map(one => ['clash', one.id, one.from, one.to, one.touches.join(' ')].join('|')),
    ...(asksEarliest ? [`earliest|${earliestGoLive(data, plan, today) ?? ''}|${earliestGoLive(data, plan, today, true) ?? ''}`] : []),
  ].join('\n')
}

function way(data, found, {limit, date}) {
  const anchor = dueOf(data, found, {...limit, amount: 0, unit: 'day', direction: 'on', kind: ''}).date
  return distanceBetween(anchor, date, limit.unit, found.calendar.holidays).words
}

/** By property, the plans that do not have it. */
export function propertiesOf(data, more, rows) {
  const stamp = {at: 2, device: 'd2'}
  const daysOf = (plan, today) => JSON.stringify([...schedule(data, plan, today).days].map(([id, day]) => [id, day.date, day.end]))
  const standings = plan => JSON.stringify(data.milestones.map(({id}) => standingOf(plan, id)))
  const wrong = {back: [], home: [], again: [], off: [], preview: [], told: [], firm: []}
  JSON.parse(rows).forEach(([plan, today, to], number) => {
    const {change, problem} = goLiveChange(plan, to)
    if (problem) return
    const before = daysOf(plan, today)
    const preview = previewOf(data, plan, today, change)
    if (daysOf(plan, today) !== before) wrong.preview.push(number)
    const applied = withChange(plan, change, stamp)
    const back = withChange(applied, undoOf(plan, change), {...stamp, at: 3})
    const [old, now] = [plan, applied].map(one => schedule(data, one, today))
    const home = withChange(applied, goLiveChange(applied, plan.goLive.value).change, {...stamp, at: 4})
    if (daysOf(back, today) !== before || standings(back) !== standings(plan)) wrong.back.push(number)
    if (daysOf(home, today) !== before) wrong.home.push(number)
    if (daysOf(JSON.parse(JSON.stringify(plan)), today) !== before) wrong.again.push(number)
    const moved = [...now.days.values()].filter(day => {
      const was = old.days.get(day.id)
      return was.date !== day.date || was.end !== day.end
    }).map(day => day.id).sort()
    if (JSON.stringify(moved) !== JSON.stringify(preview.moved.map(({id}) => id).sort())) wrong.preview.push(number)
    if (moved.some(id => now.days.get(id).pinned && id !== 'go-live' && old.days.get(id).date !== now.days.get(id).date)) wrong.firm.push(number)
    const working = new Set(['event', 'deadline', 'start'])
    const isOff = day => working.has(day.rule?.kind) && !day.pinned && ([5, 6].includes((new Date(day.date).getUTCDay() + 6) % 7) || now.calendar.holidays.has(Date.parse(day.date) / 864e5))
    if ([...now.days.values()].some(isOff)) wrong.off.push(number)
    const listed = new Set(preview.tell.map(({id}) => id))
    if (Object.entries(plan.parties).some(([id, {told}]) => told?.length && told.at(-1).date !== now.goLive && !listed.has(id))) wrong.told.push(number)
  })
  return wrong
}

export const planningFor = (data, more, plan, today) => {
  const {limits, late, third, clashes, oddities} = planningOf(data, more, plan, today)
  const says = list => list.map(one => one.says)
  return {limits: says(limits), late: says(late), earliest: earliestGoLive(data, plan, today), third: third?.says ?? '', clashes: says(clashes), titles: [...new Set(clashes.map(({title}) => title))], oddities: says(oddities)}
}

export const previewFor = (data, more, plan, today, to) => {
  const {change, problem} = goLiveChange(plan, to)
  return problem ? {problem} : previewOf(data, plan, today, change)
}

export const previewOfChange = (data, more, plan, today, change) => previewOf(data, plan, today, change)

export const datesOf = (data, plan, today) => Object.fromEntries([...schedule(data, plan, today).days].map(([id, {date}]) => [id, date]))

export const standingAfterRename = (plan, renamed) => standingOf(withRenamed(plan, renamed, {at: 9, device: 'd2'}), Object.values(renamed)[0])

export const optionsOf = (data, plan, today, id) => {
  const broken = limitsOf(data, schedule(data, plan, today)).find(one => one.id === id)
  return broken ? optionsFor(data, plan, today, broken).map(({title, change}) => [title, change]) : []
}

export const limitsAfter = (data, plan, today, change) =>
  limitsOf(data, schedule(data, withChange(plan, change, {at: 2, device: 'd2'}), today)).map(one => one.says)

export const ways = (data, plan, today, choice) => waysOf(data, plan, today, choice)

export function rankedYear(data, more, plan, today) {
  let longest = 0
  const found = []
  let last = performance.now()
  for (const one of candidates(data, more.periods, plan, today)) {
    longest = Math.max(longest, performance.now() - last)
    if (one) found.push(one)
    last = performance.now()
  }
  return {longest, count: found.length, first: toAskAbout(found, 5).map(({date, reasons}) => [date, reasons])}
}

export const candidateOf = (data, more, plan, today, date) =>
  [...candidates(data, more.periods, plan, today)].find(one => one?.date === date)

export const phaseWordsOf = (data, plan, today, phase) => outlookOf(data, plan, today).phaseWords(phase)
