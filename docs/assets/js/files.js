// @ts-check
/** Registers the elements of the pages of plans and files, and those of the frame. Side effects: only this. */
import './main.js'
import {GuideChangesElement} from './elements/guide-changes.js'
import {register} from './elements/in-turn.js'
import {PlanFileElement} from './elements/plan-file.js'
import {PlanHistoryElement} from './elements/plan-history.js'
import {PlanListElement} from './elements/plan-list.js'
import {PlanPrivacyElement} from './elements/plan-privacy.js'
import {SharedFileElement} from './elements/shared-file.js'

register({
  'plan-list': PlanListElement,
  'guide-changes': GuideChangesElement,
  'plan-file': PlanFileElement,
  'plan-history': PlanHistoryElement,
  'plan-privacy': PlanPrivacyElement,
  'shared-file': SharedFileElement,
})
