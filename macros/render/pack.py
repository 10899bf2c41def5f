"""Sheets of the cutover pack, printed and filled in by hand. Knows nothing of the catalogue."""

from __future__ import annotations

from macros.render.markup import Markup

ROWS = 10
BETWEEN = "|"
WIDE = "+"
PRIVATE = Markup("<strong>Confidential patient record</strong>")
ASKED = ("Place", "Day", "Sheet number")

_LOG = Markup(
    '<div class="app-log" data-search-exclude>'
    '<p class="app-log__head">{private}{asked}</p>'
    '<table class="app-log__table"><caption>{title}</caption>'
    "<thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table></div>"
)
_SHEET = Markup(
    '<div data-search-exclude><table class="app-sheet"><caption>{title}</caption>'
    "<thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table></div>"
)
_ASKED = Markup("<span>{what}</span>")
_HEADING = Markup('<th scope="col">{text}</th>')
_WIDE_HEADING = Markup('<th scope="col" class="app-wide">{text}</th>')
_ROW = Markup("\n<tr>{cells}</tr>")
_ROW_NAME = Markup('<th scope="row">{text}</th>')
_CELL = Markup("<td>{text}</td>")
_EMPTY_CELL = _CELL.format(text="")


def blank_log(title: str, columns: str) -> Markup:
    """Write a table of empty rows, for what happens to patients while no system can take it.

    `columns` are headings with `|` between them; `+` after one gives it twice the room.
    """
    return _log(title, columns, private=PRIVATE)


def count_log(title: str, columns: str) -> Markup:
    """Write a log that counts things and names no patient, so it is no patient's record."""
    return _log(title, columns, private=Markup())


def sheet(title: str, columns: str, *rows: str) -> Markup:
    """Write a table whose rows begin with what is known beforehand, such as an hour and a deed.

    A row is cells with `|` between them; what is left out stays empty for the pen.
    """
    headings = _headings(columns)
    return _SHEET.format(
        title=title,
        headings=Markup().join(headings),
        rows=Markup().join(_row(_parts(row), len(headings)) for row in rows),
    )


def _log(title: str, columns: str, *, private: Markup) -> Markup:
    headings = _headings(columns)
    return _LOG.format(
        private=private,
        asked=Markup().join(_ASKED.format(what=what) for what in ASKED),
        title=title,
        headings=Markup().join(headings),
        rows=_ROW.format(cells=_EMPTY_CELL * len(headings)) * ROWS,
    )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN)]


def _headings(columns: str) -> list[Markup]:
    return [
        (_WIDE_HEADING if text.endswith(WIDE) else _HEADING).format(
            text=text.removesuffix(WIDE).rstrip()
        )
        for text in _parts(columns)
    ]


def _row(cells: list[str], wanted: int) -> Markup:
    name, *others = cells
    filled = Markup().join(_CELL.format(text=text) for text in others)
    return _ROW.format(
        cells=_ROW_NAME.format(text=name) + filled + _EMPTY_CELL * (wanted - len(cells))
    )
