// @ts-check
/** Asks at once for all that the search needs: the dialog, what the dialog imports, and the words. */

/** @type {Promise<Response | void> | undefined} */
let words

/** @param {HTMLElement} site the element with the address of the site */
export async function openSearch(site) {
  words ??= fetch(`${site.dataset.root}/search/words.json`).catch(() => {})
  const [{openDialog}] = await Promise.all([import('./search-dialog.js'), import('../finding.js'), import('./dom.js')])
  openDialog(site, words)
}
