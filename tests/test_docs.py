"""The documents of the project say what is true, and no file says what it must not."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ("README.md", "CONTRIBUTING.md", "HACKING.md", "SECURITY.md", "docs/_data/README.md")
DECISIONS = sorted(path.name for path in (ROOT / "decisions").glob("0*.md"))
FORMS = sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
WORKFLOWS = sorted(path.name for path in (ROOT / ".github/workflows").glob("*.yml"))

PLACES_OF_ONE_MACHINE = re.compile(r"(?<![\w.~:/-])/(?:work|root|home|tmp|Users)/\w")
PACKAGE_HOSTS = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|unpkg|jsdelivr)\.(?:org|com|net)|\bdeb\.debian\.org", re.I
)


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def make_targets() -> dict[str, str]:
    """Each target with its line of help, which may be missing."""
    found = re.findall(r"^([a-z][a-z-]*):(?!=)(?:(?!##|\n).)*(?:## (.+))?$", read("Makefile"), re.M)
    targets: dict[str, str] = {}
    for name, about in found:
        targets[name] = targets.get(name) or about
    return targets


def commands_named_in(text: str) -> set[str]:
    """The targets of `make` in code spans and at the start of lines of code."""
    return set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", text, re.M))


def paths_named_in(text: str) -> set[str]:
    """Files and folders in code spans, given from the root of the project."""
    rooms = r"(?:docs|macros|overrides|tests|tools|decisions|\.github)/[\w./-]*"
    return set(re.findall(rf"`({rooms})`", text))


def links_in(text: str) -> set[str]:
    """Targets of links and pictures that are neither addresses nor fragments."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    return {
        target.split("#")[0]
        for target in re.findall(r"\]\(([^)\s]+)\)", prose)
        if not re.match(r"[a-z]+:|#", target)
    }


