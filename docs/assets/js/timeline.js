// @ts-check
/** Registers the picture of the phases, and the elements of the frame. Side effects: only this. */
import './main.js'
import {register} from './elements/in-turn.js'
import {PhaseTimelineElement} from './elements/phase-timeline.js'

register({'phase-timeline': PhaseTimelineElement})
