// @ts-check
/** Registers the elements of the plan, on pages that have some, and those of the frame. */
import './main.js'
import {DateSummaryElement} from './elements/date-summary.js'
import {register} from './elements/in-turn.js'
import {MeetingViewElement} from './elements/meeting-view.js'
import {PlanFieldsElement} from './elements/plan-fields.js'
import {PlanFileElement} from './elements/plan-file.js'
import {PlanPartiesElement} from './elements/plan-parties.js'
import {TaskChecklistElement} from './elements/task-checklist.js'
import {YourActionsElement} from './elements/your-actions.js'

register({
  'task-checklist': TaskChecklistElement,
  'plan-fields': PlanFieldsElement,
  'date-summary': DateSummaryElement,
  'plan-parties': PlanPartiesElement,
  'your-actions': YourActionsElement,
  'plan-file': PlanFileElement,
  'meeting-view': MeetingViewElement,
})
