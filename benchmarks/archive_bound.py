"""What the bound on an archive loses: `python benchmarks/archive_bound.py FOLDER --new 26`.

Some transcripts of a folder are new, the others archived. New ones are compared with all of the archive; then it is
asked, for each by itself, among how many claims of the archive, in the order in which they are taken, its partners are.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimcheck import memory, pipeline
from claimcheck.links import reach_of
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.model.settings import DEFAULT_UNITS
from claimcheck.read import ReadSettings, find_files
from claimcheck.store import Archive, open_archive
from claimcheck.study import enlist

BOUNDS = (100, 200, 300, 600, 1000, 2000, 4000, 8000)
Depths = Mapping[str, Mapping[str, int]]


def depths_of(report: Report, archive: Archive) -> Depths:
    """For each new file, how many claims of the archive are taken before each archived file is in."""
    found: dict[str, dict[str, int]] = {}
    for file in {document.file for document in report.documents}:
        claims = [claim for claim in report.claims if claim.file == file]
        taken, depths = 0, {}
        for reached in archive.reached(reach_of(claims), [file], []):
            taken += reached.figures
            # The first is taken whatever its size.
            depths[reached.file] = taken if depths else 0
        found[file] = depths
    return found


def partners_of(findings: Iterable[Finding], depths: Depths) -> list[int]:
    """At which depth each finding between a new and an archived file has its archived file."""
    found = []
    for finding in findings:
        files = {one.file for one in finding.evidence}
        new, old = sorted(files & set(depths)), sorted(files - set(depths))
        if new and old:
            found.append(min(max(depths[one][other] for other in old) for one in new))
    return found


def table(kinds: Mapping[str, Sequence[int]]) -> list[str]:
    """A row a bound: what share of each kind is found."""
    lines = [f"{'claims':>8}  " + "  ".join(f"{kind} ({len(found)})" for kind, found in kinds.items())]
    for bound in BOUNDS:
        shares = (
            f"{100 * sum(one <= bound for one in found) / max(1, len(found)):.0f}%".rjust(len(f"{kind} ({len(found)})"))
            for kind, found in kinds.items()
        )
        lines.append(f"{bound:>8}  " + "  ".join(shares))
    return lines


def main() -> None:
    """Archive most of the folder, compare the rest with all of it, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--new", type=int, default=26)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--archive", help="keep the archive here, for another time")
    options = parser.parse_args()
    files, _ = find_files([options.folder], ReadSettings())
    new = sorted(random.Random(options.seed).sample(files, options.new))
    old = [file for file in files if file not in set(new)]
    memory.ROOM = 10**9
    with tempfile.TemporaryDirectory() as name:
        path = options.archive or Path(name) / "archive.duckdb"
        with open_archive(path) as archive:
            enlist(old, archive, ReadSettings(), DEFAULT_UNITS.over(pipeline.load().units), workers=1)
            report = pipeline.run(new, archive=archive)
            depths = depths_of(report, archive)
    loud = report.at_least(Severity.WARNING)
    notes = [one for one in report.findings if one not in loud]
    kinds = {"errors and warnings": loud, "notes": notes, "confirmations": report.confirmations}
    print(f"{len(old)} files archived, {len(new)} new; {report.archived} transcripts compared")
    print("\n".join(table({kind: partners_of(found, depths) for kind, found in kinds.items()})))


if __name__ == "__main__":
    main()
