// @ts-check
/** Loads the catalogue once a page: titles and phases of tasks, by id. Written by macros/publish/catalogue_json.py. */

/** @typedef {{phases: [string, string][], tasks: Record<string, [string, string]>, retired: Record<string, string>}} Catalogue */

/** @type {Promise<Catalogue> | undefined} */
let loading

/** @returns {Promise<Catalogue>} */
export function loadCatalogue() {
  const address = document.getElementById('journey')?.dataset.catalogue ?? ''
  loading ??= fetch(address).then(answer => answer.json())
  return loading
}
