"""The checker axe, and what it finds on a page as it is."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """async ([where, only]) => {
    const floats = new CSSStyleSheet()
    floats.replaceSync('.app-care, .app-strip { position: static }')
    document.adoptedStyleSheets = [floats]
    for (const animation of document.getAnimations()) animation.cancel()
    const more = {'target-size': {enabled: true}, 'label-content-name-mismatch': {enabled: true}}
    const rules = only ? {runOnly: only} : {rules: more}
    const quick = {resultTypes: ['violations'], preload: false}
    const {violations} = await axe.run(where, {...rules, ...quick})
    document.adoptedStyleSheets = []
    const places = ({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`)
    return violations.flatMap(places)
}"""
"""What floats above and below lies still: a target that is half under it is scrolled out."""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe about colours: all in which the dark page can differ from the light one."""
OFF_THE_EDGE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(
    page: Page, where: str = "html", schemes: tuple[str, ...] = ("light", "dark")
) -> list[str]:
    """Tell what axe finds in a part of a page, in light and in dark."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(f"() => {{ {AXE} }}")
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        only = COLOURS if scheme == "dark" else None
        found += [f"{scheme} {fault}" for fault in page.evaluate(RUN, [where, only])]
    return found
