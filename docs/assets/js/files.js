// @ts-check
/** Registers the elements of the pages of plans and files, and those of the frame. Side effects: only this. */
import './main.js'
import {GuideChangesElement} from './elements/guide-changes.js'
import {PlanFileElement} from './elements/plan-file.js'
import {PlanHistoryElement} from './elements/plan-history.js'
import {PlanListElement} from './elements/plan-list.js'
import {PlanPrivacyElement} from './elements/plan-privacy.js'
import {SharedFileElement} from './elements/shared-file.js'

customElements.define('plan-list', PlanListElement)
customElements.define('guide-changes', GuideChangesElement)
customElements.define('plan-file', PlanFileElement)
customElements.define('plan-history', PlanHistoryElement)
customElements.define('plan-privacy', PlanPrivacyElement)
customElements.define('shared-file', SharedFileElement)
