"""Hooks of MkDocs: generated files, the security policy, and what the frame needs to know."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parent.parent

# Drop our package when this file is read anew, so that `mkdocs serve` shows what an editor changed.
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]
for _loaded in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
    del sys.modules[_loaded]

import rjsmin  # noqa: E402

import macros  # noqa: E402
from macros.catalogue import UnknownNameError  # noqa: E402
from macros.publish import (  # noqa: E402
    catalogue_json,
    dates_json,
    modules,
    names_json,
    planning_json,
    policy,
    search,
    service_worker,
    stylesheet,
)
from macros.render import calls, links, phases, plain_text, tables, terms  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

BANK_HOLIDAYS = "_data/bank-holidays.json"
GLOSSARY = "glossary.md"
SCRIPTS = "assets/js/"
STYLES = "assets/css/site.css"
SEARCH = "search"
SERVICE_WORKER = "service-worker.js"
SEARCHED: dict[str, list[search.Section]] = {}  # of the pages that this build has read
IS_SERVED = "serve" in sys.argv  # the server adds a script to each page, which no policy allows
ENTRIES = ("main.js", "home.js", "timeline.js", "planner.js", "dates.js", "files.js")
"""The frame; with today; with the picture; with the plan; with dates; with plans and files."""
ON_DEMAND = ("elements/search-dialog.js",)
"""Joined too, since a reader waits for it: the modules that it needs come in the same answer."""
MACRO_FAULT = re.compile(r"# _Macro \w+ Error_\n+_File_: .*\s+_[^_]+_:? ?(?P<says>.*)")
DATES_ELEMENT = "<date-table"
FILES_ELEMENTS = ("<plan-list", "<plan-history")
TODAY_ELEMENT = "<todays-work"
PICTURE_ELEMENT = "<phase-timeline"
PLAN_ELEMENTS = ("<task-checklist", "<plan-fields", "<plan-parties", "<your-actions", "<plan-file")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Without a repository there is nothing to edit: show no dead link.

    MkDocs would keep this file, and so our package and its facts, for as long as it serves.
    """
    Hooks._load_hook.cache_clear()
    SEARCHED.clear()
    config.markdown_extensions.append(plain_text.PlainText())
    if not config.repo_url:
        config.edit_uri = ""
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the catalogue; keep the theme's script, styles and maps out of the site."""
    for file in list(files):
        if _is_dead_weight(file.src_uri):
            files.remove(file)
    catalogue = macros.catalogue_of(Path(config.docs_dir))
    text = catalogue_json.catalogue_json(catalogue)
    files.append(File.generated(config, "assets/data/catalogue.json", content=text))
    holidays = Path(config.docs_dir, BANK_HOLIDAYS).read_text("utf-8")
    text = dates_json.dates_json(catalogue, holidays)
    files.append(File.generated(config, "assets/data/dates.json", content=text))
    text = names_json.names_json(catalogue)
    files.append(File.generated(config, "assets/data/names.json", content=text))
    text = planning_json.planning_json(catalogue)
    files.append(File.generated(config, "assets/data/planning.json", content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """A call that failed stops the build; the plugin would go on with an error in its place.

    A page is as new as its last review, not as the build: so one commit builds the same bytes.
    """
    page.update_date = str(page.meta["reviewed"])
    if fault := MACRO_FAULT.match(markdown):
        where = f"docs/{page.file.src_uri}: "
        raise PluginError(where + fault["says"].removeprefix(where).replace("**", ""))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Finish the tables, link the words of the glossary, and put back what macros wrote.

    The glossary does not link its own words.
    """
    html = tables.finished(html)
    try:
        searched = macros.ASIDE.put_back(html, but=search.LEFT_OUT)
    except calls.LostBlockError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from None
    SEARCHED[page.url] = search.sections_of(page.title, searched)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *macros.ASIDE.ids()}
    if page.file.src_uri != GLOSSARY:
        html = _with_terms(html, page.url, config)
    return macros.ASIDE.put_back(html)


def _with_terms(html: str, url: str, config: MkDocsConfig) -> str:
    address = macros.link_from(url, GLOSSARY)
    words = _terms_of(Path(config.docs_dir, GLOSSARY))
    return terms.link_terms(html, words, lambda id: f"{address}#{id}")


@functools.cache
def _terms_of(glossary: Path) -> tuple[terms.Term, ...]:
    """Read the glossary once a build, as this file is."""
    return terms.terms_of(glossary.read_text("utf-8"))


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """A misspelt name in a template stops the build; each frame knows its policy."""
    env.undefined = jinja2.StrictUndefined
    env.auto_reload = False  # each build has an environment of its own
    env.globals["head_script"] = policy.HEAD_SCRIPT
    env.globals["offline"] = not IS_SERVED and config.extra.get("offline", True)
    catalogue = macros.catalogue_of(Path(config.docs_dir))
    env.globals["guide_version"] = names_json.guide_version(catalogue)
    env.globals["policy"] = (
        "" if IS_SERVED else policy.content_security_policy(policy.HEAD_SCRIPT)
    )
    return env


def on_page_context(context: dict[str, Any], page: Any, config: MkDocsConfig, nav: Any) -> None:
    """Give the frame the journey, the sources and the script of this page."""
    catalogue = macros.catalogue_of(Path(config.docs_dir))
    link = partial(macros.link_from, page.url)
    with _naming(page, "phase"):
        here = catalogue.phase(page.meta["phase"]).id if "phase" in page.meta else None
    with _naming(page, "sources"):
        sources = [catalogue.source(id) for id in page.meta.get("sources", [])]
    context["journey"] = phases.journey(catalogue, link, here)
    context["sources"] = [links.cite(source) for source in sources]
    context["script"] = _entry(page.content)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Give the page for unknown addresses the same frame; its links start at the host."""
    catalogue = macros.catalogue_of(Path(config.docs_dir))
    base = f"{context['base_url'].rstrip('/')}/"
    context["journey"] = phases.journey(catalogue, lambda to: base + macros.address_of(to), None)
    context["script"] = "main.js"


def on_post_build(config: MkDocsConfig) -> None:
    """Write styles, scripts and search as they are sent, and the worker that keeps them all."""
    site = Path(config.site_dir)
    pages = [path.read_text("utf-8") for path in sorted(site.rglob("*.html"))]
    theme = stylesheet.cut(_theme_styles().read_text("utf-8"), stylesheet.names_used(pages))
    own = Path(config.docs_dir, STYLES).read_text("utf-8")
    try:
        (site / STYLES).write_text(stylesheet.join(theme, own), "utf-8")
        if not IS_SERVED:
            _write_scripts(site / SCRIPTS)
    except (stylesheet.MissingVariableError, modules.ModuleError) as error:
        raise PluginError(str(error)) from None
    _write_search(site / SEARCH)
    if not IS_SERVED:
        worker = _worker(site, config.extra.get("offline", True))
        (site / SERVICE_WORKER).write_text(worker, "utf-8")


def _write_search(folder: Path) -> None:
    """Write the words of all pages, and beside them the texts of each."""
    folder.mkdir()
    (folder / "words.json").write_text(search.words_json(SEARCHED), "utf-8")
    for address, sections in SEARCHED.items():
        texts = folder / address / "texts.json"
        texts.parent.mkdir(parents=True, exist_ok=True)
        texts.write_text(search.texts_json(sections), "utf-8")


def _worker(site: Path, is_on: bool) -> str:
    if not is_on:
        return service_worker.no_service_worker()
    files = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return service_worker.service_worker(files)


def _entry(content: str) -> str:
    """Choose the script that registers the elements of a page, and no more."""
    if DATES_ELEMENT in content:
        return "dates.js"
    if any(element in content for element in FILES_ELEMENTS):
        return "files.js"
    if any(element in content for element in PLAN_ELEMENTS):
        return "planner.js"
    if TODAY_ELEMENT in content:
        return "home.js"
    return "timeline.js" if PICTURE_ELEMENT in content else "main.js"


@contextmanager
def _naming(page: Page, field: str) -> Iterator[None]:
    """Let an unknown name in front matter say which page and field hold it."""
    try:
        yield
    except UnknownNameError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {field}: {error}") from None


def _write_scripts(folder: Path) -> None:
    """Join the modules of each entry, strip comments, and drop what no page can fetch any more."""
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.js")}
    joined = {path: modules.join(path, texts) for path in (*ENTRIES, *ON_DEMAND)}
    for path, text in texts.items():
        modules.refuse_nested_templates(path, text)
        modules.refuse_joined_fields(path, text)
    sent = {path: str(rjsmin.jsmin(text)) for path, text in (texts | joined).items()}
    used = modules.reached(ENTRIES, sent)
    for path, text in sent.items():
        if path in used:
            (folder / path).write_text(text, "utf-8")
        else:
            (folder / path).unlink()


def _is_dead_weight(path: str) -> bool:
    return (
        path.endswith(".map")
        or path.startswith(("assets/images/", "assets/javascripts/", "assets/stylesheets/"))
    )


def _theme_styles() -> Path:
    import material

    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    return next(folder.glob("main.*.min.css"))
