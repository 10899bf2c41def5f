// @ts-check
import {store} from '../store.js'
import {button} from './dom.js'

/**
 * <meeting-view> shows the page to a room; what that needs is fetched when it is asked for.
 * Empty in macros/render/plan.py. Without JavaScript: nothing is shown.
 */
export class MeetingViewElement extends HTMLElement {
  connectedCallback() {
    const enter = button('Meeting view', async () => (await import('./meeting-screen.js')).startMeeting(enter, store), 'is-quiet')
    this.replaceChildren(enter)
  }
}
