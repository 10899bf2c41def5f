// @ts-check
/** Registers what the plan asks for today, and the elements of the frame. Side effects: only this. */
import './main.js'
import {register} from './elements/in-turn.js'
import {TodaysWorkElement} from './elements/todays-work.js'

register({'todays-work': TodaysWorkElement})
