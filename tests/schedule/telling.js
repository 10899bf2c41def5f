// What a third party is told, and what holds no more: each as a test asks for it.
import {allDaysOf, partyDays, partyStanding, toTellAgain} from '/js/plan/parties.js'
import {previewOf} from '/js/plan/moves.js'
import {leadTimes} from '/js/plan/leadtimes.js'
import {schedule} from '/js/plan/schedule.js'

const TODAY = '2027-03-16'

export const offAndOn = (data, plan, ids) => ids.map(id => {
  const {off, on} = partyDays(data, schedule(data, plan, TODAY), plan, id)
  return [id, off, on]
})

export const everyDay = (data, plan, id) => allDaysOf(data, schedule(data, plan, TODAY), plan, id).map(({title, date}) => `${date} ${title}`)

export const again = (data, plan) => toTellAgain(data, schedule(data, plan, TODAY), plan).map(({title, says}) => `${title}. ${says}`)

export const tellIn = (data, plan, change) => previewOf(data, plan, TODAY, change).tell.map(({id}) => id)

export const standing = (data, plan, id) => partyStanding(data, schedule(data, plan, TODAY), plan, id)

export const late = (data, plan, today) => leadTimes(data, schedule(data, plan, today), plan, today).filter(one => one.late).map(({id}) => id)
