// @ts-check
/**
 * Looks for what must not be in a plan. Refuses to know fields and pages: text in, finding out.
 */

/** What may stand between two digits of one number. */
const BETWEEN = '[ \u00a0.–-]'
const RUN_OF_DIGITS = new RegExp(`\\+?\\d(?:${BETWEEN}?\\d)*`, 'g')
const NUMBER_IN_A_RUN = new RegExp(`${BETWEEN}(\\d{10}|\\d{3}${BETWEEN}\\d{3}${BETWEEN}\\d{4})(?=${BETWEEN})`, 'g')

/**
 * Find the first NHS number in a text: ten digits whose check digit is right.
 * A telephone number (eleven digits from 0, or one that starts with +) is none.
 * @param {string} text
 * @returns {string} the number as it is written, or ''
 */
export function findNhsNumber(text) {
  for (const [run] of text.matchAll(RUN_OF_DIGITS)) {
    const digits = run.replace(/\D/g, '')
    if (run.startsWith('+') || /^0\d{10}$/.test(digits)) continue
    const numbers = digits.length === 10 ? [run] : Array.from(` ${run} `.matchAll(NUMBER_IN_A_RUN), match => match[1])
    const found = numbers.find(hasRightCheckDigit)
    if (found) return found
  }
  return ''
}

/**
 * Modulus 11: the digits weighted from 10 down to 1 add up to a multiple of 11.
 * @param {string} number
 */
function hasRightCheckDigit(number) {
  const digits = Array.from(number.replace(/\D/g, ''), Number)
  return digits.reduce((sum, digit, position) => sum + digit * (10 - position), 0) % 11 === 0
}
