"""`python -m tests.bench`: measure, print the table, and fail when a limit is broken."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import building, dating, keeping, opening, planning, ranking, report
from tests.bench.plain import write_plain_source

# The same addresses on every machine, whatever is set for publishing.
ENVIRONMENT = {
    "SITE_URL": "http://127.0.0.1:8000/gp-migration-guide/",
    "REPO_URL": "",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
}


def main() -> int:
    """Build the sites, measure each pair, and say whether ours keeps its limits."""
    options = _options()
    os.environ.update(ENVIRONMENT)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        work = Path(folder)
        write_plain_source(options.root.resolve(), work / "plain")
        sources = {"ours": options.root.resolve(), "plain": work / "plain"}
        try:
            sites, seconds = building.build_in_rounds(sources, work / "sites", options.builds)
            visits, browser = opening.open_in_rounds(sites, options.rounds)
            pairs = dating.pairs_to_date(sources["ours"], sites["ours"], work / "dating")
            dated = dating.date_in_rounds(pairs, options.datings)
            moved = planning.moves_in_turn(work / "dating/large-site")
            ranked = ranking.longest_ranking_task(sites["ours"])
            kept = keeping.keep_in_rounds(sites["ours"], work / "keeping", options.rounds)
        except (building.BuildError, opening.PageFaultError) as error:
            print(error, file=sys.stderr)
            return 1
    print(report.machine(browser))
    print(report.table(visits, seconds))
    print(report.dating_table(dated))
    print(planning.line(moved))
    print(keeping.table(kept))
    print(ranking.line(ranked))
    broken = [*report.broken_limits(visits, seconds), *report.broken_dating_limits(dated)]
    broken += planning.broken_limits(moved) + ranking.broken_limits(ranked)
    print("\n".join(broken) or f"Ours keeps its limits: {report.limits()}.")
    return 1 if broken else 0


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
