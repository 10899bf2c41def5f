"""The bridge: facts in, HTML out. With hooks.py the only module that knows MkDocs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from macros.catalogue import Catalogue, CatalogueError, load_catalogue
from macros.catalogue.problems import without_percent_signs
from macros.render import (
    calls,
    changes,
    checklist,
    dates,
    files,
    gates,
    links,
    pack,
    parties,
    phases,
    plan,
    planning,
    timeline,
    words,
)

CHANGELOG = "../CHANGELOG.md"  # beside docs, as programmers expect it
ASIDE = calls.Aside()  # the blocks of the page that is being read; hooks.py puts them back


def define_env(env: Any) -> None:
    """Register the macros that pages may call."""
    catalogue = catalogue_of(Path(env.conf.docs_dir))

    def link(page: str) -> str:
        return link_from(env.page.url, page)

    def phase_checklist(phase: str) -> str:
        return checklist.phase_checklist(catalogue, sections_of(env.page.markdown), phase)

    def whats_new() -> str:
        return changes.whats_new(Path(env.conf.docs_dir, CHANGELOG).read_text("utf-8"))

    of_the_page: dict[str, Callable[..., str]] = {
        "phase_checklist": phase_checklist,
        "whats_new": whats_new,
    }
    for name, macro in (_macros(catalogue, link) | of_the_page).items():
        env.macro(_naming_the_call(env, name, macro), name)


def on_pre_page_macros(env: Any) -> None:
    """Answer the calls of a page; the plugin then leaves it alone, unless Jinja has to read it."""
    ASIDE.clear()
    try:
        markdown = calls.answered(env.markdown, env.macros)
    except LookupError:  # the plugin meets it again, and says where
        return
    if markdown is not None:
        env.markdown = markdown
        env.page.meta["render_macros"] = False


@functools.cache
def catalogue_of(docs: Path) -> Catalogue:
    """Load the catalogue once a build; stop the build with all its faults, or none."""
    try:
        return load_catalogue(docs / "_data", docs=docs)
    except CatalogueError as error:
        raise PluginError(str(error)) from None


def sections_of(markdown: str) -> dict[str, str]:
    """Map the id of each heading that has one to its title, in the order of the page."""
    return {id: title for title, id in re.findall(r"^##+ (.+?) \{ *#([\w-]+) *\}$", markdown, re.M)}


def address_of(page: str) -> str:
    """Turn `guide/kick-off.md#who` into its address below the site's root."""
    path, _, fragment = page.partition("#")
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    address = f"{folder}/" if folder else ""
    return f"{address}#{fragment}" if fragment else address


def link_from(url: str, page: str) -> str:
    """Turn `guide/kick-off.md#who` into an address that works from the page at `url`."""
    path, _, fragment = address_of(page).partition("#")
    address = get_relative_url(path, url)
    return f"{address}#{fragment}" if fragment else address


def _macros(catalogue: Catalogue, link: Callable[[str], str]) -> dict[str, Callable[..., str]]:
    bound = functools.partial
    return {
        "checklist": bound(checklist.checklist, catalogue),
        "role_checklist": bound(checklist.role_checklist, catalogue, link),
        "topic_checklist": bound(checklist.topic_checklist, catalogue),
        "phase_facts": lambda id: phases.phase_facts(catalogue, catalogue.phase(id)),
        "phase_overview": lambda: phases.phase_overview(catalogue, link),
        "timeline": bound(timeline.timeline, catalogue),
        "length": lambda id: words.length_words(catalogue.phase(id)),
        "rule": lambda id: words.milestone_words(catalogue, catalogue.milestone(id)),
        "plan_basics": bound(plan.plan_basics, catalogue, link),
        "date_fields": bound(plan.date_fields, catalogue),
        "date_needs": dates.date_needs,
        "todays_work": bound(dates.todays_work, link),
        "where_now": dates.where_now,
        "your_dates": bound(dates.your_dates, catalogue),
        "planning": planning.part,
        "date_limits": bound(planning.date_limits, catalogue),
        "date_clashes": bound(planning.date_clashes, catalogue),
        "go_gates": bound(planning.go_gates, catalogue, link),
        "gates": bound(gates.gates, catalogue, link),
        "weekly_meeting": plan.weekly_meeting,
        "seats": bound(plan.seats, catalogue),
        "parties": bound(plan.parties, catalogue),
        "party_facts": bound(parties.party_facts, catalogue),
        "your_actions": plan.your_actions,
        "your_plans": files.your_plans,
        "guide_changes": files.guide_changes,
        "open_plan": files.open_plan,
        "plan_history": files.plan_history,
        "shared_file": files.shared_file,
        "plan_privacy": files.plan_privacy,
        "blank_log": pack.blank_log,
        "count_log": pack.count_log,
        "sheet": pack.sheet,
        "anchor": links.anchor,
        "cite": lambda id: links.cite(catalogue.source(id)),
    }


def _naming_the_call(env: Any, name: str, macro: Callable[..., str]) -> Callable[..., str]:
    """Let a fault say which page and which call caused it."""

    def call(*arguments: str) -> str:
        try:
            return ASIDE.keep(str(macro(*arguments)))
        except LookupError as error:
            said = ", ".join(f'"{argument}"' for argument in arguments)
            told = f"docs/{env.page.file.src_uri}: {name}({said}): {error.args[0]}"
            raise LookupError(without_percent_signs(told)) from None

    return call