@cache
def project_files() -> tuple[str, ...]:
    """Every text file that is kept, or would be at the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this copy of the project is not a git repository")
    names = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return tuple(name for name in names if b"\0" not in (ROOT / name).read_bytes())


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name in project_files()
        for number, line in enumerate(read(name).splitlines(), 1)
        if pattern.search(line)
    ]


def load(path: str) -> Any:
    return yaml.load(read(path), Loader=yaml.CBaseLoader)


# Commands


def test_readme_names_the_two_commands() -> None:
    """The README tells how to serve and how to test."""
    assert {"serve", "test"} <= commands_named_in(read("README.md"))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_in_a_document_exists(guide: str) -> None:
    """A command that a document names is a target of the Makefile."""
    assert commands_named_in(read(guide)) - make_targets().keys() == set()


def test_every_target_has_a_line_of_help() -> None:
    """`make` lists every target and says what it does."""
    assert [name for name, about in make_targets().items() if not about] == []


def test_hacking_describes_every_target_that_a_person_calls() -> None:
    """HACKING.md names each target but those that others call."""
    called_by_others = {"help", "environment", "lint"}

    assert make_targets().keys() - commands_named_in(read("HACKING.md")) == called_by_others


def test_continuous_integration_runs_what_the_readme_says() -> None:
    """Continuous integration and the workflows call `make test`; a reminder does not."""
    reminders = {"bank-holidays.yml", "audit.yml"}
    workflows = [f".github/workflows/{name}" for name in WORKFLOWS if name not in reminders]
    scripts = [read(".ci/run"), *map(read, workflows)]

    assert ["test" in commands_named_in(re.sub(r"run: ", "\n", text)) for text in scripts] == [
        True for _ in scripts
    ]


# Paths and links


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_in_a_document_exists(guide: str) -> None:
    """A file or folder that a document names in code is there."""
    assert sorted(p for p in paths_named_in(read(guide)) if not (ROOT / p).exists()) == []


def test_every_test_that_a_document_names_exists() -> None:
    """SECURITY.md says by which tests each way in is tried."""
    written = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    exist = set(re.findall(r"^def (test_\w+)", "\n".join(written), re.M))
    named = {name for guide in GUIDES for name in re.findall(r"`(test_\w+)`", read(guide))}

    assert len(named) > 10
    assert named - exist == set()


@pytest.mark.parametrize("guide", [*GUIDES, "decisions/README.md"])
def test_every_link_between_documents_resolves(guide: str) -> None:
    """A link or picture of a document leads to a file."""
    folder = (ROOT / guide).parent

    assert sorted(p for p in links_in(read(guide)) if not (folder / p).exists()) == []


# What no file may hold


def test_no_file_names_a_place_on_one_machine() -> None:
    """The project works wherever it is put."""
    assert lines_with(PLACES_OF_ONE_MACHINE) == []


def test_no_file_names_a_host_of_packages() -> None:
    """Where packages come from is the affair of each machine."""
    assert lines_with(PACKAGE_HOSTS) == []


# Packages


def test_every_package_is_pinned_with_a_reason() -> None:
    """A line of requirements.in names one version and says why it is there."""
    pinned = re.compile(r"[A-Za-z][\w-]*==[\w.]+ +# \S.+")
    lines = [line for line in read("requirements.in").splitlines() if line and line[0] != "#"]

    assert [line for line in lines if not pinned.fullmatch(line)] == []


def test_the_whole_tree_is_pinned_with_hashes() -> None:
    """requirements.txt has what requirements.in asks for, with hashes and no options."""
    asked = set(re.findall(r"^([\w-]+==[\w.]+)", read("requirements.in").lower(), re.M))
    locked = read("requirements.txt")
    entries = re.findall(r"^([\w-]+==[\w.]+) \\\n    --hash=sha256:[0-9a-f]{64}", locked, re.M)

    assert asked - set(entries) == set()
    assert re.findall(r"^[^\w#\s].*", locked, re.M) == []
    assert len(entries) == len(re.findall(r"^\w", locked, re.M))


# Workflows


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_every_action_is_pinned_by_its_commit(workflow: str) -> None:
    """An action is named by the hash of a commit, with its tag in a comment."""
    uses = re.findall(r"uses: *(.*)", read(f".github/workflows/{workflow}"))
    pinned = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

    assert [line for line in uses if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_every_job_asks_for_its_own_rights_only(workflow: str) -> None:
    """A workflow has no rights, and each job names those that it needs, and a time limit."""
    steps = load(f".github/workflows/{workflow}")
    jobs = steps["jobs"].values()

    assert steps["permissions"] == {}
    assert [job for job in jobs if not job.get("permissions")] == []
    assert [job for job in jobs if not job.get("timeout-minutes")] == []


def test_only_the_publishing_job_may_write() -> None:
    """The job that runs our code cannot publish; the one that publishes runs none of it."""
    jobs = load(".github/workflows/pages.yml")["jobs"]

    assert "write" not in jobs["build"]["permissions"].values()
    assert [step for step in jobs["publish"]["steps"] if "run" in step] == []


# Issue forms and decisions


@pytest.mark.parametrize("form", FORMS)
def test_every_issue_form_begins_with_the_warning(form: str) -> None:
    """The first thing that a form says is that it is public."""
    first = load(f".github/ISSUE_TEMPLATE/{form}")["body"][0]

    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith(
        "**This is public. Do not name patients, staff or your practice.**"
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_question_of_a_form_has_a_name_of_its_own(form: str) -> None:
    """GitHub refuses a form in which two questions share an id or a label."""
    questions = load(f".github/ISSUE_TEMPLATE/{form}")["body"][1:]

    assert len({question["id"] for question in questions}) == len(questions)
    assert len({question["attributes"]["label"] for question in questions}) == len(questions)


def test_the_task_form_offers_every_phase() -> None:
    """Somebody who suggests a task chooses from the phases of the catalogue."""
    form = load(".github/ISSUE_TEMPLATE/2-suggest-a-task.yml")["body"]
    offered = next(part for part in form if part.get("id") == "phase")["attributes"]["options"]

    assert len(offered) == len(load("docs/_data/phases.yml")) + 1
    assert offered[-1] == "I do not know"


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_has_its_four_parts(decision: str) -> None:
    """A decision gives context, decision, status and consequences, and is listed."""
    headings = re.findall(r"^## (.+)$", read(f"decisions/{decision}"), re.M)

    assert headings == ["Context", "Decision", "Status", "Consequences"]
    assert f"({decision})" in read("decisions/README.md")
