"""Each room knows only what lies below it: read the imports and find an arrow that runs up."""

from __future__ import annotations

import ast
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "docs/assets/js"

# Python: what a room must not import, and what it must not call.
MUST_NOT_IMPORT = {
    "macros/catalogue": ("mkdocs", "jinja2", "macros.render", "macros.publish"),
    "macros/render": ("mkdocs", "jinja2", "yaml", "pathlib", "os", "io", "time", "macros.publish"),
    "macros/publish": ("mkdocs", "jinja2", "pathlib", "os", "io", "time"),
    "macros/tags.py": ("mkdocs", "macros.catalogue", "macros.render", "macros.publish"),
}
MUST_NOT_CALL = {
    "macros/render": ("open", "now", "today", "utcnow", "read_text", "read_bytes", "write_text"),
    "macros/publish": ("open", "now", "today", "utcnow", "read_text", "read_bytes", "write_text"),
}
THE_BRIDGE = {"macros/__init__.py", "macros/hooks.py"}

# JavaScript: the rooms that a room may import from.
MAY_IMPORT = {
    "entry": {"main", "elements"},
    "main": {"elements"},
    "elements": {"elements", "store", "catalogue", "exports", "plan", "finding"},
    "store": {"plan"},
    "catalogue": {"plan"},
    "exports": {"exports", "plan"},
    "plan": {"plan"},
    "finding": set(),
}
ENTRIES = {"planner", "dates", "home", "timeline", "files"}

IMPORT = re.compile(
    r"""(?:\bfrom|\bimport)\s*\(?\s*['"](?P<path>[^'"]+)['"]""",
)
COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.S)
TEXT = re.compile(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"")
NOT_PURE = re.compile(
    r"(?<![.\w])(?:document|window|navigator|localStorage|sessionStorage|fetch)\b(?!\s*:)"
    r"|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b"
)


# Python


def python_files(folder: str) -> list[Path]:
    room = ROOT / folder
    return [room] if room.is_file() else sorted(room.rglob("*.py"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_in(source: str, package: str) -> Iterator[tuple[int, str]]:
    """Every module that a Python file imports, relative ones spelt out, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            module = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)


def calls_in(source: str) -> Iterator[tuple[int, str]]:
    """The name of everything that a Python file calls, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield node.lineno, name


def is_below(module: str, forbidden: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in forbidden)


def forbidden_imports(room: str) -> list[str]:
    return [
        f"{shown(path)}:{line}: imports {module}"
        for path in python_files(room)
        for line, module in imports_in(path.read_text("utf-8"), package_of(path))
        if is_below(module, MUST_NOT_IMPORT[room])
    ]


def package_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).parent.parts)


@pytest.mark.parametrize("room", MUST_NOT_IMPORT)
def test_a_room_of_python_imports_nothing_that_it_must_not_know(room: str) -> None:
    """The catalogue and the renderers know no MkDocs; renderers know no files and no clock."""
    assert python_files(room) != []
    assert forbidden_imports(room) == []


@pytest.mark.parametrize("room", MUST_NOT_CALL)
def test_a_room_of_python_calls_no_file_and_no_clock(room: str) -> None:
    """What renders and publishes gets text and gives text, the same each time."""
    found = [
        f"{shown(path)}:{line}: calls {name}"
        for path in python_files(room)
        for line, name in calls_in(path.read_text("utf-8"))
        if name in MUST_NOT_CALL[room]
    ]

    assert found == []


def test_only_the_bridge_knows_mkdocs() -> None:
    """MkDocs is named by the two files that join us to it, so another can take its place."""
    knowing = {
        shown(path)
        for path in python_files("macros")
        for _, module in imports_in(path.read_text("utf-8"), package_of(path))
        if is_below(module, ("mkdocs",))
    }

    assert knowing == THE_BRIDGE


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("import mkdocs.utils", "mkdocs.utils"),
        ("from mkdocs import utils", "mkdocs.utils"),
        ("from . import words", "macros.render.words"),
        ("from ..publish import policy", "macros.publish.policy"),
        ("def late():\n    from pathlib import Path", "pathlib.Path"),
    ],
)
def test_an_import_is_found_however_it_is_written(source: str, module: str) -> None:
    """Imports inside functions and relative ones count too."""
    assert [name for _, name in imports_in(source, "macros.render")] == [module]


