// @ts-check
/** Registers the elements of the frame, on every page, and starts the page in turn. Side effects: only this. */
import {ColourChoiceElement} from './elements/colour-choice.js'
import {beginTurns} from './elements/in-turn.js'
import {PhaseWhenElement} from './elements/phase-when.js'
import {PlanStripElement} from './elements/plan-strip.js'
import {SiteJourneyElement} from './elements/site-journey.js'
import {SiteSearchElement} from './elements/site-search.js'

customElements.define('colour-choice', ColourChoiceElement)
customElements.define('phase-when', PhaseWhenElement)
customElements.define('plan-strip', PlanStripElement)
customElements.define('site-journey', SiteJourneyElement)
customElements.define('site-search', SiteSearchElement)
queueMicrotask(beginTurns) // after the elements of the page itself
