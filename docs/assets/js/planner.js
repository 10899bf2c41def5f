// @ts-check
/** Registers the elements of the plan, on pages that have some, and those of the frame. */
import './main.js'
import {DateSummaryElement} from './elements/date-summary.js'
import {MeetingViewElement} from './elements/meeting-view.js'
import {PlanFieldsElement} from './elements/plan-fields.js'
import {PlanFileElement} from './elements/plan-file.js'
import {PlanPartiesElement} from './elements/plan-parties.js'
import {TaskChecklistElement} from './elements/task-checklist.js'
import {YourActionsElement} from './elements/your-actions.js'

customElements.define('task-checklist', TaskChecklistElement)
customElements.define('plan-fields', PlanFieldsElement)
customElements.define('date-summary', DateSummaryElement)
customElements.define('plan-parties', PlanPartiesElement)
customElements.define('your-actions', YourActionsElement)
customElements.define('plan-file', PlanFileElement)
customElements.define('meeting-view', MeetingViewElement)
