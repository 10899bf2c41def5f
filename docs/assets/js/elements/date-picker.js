// @ts-check
import {make} from './dom.js'

/** The native pickers by the fields that they fill. @type {WeakMap<HTMLInputElement, any>} */
const pickers = new WeakMap()

/** Open the browser's own calendar for a date that is typed. @param {HTMLInputElement} input @param {HTMLElement} beside what opens it */
export function pickDate(input, beside) {
  const native = pickers.get(input) ?? nativePicker(input)
  pickers.set(input, native)
  if (!native.isConnected) beside.after(native)
  native.showPicker()
}

/** @param {HTMLInputElement} input */
function nativePicker(input) {
  const native = make('input', {type: 'date', tabindex: '-1', 'aria-hidden': 'true', class: 'app-hidden'})
  native.addEventListener('change', () => {
    input.value = native.value
    input.dispatchEvent(new Event('change'))
  })
  return native
}
