"""The modules of an entry, joined into one."""

from __future__ import annotations

import pytest
import rjsmin

from macros.publish.modules import (
    ModuleError,
    join,
    reached,
    refuse_joined_fields,
    refuse_nested_templates,
)

GOOD = {
    "main.js": (
        "// @ts-check\n"
        "import {go} from './elements/go.js'\n"
        "import { day, week } from './plan/dates.js';\n"
        "\n"
        "go(day, week)\n"
    ),
    "elements/go.js": (
        'import {day} from "../plan/dates.js"\n'
        "export class Go {}\n"
        "export async function go() {\n"
        "  const {late} = await import('../exports/late.js')\n"
        "  return late(day)\n"
        "}\n"
    ),
    "plan/dates.js": "export const day = 1\nexport let week = 7 * day\nconst own = 'import x'\n",
    "exports/late.js": "export const late = 1\n",
}


def test_what_is_imported_comes_first_and_once() -> None:
    """Without import and export; what is fetched on demand stays away, at its new address."""
    assert join("main.js", GOOD) == (
        "const day = 1\nlet week = 7 * day\nconst own = 'import x'\n"
        "\n"
        "class Go {}\n"
        "async function go() {\n"
        "  const {late} = await import('./exports/late.js')\n"
        "  return late(day)\n"
        "}\n"
        "\n"
        "// @ts-check\n"
        "\n"
        "go(day, week)\n"
    )


@pytest.mark.parametrize(
    ("entry", "text", "joined"),
    [
        # imports for their effect
        ("main.js", "import './plan/dates.js'\nuse()\n", "const day = 1\n\nuse()\n"),
        ("main.js", 'import "./plan/dates.js";\nuse()\n', "const day = 1\n\nuse()\n"),
        # nothing to import
        ("main.js", "use()\n", "use()\n"),
        ("main.js", "", ""),
        # words that only look like it
        ("main.js", "const exported = 'export'\n", "const exported = 'export'\n"),
        ("main.js", "const important = 1\n", "const important = 1\n"),
        # a dynamic import, from the entry's folder
        ("main.js", "import('./plan/dates.js')\n", "import('./plan/dates.js')\n"),
        ("main.js", 'import("./plan/dates.js")\n', "import('./plan/dates.js')\n"),
        ("a/b.js", "import('../plan/dates.js')\n", "import('./../plan/dates.js')\n"),
        ("a/b.js", "import('./c.js')\n", "import('./c.js')\n"),
    ],
)
def test_a_form_that_is_known_is_joined(entry: str, text: str, joined: str) -> None:
    """Our modules keep to few forms."""
    assert join(entry, {entry: text, "plan/dates.js": "export const day = 1\n"}) == joined


def test_what_is_joined_for_an_import_on_demand_exports_its_own_alone() -> None:
    """Who fetches it asks for that by name, also when nothing in it does."""
    texts = {
        "elements/box.js": (
            "import {find} from '../find.js'\n"
            "export function openBox() {\n  return find()\n}\n"
        ),
        "find.js": "export const find = () => 1\nexport function idle() {\n  return 2\n}\n",
    }

    assert join("elements/box.js", texts) == (
        "const find = () => 1\n\nexport function openBox() {\n  return find()\n}\n"
    )


def test_a_function_that_nobody_names_is_left_out() -> None:
    """And then what only it named; one that is named in whatever way stays."""
    texts = {
        "main.js": "import {used} from './plan/dates.js'\nused()\n",
        "plan/dates.js": (
            "function deeper() {\n  return 1\n}\n"
            "export async function idle() {\n  return deeper()\n}\n"
            "/** How: */\nexport function named() {\n  if (1) {\n  }\n}\n"
            "export function used() {}\nconst how = 'named'\n"
        ),
    }

    assert join("main.js", texts) == (
        "/** How: */\nfunction named() {\n  if (1) {\n  }\n}\n"
        "function used() {}\nconst how = 'named'\n\nused()\n"
    )


def test_a_function_that_only_itself_and_comments_name_is_left_out() -> None:
    """A comment asks for nothing."""
    texts = {
        "main.js": "import {used} from './a.js'\n// Not idle().\nused()\n",
        "a.js": (
            "/** Like idle. */\n"
            "export function idle(n) {\n  return n && idle(n - 1)\n}\n"
            "export const used = () => 1\n"
        ),
    }

    assert join("main.js", texts) == (
        "/** Like idle. */\nconst used = () => 1\n\n// Not idle().\nused()\n"
    )


