"""The checker axe, and what it finds on a page as it is."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
SET_UP = f"""() => {{
    class WeakMap {{
        key = Symbol()
        has(object) {{ return this.key in object }}
        get(object) {{ return object[this.key] }}
        set(object, value) {{ object[this.key] = value }}
        add(object) {{ object[this.key] = true }}
    }}
    const WeakSet = WeakMap;
    {AXE};
    const {{prototype}} = axe.commons.color.Color
    const {{parseString}} = prototype
    const known = new Map()
    prototype.parseString = function (text) {{
        if (known.has(text)) return Object.assign(this, known.get(text))
        const {{r, g, b, alpha}} = parseString.call(this, text)
        known.set(text, {{r, g, b, alpha}})
        return this
    }}
}}"""
"""axe, that reads each colour once. It reads the same few thousands of times on a long page.

A colour of axe keeps seven values in weak maps, which is most of what it costs to make one;
here such a map keeps them in the colour itself.
"""
RUN = """async ([where, scheme]) => {
    const floats = new CSSStyleSheet()
    floats.replaceSync('.app-care, .app-strip { position: static }')
    document.adoptedStyleSheets = [floats]
    for (const animation of document.getAnimations()) animation.cancel()
    const more = {'target-size': {enabled: true}, 'label-content-name-mismatch': {enabled: true}}
    const colours = ['color-contrast', 'link-in-text-block']
    const without = Object.fromEntries(colours.map(rule => [rule, {enabled: false}]))
    const rules = {
        light: {rules: more},
        dark: {runOnly: colours},
        uncoloured: {rules: {...more, ...without}},
    }[scheme]
    const quick = {resultTypes: ['violations'], preload: false}
    const {violations} = await axe.run(where, {...rules, ...quick})
    document.adoptedStyleSheets = []
    const places = ({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`)
    return violations.flatMap(places)
}"""
"""What floats above and below lies still: a target that is half under it is scrolled out.

The rules about colours are all in which the dark page can differ from the light one. They take
four fifths of the time, so a state whose colours are seen in another can be tried `uncoloured`.
"""
OFF_THE_EDGE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(
    page: Page, where: str = "html", schemes: tuple[str, ...] = ("light", "dark")
) -> list[str]:
    """Tell what axe finds in a part of a page, in light and in dark."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SET_UP)
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme} {fault}" for fault in page.evaluate(RUN, [where, scheme])]
    return found
