"""A slip of an editor stops the build and is named; see house style on messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import define_env
from tests.conftest import ROOT, build_site

Refusal = Callable[[str, str, str], str]

KICK_OFF = "docs/guide/kick-off.md"


def error_of(said: str) -> str:
    """Give what the build put last, as its error."""
    return said.rpartition("ERROR   -  ")[2].strip()


def test_a_misspelt_argument_stops_the_build(refusal: Refusal) -> None:
    """Page, call, what there is not, and what was probably meant."""
    said = refusal(KICK_OFF, 'checklist("kick-off", "start")', 'checklist("kick-off", "strat")')

    assert error_of(said).splitlines()[0] == (
        'docs/guide/kick-off.md: checklist("kick-off", "strat"): '
        "no band 'strat'. Did you mean 'start'? Bands are: decide, start, later."
    )


def test_a_misspelt_macro_stops_the_build(refusal: Refusal) -> None:
    """Page and word."""
    said = refusal(KICK_OFF, "plan_basics()", "plan_basic()")

    assert error_of(said).splitlines()[0] == ("docs/guide/kick-off.md: 'plan_basic' is undefined")


def test_a_block_in_a_code_span_stops_the_build(refusal: Refusal) -> None:
    """Markdown shows what stands there as text, and the fields would be gone."""
    said = refusal(KICK_OFF, "{{ plan_basics() }}", "Here: `{{ plan_basics() }}`")

    assert error_of(said).splitlines()[0] == (
        "docs/guide/kick-off.md: a macro that writes a block is called where Markdown reads no "
        "HTML. Call it on a line of its own, with a blank line either side."
    )


def test_a_call_with_a_per_cent_sign_is_refused_without_it() -> None:
    """The macros plugin formats errors with that sign, and would fail on ours."""
    macros: dict[str, Callable[..., str]] = {}
    file = SimpleNamespace(src_uri="guide/kick-off.md")
    plugin = SimpleNamespace(
        conf=SimpleNamespace(docs_dir=str(ROOT / "docs")),
        page=SimpleNamespace(file=file, url="guide/kick-off/"),
        macro=lambda function, name: macros.update({name: function}),
    )
    define_env(plugin)

    with pytest.raises(LookupError) as refused:
        macros["rule"]("50%")

    assert refused.value.args[0].startswith(
        "docs/guide/kick-off.md: rule(\"50 per cent\"): no milestone '50 per cent'. "
    )


def test_a_misspelt_source_of_a_page_stops_the_build(refusal: Refusal) -> None:
    """Page, word and the nearest name."""
    said = refusal(KICK_OFF, "\n  - pcse-migration\n", "\n  - pcse-migratoin\n")

    assert error_of(said).startswith(
        "docs/guide/kick-off.md: sources: "
        "no source 'pcse-migratoin'. Did you mean 'pcse-migration'? Sources are: "
    )
    assert "Traceback" not in said


def test_a_misspelt_phase_of_a_page_stops_the_build(refusal: Refusal) -> None:
    """The journey would mark nothing, and nobody would see it."""
    said = refusal(KICK_OFF, "\nphase: kick-off\n", "\nphase: kick-of\n")

    assert error_of(said).startswith(
        "docs/guide/kick-off.md: phase: no phase 'kick-of'. Did you mean 'kick-off'? Phases are: "
    )
    assert "Traceback" not in said


def test_a_misspelt_name_in_a_template_stops_the_build(refusal: Refusal) -> None:
    """The template and the word; left to itself it would be an empty place."""
    template = "overrides/partials/footer.html"
    said = refusal(template, "config.copyright", "config.copyrigth")

    assert template in said
    assert "has no attribute 'copyrigth'" in said


def test_a_bad_catalogue_stops_the_build_with_all_its_problems(
    project: Path, tmp_path: Path
) -> None:
    """Each on its line, one closing line, and nothing that only a programmer reads."""
    seats, tasks = project / "docs/_data/seats.yml", project / "docs/_data/tasks/kick-off.yml"
    replace(seats, "  cover: yes", "  cover: maybe")
    replace(tasks, "  phase: kick-off", "  phase: kick-of")
    replace(tasks, "  safety: no", "  safety: nein")

    outcome = build_site(tmp_path / "site", project)

    said = outcome.stdout + outcome.stderr
    lines = error_of(said).partition("\n\n")[0].splitlines()
    assert outcome.returncode == 1
    assert "Traceback" not in said
    assert [
        re.match(r"docs/_data/([\w/.-]+):\d+: (\w+ '[\w-]+'): ", line)[1] for line in lines[:-1]
    ] == [
        "seats.yml",
        "tasks/kick-off.yml",
        "tasks/kick-off.yml",
    ]
    assert lines[-1] == (
        "The site was not built: 3 problems in docs/_data. Nothing has been published."
    )
    assert not (tmp_path / "site").exists()


def replace(file: Path, right: str, wrong: str) -> None:
    """Put a fault into a file, once."""
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")
