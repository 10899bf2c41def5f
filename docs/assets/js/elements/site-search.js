// @ts-check
/**
 * <site-search> opens the search, from its button or with Ctrl and K; all that it needs is fetched then, and at once.
 * Wraps the button in overrides/partials/header.html. Without JavaScript: nothing is shown.
 */
export class SiteSearchElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    /** @type {Promise<Response | void> | undefined} */
    let words
    const open = () => {
      words ??= fetch(`${this.dataset.root}/search/words.json`).catch(() => {})
      import('./search-dialog.js').then(late => late.openDialog(this, words))
    }
    this.firstElementChild?.addEventListener('click', open, this.#connection)
    addEventListener('keydown', event => {
      if (!event.ctrlKey || event.key !== 'k' || /** @type {HTMLElement} */ (event.target).matches(':read-write')) return
      event.preventDefault()
      open()
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
