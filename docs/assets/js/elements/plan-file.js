// @ts-check
import {store} from '../store.js'
import {button, make} from './dom.js'

/**
 * <plan-file> opens a saved plan: checked, shown beside what is here, then replaced or left.
 * Empty in macros/render/plan.py. Without JavaScript: one sentence.
 */
export class PlanFileElement extends HTMLElement {
  connectedCallback() {
    const chooser = make('input', {type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': 'A saved plan'})
    const outcome = make('div')
    chooser.addEventListener('change', () => {
      const file = chooser.files?.[0]
      chooser.value = ''
      if (file) openFile(file, outcome)
    })
    this.replaceChildren(make('div', {class: 'app-buttons'}, button('Open a saved plan', () => chooser.click(), 'is-quiet')), chooser, outcome)
  }
}

/** @param {File} file @param {HTMLElement} outcome */
async function openFile(file, outcome) {
  const {previewFile} = await import('./file-preview.js')
  await previewFile(file, outcome, store)
}
