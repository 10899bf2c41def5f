"""Tells Markdown which texts hold none of its signs, so that it looks for none in them.

Most texts are plain, and Markdown would try each of its fifteen patterns on each of them.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_SIGN = re.compile(r"[\\`*_\[<&]|  \n")
_BEFORE_INLINE = 25  # Markdown looks for signs inside texts at 20


class PlainText(Extension):  # type: ignore[misc]  # Markdown tells no types
    """An extension of Markdown; one of more signs must name them in `_SIGN`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Mark plain texts before Markdown looks inside them."""
        md.treeprocessors.register(_Marking(md), "plain_text", _BEFORE_INLINE)


class _Marking(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)
