// @ts-check
/** Registers the elements of the frame, on every page, and starts the page in turn. Side effects: only this. */
import {ColourChoiceElement} from './elements/colour-choice.js'
import {register} from './elements/in-turn.js'
import {PhaseWhenElement} from './elements/phase-when.js'
import {PlanStripElement} from './elements/plan-strip.js'
import {SiteJourneyElement} from './elements/site-journey.js'
import {SiteSearchElement} from './elements/site-search.js'

register({
  'colour-choice': ColourChoiceElement,
  'phase-when': PhaseWhenElement,
  'plan-strip': PlanStripElement,
  'site-journey': SiteJourneyElement,
  'site-search': SiteSearchElement,
})
