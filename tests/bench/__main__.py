"""`python -m tests.bench`: measure, print the table, and fail when a limit is broken."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import (
    building,
    dating,
    growing,
    handmade,
    keeping,
    opening,
    planning,
    ranking,
    report,
    searching,
    visiting,
    zensical,
)
from tests.bench.measure import Bench, Check, checks_table
from tests.bench.plain import write_plain_source

# The same addresses on every machine, whatever is set for publishing.
ENVIRONMENT = {
    "SITE_URL": "http://127.0.0.1:8000/gp-migration-guide/",
    "REPO_URL": "",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
}


# Each takes the bench and gives a text and its checks. One more measure is one more name here.
MEASURES = (
    visiting.measure,
    searching.measure,
    dating.measure,
    planning.measure,
    keeping.measure,
    ranking.measure,
    growing.measure,
)


def main() -> int:
    """Build the sites, take every measure, and say which limits are kept."""
    options = _options()
    os.environ.update(ENVIRONMENT)
    checks: list[Check] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        try:
            bench = _built(options, Path(folder))
            print(report.machine(opening.version(), _zensical(bench)), flush=True)
            for measure in MEASURES:
                outcome = measure(bench)
                print(f"\n{outcome.text}", flush=True)
                checks += outcome.checks
        except (building.BuildError, opening.PageFaultError) as error:
            print(error, file=sys.stderr)
            return 1
    print(f"\n{checks_table(checks)}")
    return 0 if all(check.is_kept for check in checks if check.is_promised) else 1


def _built(options: argparse.Namespace, work: Path) -> Bench:
    """Build ours and the plain site in turn; write the floor, and Zensical's site if it is here."""
    root = options.root.resolve()
    sources = {"ours": root, "plain": work / "plain"}
    write_plain_source(root, sources["plain"])
    sites, seconds = building.build_in_rounds(sources, work / "sites", options.builds)
    sites["floor"] = handmade.write_kick_off(sites["plain"], work / "sites/floor")
    if zensical.program():
        sites["zensical"] = work / "sites/zensical"
        zensical.build(sources["plain"], sites["zensical"])
    rounds = {"rounds": options.rounds, "datings": options.datings}
    return Bench(sources=sources, sites=sites, seconds=seconds, work=work, **rounds)


def _zensical(bench: Bench) -> str:
    is_there = "zensical" in bench.sites
    return f"Zensical {zensical.version()}" if is_there else zensical.ABSENT


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("root", nargs="?", type=Path, default=root, help="the project's folder")
    parser.add_argument("--rounds", type=_count, default=7, help="visits to each site")
    parser.add_argument("--datings", type=_count, default=3, help="visits that change the date")
    parser.add_argument("--builds", type=_count, default=5, help="timed builds of each site")
    return parser.parse_args()


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return count


if __name__ == "__main__":
    sys.exit(main())
