// @ts-check
import {store} from '../store.js'
import {button, make} from './dom.js'

/**
 * <plan-file> opens a saved plan: checked, shown beside what is here, then replaced or left.
 * Empty on Kick-off, and there nothing is shown without JavaScript; elsewhere it wraps the sentence of macros/render/files.py.
 */
export class PlanFileElement extends HTMLElement {
  connectedCallback() {
    const chooser = make('input', {type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': 'A saved plan'})
    const outcome = make('div')
    chooser.addEventListener('change', async () => {
      const file = chooser.files?.[0]
      chooser.value = ''
      if (file) (await import('./file-preview.js')).previewFile(file, outcome, store)
    })
    this.replaceChildren(make('div', {class: 'app-buttons'}, button('Open a saved plan', () => chooser.click(), 'is-quiet')), chooser, outcome)
  }
}