def test_an_idle_function_of_one_line_takes_nothing_with_it() -> None:
    """It stays, since where it ends is not known from its first line."""
    texts = {
        "main.js": "import {used} from './a.js'\nused()\n",
        "a.js": "export function idle() {}\nexport function used() {\n  return 1\n}\n",
    }

    assert join("main.js", texts) == (
        "function idle() {}\nfunction used() {\n  return 1\n}\n\nused()\n"
    )


A = "export const day = 1\n"
CANNOT = "assets/js/main.js: cannot be joined with others"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "export default function go() {}\n",
            f"{CANNOT} (export default function go() {{}}).",
        ),
        ("export {day}\n", f"{CANNOT} (export {{day}})."),
        ("export * from './a.js'\n", f"{CANNOT} (export * from './a.js')."),
        ("import day from './a.js'\n", f"{CANNOT} (import day from './a.js')."),
        ("import * as days from './a.js'\n", f"{CANNOT} (import * as days from './a.js')."),
        ("import {day} from 'days'\n", f"{CANNOT} (import {{day}} from 'days')."),
        (
            "import {day} from 'https://example.org/a.js'\n",
            f"{CANNOT} (import {{day}} from 'https://example.org/a.js').",
        ),
        ("import {\n  day,\n} from 'a.js'\n", f"{CANNOT} (import {{)."),
        ("  import('days')\n", f"{CANNOT} (import('days'))."),
        ("  import(path)\n", f"{CANNOT} (import(path))."),
        ("  import.meta.url\n", f"{CANNOT} (import.meta.url)."),
        (
            "import {day as d} from './a.js'\n",
            "assets/js/main.js: imports day as d from a.js, which exports day.",
        ),
        (
            "import {day, dya} from './a.js'\n",
            "assets/js/main.js: imports dya from a.js, which exports day.",
        ),
        (
            "import {day} from './empty.js'\n",
            "assets/js/main.js: imports day from empty.js, which exports nothing.",
        ),
        (
            "import {day} from './b.js'\n",
            "assets/js/main.js: imports b.js, which does not exist.",
        ),
        (
            "import {day} from '../a.js'\n",
            "assets/js/main.js: imports ../a.js, which does not exist.",
        ),
        (
            "import {day} from './main.js'\n",
            "assets/js: modules import each other in a circle: main.js -> main.js.",
        ),
        (
            "import {day} from './a.js'\nfunction day() {}\n",
            "assets/js/main.js: day is declared in a.js too. "
            "Modules of a page are joined: give one of them another name.",
        ),
    ],
)
def test_another_form_is_refused(text: str, message: str) -> None:
    """With the file, and what stands there."""
    with pytest.raises(ModuleError) as refused:
        join("main.js", {"main.js": text, "a.js": A, "empty.js": "const day = 1\n"})

    assert str(refused.value) == message


def test_a_circle_is_shown_from_where_it_starts() -> None:
    """Each module of it is named once, and the first again."""
    texts = {
        "main.js": "import './a.js'\n",
        "a.js": "import './plan/b.js'\n",
        "plan/b.js": "import '../c.js'\n",
        "c.js": "import './a.js'\n",
    }

    with pytest.raises(ModuleError) as refused:
        join("main.js", texts)

    assert str(refused.value) == (
        "assets/js: modules import each other in a circle: a.js -> plan/b.js -> c.js -> a.js."
    )


@pytest.mark.parametrize(
    "declared",
    [
        "const name = 1\n",
        "let name\n",
        "class name {}\n",
        "async function name() {}\n",
        "function* name() {}\n",
        "const [other, name] = [1, 2]\n",
        "const {other, name} = {}\n",
    ],
)
def test_two_modules_may_not_declare_one_name(declared: str) -> None:
    """Joined, the second would be an error in the browser, or worse, the first one's value."""
    texts = {"main.js": "import './a.js'\n" + declared, "a.js": "export function name() {}\n"}

    with pytest.raises(ModuleError) as refused:
        join("main.js", texts)

    assert str(refused.value) == (
        "assets/js/main.js: name is declared in a.js too. "
        "Modules of a page are joined: give one of them another name."
    )


