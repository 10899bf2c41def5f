"""Tells Markdown what holds none of its signs, so that it looks for none there.

Most texts are plain, and Markdown would try each of its fifteen patterns on each of them;
most blocks are paragraphs, and Markdown would first ask whether they are one of thirteen others.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

_SIGN = re.compile(r"[\\`*_\[<&]|  \n")
_PATTERNS = {
    "backtick": "`",
    "escape": "\\",
    "link": "[",
    "image_link": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
}
"""The patterns of Markdown that a page may do without, and the sign of each."""
_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")
_BEFORE_INLINE = 25  # Markdown looks for signs inside texts at 20
_LINE = rf"(?:[A-Za-z{STX}]|\*\*[A-Za-z]|\[[^\]\n]*\]\()[^\n]*"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_FIRST = 200  # Markdown asks whether a block is empty at 100, and an extension may ask at 105


class PlainText(Extension):  # type: ignore[misc]  # Markdown tells no types
    """An extension of Markdown; one of more signs must name them in `_SIGN`.

    One whose blocks can begin as a line of `_PARAGRAPH` must be asked before ours.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        """Say what is plain before Markdown looks inside it.

        Markdown looks each tag up in a list of fifty, and writes a contents that nobody asked for.
        """
        md.block_level_elements = frozenset(md.block_level_elements)
        if "toc" in md.treeprocessors and not md.treeprocessors["toc"].marker:
            md.treeprocessors["toc"].build_toc_div = lambda tokens: Element("div")
        md.parser.blockprocessors.register(_Paragraph(md.parser), "plain_paragraph", _FIRST)
        md.treeprocessors.register(_Marking(md), "plain_text", _BEFORE_INLINE)


class _Paragraph(ParagraphProcessor):  # type: ignore[misc]
    """Takes a block whose lines all begin as no other kind of block does.

    With a letter, with one in bold, with a link, or with the mark of HTML that was taken out.
    """

    def test(self, parent: Element, block: str) -> bool:
        return bool(_PARAGRAPH.fullmatch(block))


class _Marking(Treeprocessor):  # type: ignore[misc]
    """Marks the plain texts, and leaves the patterns whose sign is nowhere on the page."""

    def run(self, root: Element) -> None:
        others = []
        for element in root.iter():
            if element.text:
                if _SIGN.search(element.text):
                    others.append(element.text)
                else:
                    element.text = AtomicString(element.text)
            if element.tail:
                others.append(element.tail)
        text = "\n".join(others)
        patterns = self.md.inlinePatterns
        idle = {patterns[name] for name, sign in _PATTERNS.items() if sign not in text}
        if not self.md.references:
            idle |= {patterns[name] for name in _REFERENCES}
        self.md.treeprocessors["inline"].inlinePatterns = [
            pattern for pattern in patterns if pattern not in idle
        ]
