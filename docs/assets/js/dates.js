// @ts-check
/** Registers the elements of the page of dates, and those of the frame. Side effects: only this. */
import './main.js'
import {DateSummaryElement} from './elements/date-summary.js'
import {DateTableElement} from './elements/date-table.js'
import {PlanFieldsElement} from './elements/plan-fields.js'
import {WhereNowElement} from './elements/where-now.js'

customElements.define('plan-fields', PlanFieldsElement)
customElements.define('date-summary', DateSummaryElement)
customElements.define('where-now', WhereNowElement)
customElements.define('date-table', DateTableElement)
