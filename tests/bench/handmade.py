"""Writes the floor of the Kick-off page: the same words with boxes and a date field, by hand.

One file, a few lines of style, and a script that keeps ticks and the date. The words are those
of the plain site, so that they are the words of ours.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.bench.opening import PAGE

_WORDS = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)
_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Kick-off meeting</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body{max-width:48rem;margin:auto;font:1.1rem/1.5 sans-serif}li{margin:.5rem 0}</style></head>
<body><label>Go Live date <input type="date"></label>
<article>%WORDS%</article>
<script>
const kept = JSON.parse(localStorage.getItem('floor') ?? '{}')
const fields = [...document.querySelectorAll('input')]
fields.forEach((field, at) => {
  if (at in kept) field[field.type == 'checkbox' ? 'checked' : 'value'] = kept[at]
})
addEventListener('change', ({target}) => {
  kept[fields.indexOf(target)] = target.type == 'checkbox' ? target.checked : target.value
  localStorage.setItem('floor', JSON.stringify(kept))
})
</script></body></html>
"""


def write_kick_off(plain: Path, to: Path) -> Path:
    """Write a site of one page with the words that the plain site has on it."""
    found = _WORDS.search((plain / PAGE / "index.html").read_text("utf-8"))
    assert found, "The plain site has no article on its Kick-off page."
    (to / PAGE).mkdir(parents=True)
    (to / PAGE / "index.html").write_text(_PAGE.replace("%WORDS%", found[1]), "utf-8")
    return to
