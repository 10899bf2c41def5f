"""Joins the modules of an entry into one file, so that a page asks once and never mixes versions.

Our modules keep to a few forms, and anything else is refused: named imports on one line from
a relative path, `export` before a declaration, dynamic imports of a relative path.
See decisions/0008.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping

_IMPORT = re.compile(r"^import (?:(\{[^{}]*\}) from )?['\"](\.[^'\"]+)['\"];?\n", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.M)
_EXPORTED = re.compile(r"^export ((?:async )?(?:function|class|const|let)\b.*)", re.M)
_DYNAMIC = re.compile(r"\bimport\((['\"])(\.[^'\"]+)\1\)")
_DECLARED = re.compile(
    r"^(?:async )?(?:function\*?|class|const|let) +(\w+|\[[^\]]*\]|\{[^}]*\})", re.M
)
_STRANGE = re.compile(
    r"^(?:import\b(?!\()|export\b).*|\bimport\.meta\b.*|\bimport\((?!'\./).*", re.M
)
_FUNCTION = re.compile(r"^(?:async )?function\*? +(\w+)\([^\n]*\{\n.*?^}\n", re.M | re.S)
_WORD = re.compile(r"\w+")
_FETCHED = re.compile(r"\b(?:from|import)\s*\(?\s*['\"](\.[^'\"]+)['\"]")
_PRIVATE = re.compile(r"^([ \t]*)(#\w+)", re.M)
_COMMENT = re.compile(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.S | re.M)
_FIELD = re.compile(r"[ \t]*(?:static )?#?\w+(?: *=|$)")
_NESTED = re.compile(r"`[^`\n]*\$\{[^}`\n]*`")


class ModuleError(ValueError):
    """A module that cannot be joined with others, worded for who wrote it."""


def refuse_nested_templates(path: str, text: str) -> None:
    """Refuse a template inside a template: taking out blanks would take them out of its text."""
    if found := _NESTED.search(text):
        raise ModuleError(
            f"assets/js/{path}: a template inside a template ({found[0]}). "
            "Give the inner one a name of its own first."
        )


def refuse_joined_fields(path: str, text: str) -> None:
    """Refuse a private name after a field that no semicolon ends.

    A line break before # is taken out, one before a letter is not: the two would be one.
    """
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in _PRIVATE.finditer(bare):
        above = bare[: found.start()].rstrip()
        if above and _is_open_field(above, found[1]):
            line, last = bare.count("\n", 0, found.start()) + 1, above.splitlines()[-1].strip()
            raise ModuleError(
                f"assets/js/{path}:{line}: {found[2]} comes after a field without a semicolon "
                f"(found {last}), and taking out the line break would make one of the two. "
                "End that field with a semicolon."
            )


def _is_open_field(above: str, indent: str) -> bool:
    """Tell whether what stands above at this indent is a field that goes on until it is ended."""
    if above.endswith((";", "{")):
        return False
    beginnings = re.findall(rf"^{indent}(?=[^\s)\]}}]).*", above, re.M)
    return bool(beginnings) and bool(_FIELD.match(beginnings[-1]))


def join(entry: str, texts: Mapping[str, str]) -> str:
    """Write the entry and all that it imports as one module, each imported module first.

    What the entry itself exports stays: a module that is fetched on demand is joined too.
    """
    order: list[str] = []
    _visit(entry, texts, order, ())
    for path in order:
        _refuse_unknown_names(path, texts)
    parts = {path: _part(path, texts[path], posixpath.dirname(entry)) for path in order}
    bare = {path: _EXPORT.sub("", part) for path, part in parts.items()}
    _refuse_twins(bare)
    return _without_idle("\n".join((bare | {entry: parts[entry]}).values()))


def _without_idle(text: str) -> str:
    """Leave out each function that only itself names: where it is used it is joined or fetched."""
    words = Counter(_words(text))

    def used(function: re.Match[str]) -> str:
        own = _words(function[0]).count(function[1])
        return "" if words[function[1]] == own else function[0]

    less = _FUNCTION.sub(used, text)
    return text if less == text else _without_idle(less)


def _words(text: str) -> list[str]:
    return _WORD.findall(_COMMENT.sub("", text))


def reached(entries: Iterable[str], texts: Mapping[str, str]) -> set[str]:
    """Find which of the published texts, without comments, a page can fetch: entries and on."""
    found: set[str] = set()
    left = list(entries)
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [_resolve(path, to) for to in _FETCHED.findall(texts[path])]
    return found


def _visit(path: str, texts: Mapping[str, str], order: list[str], above: tuple[str, ...]) -> None:
    if path in above:
        circle = " -> ".join((*above[above.index(path) :], path))
        raise ModuleError(f"assets/js: modules import each other in a circle: {circle}.")
    if path not in texts:
        raise ModuleError(f"assets/js/{above[-1]}: imports {path}, which does not exist.")
    if path in order:
        return
    for _, to in _IMPORT.findall(texts[path]):
        _visit(_resolve(path, to), texts, order, (*above, path))
    order.append(path)


def _part(path: str, text: str, root: str) -> str:
    def dynamic(found: re.Match[str]) -> str:
        return f"import('./{posixpath.relpath(_resolve(path, found[2]), root or '.')}')"

    part = _DYNAMIC.sub(dynamic, _IMPORT.sub("", text))
    if strange := _STRANGE.search(_EXPORT.sub("", part)):
        raise ModuleError(f"assets/js/{path}: cannot be joined with others ({strange[0]}).")
    return part


def _refuse_unknown_names(path: str, texts: Mapping[str, str]) -> None:
    for names, to in _IMPORT.findall(texts[path]):
        home = _resolve(path, to)
        exported = set(_DECLARED.findall("\n".join(_EXPORTED.findall(texts[home]))))
        for name in filter(None, (part.strip() for part in names.strip("{}").split(","))):
            if name not in exported:
                raise ModuleError(
                    f"assets/js/{path}: imports {name} from {home}, which exports "
                    f"{', '.join(sorted(exported)) or 'nothing'}."
                )


def _refuse_twins(parts: Mapping[str, str]) -> None:
    homes: dict[str, str] = {}
    for path, text in parts.items():
        for declared in _DECLARED.findall(text):
            for name in re.findall(r"\w+", declared):
                if name in homes:
                    raise ModuleError(
                        f"assets/js/{path}: {name} is declared in {homes[name]} too. "
                        "Modules of a page are joined: give one of them another name."
                    )
                homes[name] = path


def _resolve(path: str, to: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to))