# JavaScript


def modules() -> dict[str, str]:
    """Every module of ours by its path below assets/js."""
    return {
        path.relative_to(SCRIPTS).as_posix(): path.read_text("utf-8")
        for path in sorted(SCRIPTS.rglob("*.js"))
    }


def room_of(path: str) -> str:
    """The folder of a module, or its own name at the top; entries that build on main are alike."""
    first = path.split("/")[0].removesuffix(".js")
    return "entry" if path == f"{first}.js" and first in ENTRIES else first


def code_of(source: str) -> str:
    return COMMENT.sub("", source)


def targets_of(path: str, source: str) -> list[str]:
    """What a module imports, now or on demand, as paths below assets/js."""
    here = posixpath.dirname(path)
    found = (match["path"] for match in IMPORT.finditer(code_of(source)))
    return [posixpath.normpath(posixpath.join(here, target)) for target in found]


def defines_an_element(source: str) -> bool:
    return "extends HTMLElement" in code_of(source)


def arrows_that_run_up(texts: dict[str, str]) -> list[str]:
    return [
        f"{path} imports {target}"
        for path, source in texts.items()
        for target in targets_of(path, source)
        if room_of(target) not in MAY_IMPORT.get(room_of(path), set())
    ]


def test_no_arrow_between_modules_runs_back_up() -> None:
    """Elements use the store, the catalogue and the exports, and these use the plan."""
    assert modules() != {}
    assert arrows_that_run_up(modules()) == []


def test_every_import_names_a_module_that_is_there() -> None:
    """There is no bundler: a path is exact, with its ending."""
    texts = modules()
    missing = [
        f"{path} imports {target}"
        for path, source in texts.items()
        for target in targets_of(path, source)
        if target not in texts
    ]

    assert missing == []


def test_no_element_imports_another() -> None:
    """Elements speak through the store and events; what they share defines no element."""
    texts = modules()
    found = [
        f"{path} imports {target}"
        for path, source in texts.items()
        if room_of(path) == "elements"
        for target in targets_of(path, source)
        if room_of(target) == "elements" and defines_an_element(texts.get(target, ""))
    ]

    assert found == []


def test_plan_and_exports_know_no_page_no_storage_and_no_clock() -> None:
    """They get values and give values; today is passed in."""
    found = [
        f"{path}: {match[0]}"
        for path, source in modules().items()
        if room_of(path) in {"plan", "exports", "finding"}
        for match in NOT_PURE.finditer(TEXT.sub("''", code_of(source)))
    ]

    assert found == []


def test_only_the_store_touches_storage() -> None:
    """No other module reads or writes what the browser keeps."""
    touching = {
        path
        for path, source in modules().items()
        if re.search(r"\b(?:local|session)Storage\b|\bindexedDB\b", code_of(source))
    }

    assert touching <= {"store.js"}


def test_nothing_typed_can_become_markup() -> None:
    """Text reaches the page as text: no module parses HTML or runs text as code."""
    banned = re.compile(
        r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b"
        r"|\beval\(|\bnew Function\b|\bsetHTMLUnsafe\b"
    )
    found = [
        f"{path}: {match[0]}"
        for path, source in modules().items()
        for match in banned.finditer(code_of(source))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plan/plan.js", "import { store } from '../store.js'"),
        ("plan/dates.js", "export { table } from '../exports/table.js'"),
        ("exports/table.js", "const { store } = await import('../store.js')"),
        ("store.js", "import './elements/task-checklist.js'"),
        ("store.js", "import { catalogue } from './catalogue.js'"),
        ("elements/task-checklist.js", "import '../main.js'"),
        ("main.js", "import './planner.js'"),
        ("dates.js", "import './planner.js'"),
        ("planner.js", "import {store} from './store.js'"),
    ],
)
def test_an_arrow_that_runs_back_up_is_found(path: str, source: str) -> None:
    """Each way of importing counts, also on demand and in passing on."""
    assert len(arrows_that_run_up({path: source})) == 1
