// @ts-check
/**
 * Finds the sections that hold the words of a reader, and the part of a text that shows why.
 * Reads what macros/publish/search.py writes. Text in, text out: knows no page.
 */

const WORD = /[\p{L}\p{N}]+/gu
const KINDS = 4
const IN_TITLE = 3
const TITLE_COUNTS = 8
const AROUND = 90

/** @typedef {{common: string, pages: [string, string, [string, string, number][], number][], words: Record<string, number[]>}} Words */
/** @typedef {{page: string, anchor: string, title: string, of: string, size: number}} Section */
/** @typedef {{sections: Section[], words: Record<string, number[]>, common: Set<string>}} Index */
/** @typedef {[text: string, isAsked: boolean]} Piece */

/** The words of a text, in small letters. @param {string} text @returns {string[]} */
const wordsOf = text => text.toLowerCase().match(WORD) ?? []

/** Lists stay as they came: a reader waits for this, and most of them are never asked for. @param {Words} found @returns {Index} */
export function readWords({common, pages, words}) {
  const sections = pages.flatMap(([page, title, parts, size]) => [
    {page, anchor: '', title, of: '', size},
    ...parts.map(([anchor, part, long]) => ({page, anchor, title: part, of: title, size: long})),
  ])
  return {sections, words, common: new Set(common.split(' '))}
}

/** The words that are looked for: without those that lead nowhere, unless there is no other.
 * @param {Index} index @param {string} typed @returns {string[]} */
export function askedFor({common}, typed) {
  const all = wordsOf(typed)
  const asked = all.filter((word, at) => !common.has(word) && (word.length > 1 || at === all.length - 1))
  return asked.length ? asked : all
}

/** Sections with every word, the best first; when none has all of them, those with any.
 * @param {Index} index @param {string} typed @returns {Section[]} */
export function find(index, typed) {
  const each = askedFor(index, typed).map(word => weigh(index, word))
  const any = new Set(each.flatMap(weights => [...weights.keys()]))
  const whole = [...any].filter(number => each.every(weights => weights.has(number)))
  const sum = (/** @type {number} */ number) => each.reduce((all, weights) => all + (weights.get(number) ?? 0), 0)
  const ranked = (whole.length ? whole : [...any]).map(number => ({section: index.sections[number], weight: sum(number), number}))
  return ranked.sort((a, b) => b.weight - a.weight || a.number - b.number).map(({section}) => section)
}

/** What a word counts in each section: more when it is rare, whole, often there or in the title.
 * @param {Index} index @param {string} word @returns {Map<number, number>} */
function weigh({sections, words}, word) {
  const forms = [word, ...(word.length > 3 && word.endsWith('s') ? [word.slice(0, -1)] : [])]
  const typical = 40
  /** @type {Map<number, number>} */
  const weights = new Map()
  for (const there in words) {
    const form = forms.find(one => there.startsWith(one))
    if (!form) continue
    const list = words[there]
    const rare = Math.log(1 + sections.length / list.length) * (there === word ? 1 : form.length / there.length / 2)
    let number = -1
    for (const place of list) {
      const how = place % KINDS
      number += 1 + Math.floor(place / KINDS)
      const often = how === IN_TITLE ? TITLE_COUNTS : (1 + how) / (1 + how + sections[number].size / typical)
      weights.set(number, Math.max(weights.get(number) ?? 0, rare * often))
    }
  }
  return weights
}

/** What was typed as it stands comes first, in a title before a text.
 * @param {Section[]} found @param {string} typed @param {(section: Section) => string} textOf @returns {Section[]} */
export function asTyped(found, typed, textOf) {
  const bare = (/** @type {string} */ text) => ` ${wordsOf(text).join(' ')}`
  const words = bare(typed)
  const rank = (/** @type {Section} */ section) =>
    [bare(textOf(section)).includes(words), bare(section.title).includes(words), bare(section.title) === words].lastIndexOf(true)
  return found.map(section => ({section, rank: rank(section)})).sort((a, b) => b.rank - a.rank).map(({section}) => section)
}

/** A text in pieces, told apart by whether it is a word that was asked for.
 * @param {string} text @param {string[]} asked @returns {Piece[]} */
export function pieces(text, asked) {
  /** @type {Piece[]} */
  const all = []
  let at = 0
  for (const {index, 0: word} of marksOf(text, asked)) {
    all.push([text.slice(at, index), false], [word, true])
    at = index + word.length
  }
  return [...all, /** @type {Piece} */ ([text.slice(at), false])].filter(([piece]) => piece)
}

/** The part of a text where the words stand closest. @param {string} text @param {string[]} asked */
export function excerpt(text, asked) {
  const marks = marksOf(text, asked).map(({index}) => index)
  const near = (/** @type {number} */ from) => marks.filter(mark => mark >= from && mark < from + 2 * AROUND).length
  const densest = marks.reduce((most, mark) => (near(mark) > near(most) ? mark : most), marks[0] ?? 0)
  const from = Math.max(0, densest - AROUND)
  const to = from + 3 * AROUND
  return `${from ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/** @param {string} text @param {string[]} asked */
function marksOf(text, asked) {
  const forms = asked.map(word => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
  return [...text.matchAll(WORD)].filter(([word]) => forms.some(form => word.toLowerCase().startsWith(form)))
}
