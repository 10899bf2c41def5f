// @ts-check
/**
 * A table for the clipboard, as HTML and as text with tabs. Refuses to know what the table is about.
 *
 * A spreadsheet runs a pasted cell that begins with =, +, - or the at sign. Such a cell gets an apostrophe in front,
 * in both forms, because a spreadsheet pastes the HTML when it can. A plain number or a telephone number
 * behind + or - stays as it is.
 */

/**
 * @param {Table} table
 * @returns {string} HTML; everything in it is escaped
 */
export function toHtmlTable({caption = '', columns, rows}) {
  const head = columns.map(title => `<th scope="col">${escaped(title)}</th>`).join('')
  const cells = (/** @type {string[]} */ row) => row.map(cell => `<td>${inHtml(cell)}</td>`).join('')
  const body = rows.map(row => `<tr>${cells(row)}</tr>`).join('')
  return '<table border="1" cellspacing="0" cellpadding="4">'
    + (caption && `<caption>${escaped(caption)}</caption>`)
    + `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

/**
 * @param {Table} table
 * @returns {string} one line a row; tabs and line breaks inside a cell become spaces
 */
export function toTsv({columns, rows}) {
  return [columns, ...rows].map(row => row.map(inTsv).join('\t')).join('\n')
}

/** @param {string} cell */
function inHtml(cell) {
  return escaped(defused(cell)).replace(/\r\n|\r|\n/g, '<br>')
}

/** @param {string} cell */
function inTsv(cell) {
  const text = defused(cell.replace(/\s+/g, ' '))
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text
}

/** @param {string} cell */
function defused(cell) {
  const text = cell.trim()
  const isFormula = /^[=@＝＋－＠]|^[+-](?![\d ()]+$)/.test(text)
  return isFormula ? `'${text}` : text
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** @typedef {{caption?: string, columns: string[], rows: string[][]}} Table */
