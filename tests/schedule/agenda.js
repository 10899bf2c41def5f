import {schedule} from '/js/plan/schedule.js'
import {agendaOf, todayWords} from '/js/plan/today.js'

/** What is asked for today, with the sentence above it. */
export function agenda(data, plan, tasks, today) {
  const found = agendaOf(data, schedule(data, plan, today), plan, tasks, today)
  return {...found, next: found.next ?? null, says: todayWords(found, today)}
}