def test_names_inside_a_function_may_be_alike() -> None:
    """Only what stands at the left margin is shared."""
    texts = {
        "main.js": "import './a.js'\nfunction b() {\n  const x = 1\n}\nb()\n",
        "a.js": "function a() {\n  const x = 1\n}\na()\n",
    }

    assert join("main.js", texts).count("const x = 1") == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("say(`a ${b ? `, ${c}` : ''} d`)\n", "`a ${b ? `"),
        ("const one = 1\nsay(`${f(`x`)}`)\n", "`${f(`"),
    ],
)
def test_a_template_inside_a_template_is_refused(text: str, found: str) -> None:
    """Stripping blanks would take them out of the inner text too, and nobody would see why."""
    with pytest.raises(ModuleError) as refused:
        refuse_nested_templates("elements/dom.js", text)

    assert str(refused.value) == (
        f"assets/js/elements/dom.js: a template inside a template ({found}). "
        "Give the inner one a name of its own first."
    )


@pytest.mark.parametrize(
    "text",
    [
        "say(`a ${b} c`, `d ${e} f`)\n",
        "say(`a ${b ? 'x' : ''} c ${d({e})}`)\n",
        "const a = `b`\nconst c = `d ${e}`\n",
    ],
)
def test_templates_side_by_side_are_left_alone(text: str) -> None:
    """Only one inside another is lost to the stripping."""
    refuse_nested_templates("elements/dom.js", text)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # an entry fetches on demand, and what it fetches may import more
        (
            {"main.js": "import('./a/b.js')", "a/b.js": "import{c}from'./c.js'", "a/c.js": ""},
            ["a/b.js", "a/c.js"],
        ),
        # a module that was joined into the entry is fetched by nobody
        ({"main.js": "const c=1", "a/c.js": "const c=1"}, []),
        # unless another module still needs it by itself
        (
            {"main.js": "import('./a/b.js')", "a/b.js": "import'./c.js'", "a/c.js": ""},
            ["a/b.js", "a/c.js"],
        ),
        # two may need each other
        ({"main.js": "import('./a/b.js')", "a/b.js": "import('../main.js')"}, ["a/b.js"]),
    ],
)
def test_what_a_page_can_fetch(texts: dict[str, str], found: list[str]) -> None:
    """The entry, and whatever it leads to, however far."""
    assert reached(["main.js"], texts) == {"main.js", *found}


@pytest.mark.parametrize(
    ("text", "line", "name", "above"),
    [
        ("class A {\n  #a = 1\n  #b = 2\n}\n", 3, "#b", "#a = 1"),
        ("class A {\n  #a\n  #b\n}\n", 3, "#b", "#a"),
        ("class A {\n  static a = 1\n\n  // why\n  #b\n}\n", 5, "#b", "static a = 1"),
        ("class A {\n  #a = 1 // why\n  /**\n   * why\n   */\n  #b() {}\n}\n", 6, "#b", "#a = 1"),
        ("class A {\n  #a = () => {}\n  #b\n}\n", 3, "#b", "#a = () => {}"),
        ("class A {\n  a = {\n    b: 1,\n  }\n  #c\n}\n", 5, "#c", "}"),
    ],
)
def test_a_private_name_after_a_field_that_nothing_ends_is_refused(
    text: str, line: int, name: str, above: str
) -> None:
    """A line break before # is taken out: the two would be one, and no script would run."""
    with pytest.raises(ModuleError) as error:
        refuse_joined_fields("elements/a.js", text)

    assert str(error.value) == (
        f"assets/js/elements/a.js:{line}: {name} comes after a field without a semicolon "
        f"(found {above}), and taking out the line break would make one of the two. "
        "End that field with a semicolon."
    )


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("class A {\n  #a = 1;\n  #b = 2;\n}\n", "class A{#a=1;#b=2;}"),
        ("class A {\n  #a = 1\n\n  b() {}\n}\n", "class A{#a=1\nb(){}}"),
        (
            "class A {\n  #a() {}\n\n  // #c\n  #b() {\n  }\n  #c() {}\n}\n",
            "class A{#a(){}#b(){}#c(){}}",
        ),
        ("class A {\n  a() {\n    const b = 1\n  }\n  #c\n}\n", "class A{a(){const b=1}#c}"),
        ("class A {\n  // a\n  #a = 'http://x'\n}\n", "class A{#a='http://x'}"),
    ],
)
def test_private_names_that_stay_apart_are_let_through(text: str, sent: str) -> None:
    """As they are sent, they are still what they were."""
    refuse_joined_fields("elements/a.js", text)

    assert rjsmin.jsmin(text) == sent
