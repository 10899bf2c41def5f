// @ts-check
/** Registers the elements of the page of dates, and those of the frame. Side effects: only this. */
import './main.js'
import {CriticalDaysElement} from './elements/critical-days.js'
import {CutoverWaysElement} from './elements/cutover-ways.js'
import {DateClashesElement} from './elements/date-clashes.js'
import {DateLimitsElement} from './elements/date-limits.js'
import {DateNeedsElement} from './elements/date-needs.js'
import {DateTableElement} from './elements/date-table.js'
import {GoGatesElement} from './elements/go-gates.js'
import {register} from './elements/in-turn.js'
import {IsThereTimeElement} from './elements/is-there-time.js'
import {MoveGoLiveElement} from './elements/move-go-live.js'
import {PhaseTimelineElement} from './elements/phase-timeline.js'
import {PlanFieldsElement} from './elements/plan-fields.js'
import {TodaysWorkElement} from './elements/todays-work.js'
import {WhereNowElement} from './elements/where-now.js'

register({
  'plan-fields': PlanFieldsElement,
  'date-needs': DateNeedsElement,
  'todays-work': TodaysWorkElement,
  'where-now': WhereNowElement,
  'date-table': DateTableElement,
  'phase-timeline': PhaseTimelineElement,
  'date-limits': DateLimitsElement,
  'is-there-time': IsThereTimeElement,
  'move-go-live': MoveGoLiveElement,
  'cutover-ways': CutoverWaysElement,
  'date-clashes': DateClashesElement,
  'critical-days': CriticalDaysElement,
  'go-gates': GoGatesElement,
})
