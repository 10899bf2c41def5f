// @ts-check
/**
 * <site-search> opens the search; all that it needs is fetched when someone starts to search.
 * Wraps the button in overrides/partials/header.html. Without JavaScript: nothing is shown.
 */
export class SiteSearchElement extends HTMLElement {
  #connection = new AbortController()

  connectedCallback() {
    this.#connection = new AbortController()
    this.addEventListener('click', async event => {
      if (!(event.target instanceof HTMLButtonElement)) return
      const {openSearch} = await import('./search-opening.js')
      openSearch(this)
    }, this.#connection)
  }

  disconnectedCallback() {
    this.#connection.abort()
  }
}
