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
import {IsThereTimeElement} from './elements/is-there-time.js'
import {MoveGoLiveElement} from './elements/move-go-live.js'
import {PhaseTimelineElement} from './elements/phase-timeline.js'
import {PlanFieldsElement} from './elements/plan-fields.js'
import {TodaysWorkElement} from './elements/todays-work.js'
import {WhereNowElement} from './elements/where-now.js'

customElements.define('plan-fields', PlanFieldsElement)
customElements.define('date-needs', DateNeedsElement)
customElements.define('todays-work', TodaysWorkElement)
customElements.define('where-now', WhereNowElement)
customElements.define('date-table', DateTableElement)
customElements.define('phase-timeline', PhaseTimelineElement)
customElements.define('date-limits', DateLimitsElement)
customElements.define('is-there-time', IsThereTimeElement)
customElements.define('move-go-live', MoveGoLiveElement)
customElements.define('cutover-ways', CutoverWaysElement)
customElements.define('date-clashes', DateClashesElement)
customElements.define('critical-days', CriticalDaysElement)
customElements.define('go-gates', GoGatesElement)
