"""Commands for maintainers. `python -m macros ids` notes every id in use as published."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.catalogue import Catalogue, CatalogueError, load_catalogue

DATA = Path(__file__).resolve().parent.parent / "docs/_data"
HEAD = """\
# Every id that was ever published. Readers' plans and calendars hold them, so none may vanish.
# Written by `make ids`. An id that is gone stays here and stands in retired.yml.
"""


def main(arguments: list[str]) -> int:
    """Run one command; say which there are when it is another."""
    if arguments != ["ids"]:
        print("Commands are: ids", file=sys.stderr)
        return 2
    try:
        catalogue = load_catalogue(DATA)
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1
    (DATA / "released.yml").write_text(released(catalogue), "utf-8")
    return 0


def released(catalogue: Catalogue) -> str:
    """Write the list of published ids: those that were, and those that are in use."""
    known = {(one.kind, one.id) for one in (*catalogue.released, *catalogue.ids())}
    return HEAD + "".join(f"- {{kind: {kind}, id: {id}}}\n" for kind, id in sorted(known))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
