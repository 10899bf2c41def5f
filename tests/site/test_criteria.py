"""The accessibility statement walks every criterion that it must."""

from __future__ import annotations

import re

from tests.site.reading import Page

CRITERIA = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11
2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
""".split()
"""Levels A and AA of WCAG 2.2."""


def walked(page: Page) -> list[str]:
    """The criteria in the first cells of the tables; "1.2.1 to 1.2.5" is five."""
    found = []
    for row in page.all("tr"):
        first = "".join(row[0].itertext())
        if span := re.match(r"(\d\.\d)\.(\d+) to \d\.\d\.(\d+) ", first):
            found += [f"{span[1]}.{n}" for n in range(int(span[2]), int(span[3]) + 1)]
        elif one := re.match(r"\d\.\d\.\d+ ", first):
            found.append(one[0].strip())
    return found


def test_each_criterion_is_walked_once_and_in_order(read: dict[str, Page]) -> None:
    """All 55, each with how it was checked and what was found."""
    page = read["about/accessibility/index.html"]

    assert len(CRITERIA) == 55
    assert walked(page) == CRITERIA
    rows = [row for row in page.all("tr") if re.match(r"\d\.", "".join(row[0].itertext()))]
    cells = [["".join(cell.itertext()).strip() for cell in row] for row in rows]
    assert [texts for texts in cells if len(texts) != 3 or not all(texts)] == []
