"""Find a browser for the tests, and print its path.

Looks in this order: $CHROMIUM, the usual names on PATH, what Playwright fetched before.
A shell, Chromium without windows, comes first: it runs the same pages with half the work.
When there is none it fetches one: with Playwright, else with apt-get as root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
PACKAGES = ("chromium-headless-shell", "chromium")  # older Debians have no shell
A_COMMAND_MAY_TAKE_SECONDS = 300
NONE_FOUND = (
    "The tests need Chromium, Chrome or Edge, and none was found or could be fetched. "
    "Run: sudo apt-get install chromium"
)


def main() -> int:
    """Print the path of a browser that starts, fetching one first if there is none."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        path = shutil.which(chosen)
        if path and starts(path):
            print(path)
            return 0
        print(f"CHROMIUM is '{chosen}', which does not start. Run: unset CHROMIUM", file=sys.stderr)
        return 1

    path = find() or fetch()
    print(path or NONE_FOUND, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


def find() -> str | None:
    """Return the first browser on this machine that starts."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Name the browsers that are there, the machine's own before Playwright's."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, playwrights_own())


def playwrights_own() -> list[str]:
    """Return where Playwright keeps its browsers, whether or not they are there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = Path(playwright.chromium.executable_path)
    shells = browser.parents[2].glob("chromium_headless_shell-*/*/*headless*shell")
    return [*sorted(map(str, shells), reverse=True), str(browser)]


def starts(path: str) -> bool:
    """Ask for the version: some names are only a notice that a package is missing."""
    return run([path, "--version"], quietly=True)


def fetch() -> str | None:
    """Get a browser in the first way that works."""
    for way in (fetch_with_playwright, add_what_playwrights_needs, install_with_apt):
        path = find() if way() else None
        if path:
            return path
    return None


def fetch_with_playwright() -> bool:
    """Let Playwright fetch its own browser; needs no rights on this machine."""
    say("No browser found. Fetching one with Playwright, which may take some minutes.")
    return run([sys.executable, "-m", "playwright", "install", "chromium"], quietly=True)


def add_what_playwrights_needs() -> bool:
    """Install the libraries that a bare machine lacks, where Playwright's browser is there."""
    if not may_install() or not any(map(os.path.exists, playwrights_own())):
        return False
    say("Installing what Playwright's browser needs.")
    return run([sys.executable, "-m", "playwright", "install-deps", "chromium"])


def install_with_apt() -> bool:
    """Install Debian's browser."""
    if not may_install():
        return False
    say("Installing Chromium with apt-get.")
    run(["apt-get", "update"])
    install = ["apt-get", "install", "--yes", "--no-install-recommends"]
    return any(run([*install, package]) for package in PACKAGES)


def may_install() -> bool:
    """Say whether we are root on a machine that has apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def run(command: list[str], *, quietly: bool = False) -> bool:
    """Run a command and say whether it worked; what it prints goes to standard error."""
    output = subprocess.DEVNULL if quietly else sys.stderr
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=A_COMMAND_MAY_TAKE_SECONDS,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def say(text: str) -> None:
    """Tell the person; standard output is for the path alone."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
