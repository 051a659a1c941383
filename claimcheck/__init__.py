"""claimcheck: a linter for the numbers in prose.

A first look:

    >>> import claimcheck
    >>> [quantity] = claimcheck.extract_quantities("over five tons")
    >>> quantity.low, quantity.unit, quantity.bound
    (Decimal('5'), 'tonne', <Bound.OVER: '>'>)

Claims add what is measured, of whom and when:

    >>> [claim] = claimcheck.extract_claims("Trade with Norway has reached $9 billion.")
    >>> claim.measure
    ('trade',)

And a check compares the claims of one or many texts:

    >>> report = claimcheck.check({"talk.txt": "ANNA: We bought 12 buses. Another 7 are on order. "
    ...                                        "Those 20 buses will serve the north."})
    >>> [finding.message for finding in report.findings]
    ['12 + 7 make 19, not 20']

`run` does the same for files and folders. Whatever cannot be read is in `report.skipped` with its reason;
a wrong rule file raises `RuleError`, which names file, line and column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import (
    ArchiveError,
    ClaimcheckError,
    ConfigError,
    FactError,
    Place,
    ReadError,
    RuleError,
    UnitError,
)
from claimcheck.version import __version__

if TYPE_CHECKING:
    from os import PathLike

    from claimcheck.model.claim import Claim
    from claimcheck.model.quantity import Quantity
    from claimcheck.model.report import Report

__all__ = [
    "ArchiveError",
    "ClaimcheckError",
    "ConfigError",
    "FactError",
    "Place",
    "ReadError",
    "RuleError",
    "UnitError",
    "__version__",
    "check",
    "extract_claims",
    "extract_quantities",
    "run",
]


def extract_quantities(text: str, *, units: Sequence[str] = ()) -> list[Quantity]:
    """All numbers of a text with value, unit, bound and kind: "35–40%" is low 35, high 40, unit "percent".

    Offsets count characters of `text`. Years, dates, times, ordinals and identifiers are in the list with
    their `kind`, and are not measurements. `units` settles what a text leaves open: "ton=short", "pound=money",
    "letter_m=million", "scale=long"; ConfigError is raised for others. No text raises.
    """
    from claimcheck.model.settings import UnitSettings
    from claimcheck.quantities import scan

    return scan(text, UnitSettings.parse(units))


def extract_claims(
    text: str, *, speaker: str | None = None, date: str | Date | None = None, units: Sequence[str] = ()
) -> list[Claim]:
    """What the figures of a text measure: "Over 4,000 drug crimes were uncovered" counts drug crimes.

    The text is taken as one speaker's words; `date` (ISO, or a date) is the day that "last year" counts from, and
    `units` as for `extract_quantities`. Raises ValueError when `date` is not an ISO date.
    """
    from claimcheck.model.settings import UnitSettings
    from claimcheck.study import claims_of_text

    day = Date.fromisoformat(date) if isinstance(date, str) else date
    return claims_of_text(text, speaker=speaker, day=day, units=UnitSettings.parse(units))


def check(
    texts: Mapping[str, str],
    *,
    rules: Sequence[str] | None = None,
    units: Sequence[str] = (),
    facts: Sequence[str | PathLike[str] | Mapping[str, object]] = (),
    facts_columns: Mapping[str, str] | None = None,
) -> Report:
    """Compare the claims of texts in memory: {name: text}, each a transcript or plain prose.

    `rules` names packs ("core"), rule files or folders; None takes the packs that ship with claimcheck. `facts` are
    tables of trusted facts (CSV, TSV, Parquet, YAML), or rows of one, which the claims are held against as well:
    {"subject": "Port of Ely", "measure": "cargo", "period": "2019", "value": 4.2, "unit": "million tonnes"};
    `facts_columns` says which columns hold what, where they are called otherwise: {"value": "amount"}. What became of
    each row is in `report.facts`. Raises RuleError when a rule file is wrong, FactError when a whole table is.
    """
    from claimcheck import pipeline
    from claimcheck.model.settings import UnitSettings

    return pipeline.check_texts(
        texts,
        rules=rules or (),
        units=UnitSettings.parse(units),
        facts=_fact_sources(facts),
        fact_columns=facts_columns or {},
    )


def run(
    paths: Sequence[str | PathLike[str]] = (),
    *,
    rules: Sequence[str] | None = None,
    units: Sequence[str] = (),
    config: str | PathLike[str] | None = None,
    facts: Sequence[str | PathLike[str] | Mapping[str, object]] = (),
    facts_columns: Mapping[str, str] | None = None,
    workers: int | None = 1,
) -> Report:
    """Read files and folders, compare all their claims, and report where the figures do not fit.

    A file that cannot be read is listed in `report.skipped` with its reason, and the rest is checked.
    `config` is a configuration file, "claimcheck.toml", whose paths, rules and so on hold where no other are given, as
    do the baseline and the suppression file beside it; none is looked for without it. `facts` and `facts_columns` are
    as for `check`. `workers` is the number of processes that read at once, None for as many as the files are worth.
    Raises RuleError when a rule file is wrong, FactError when a table of facts is, ConfigError when the configuration
    is.
    """
    from claimcheck import pipeline
    from claimcheck.model.settings import UnitSettings

    said: dict[str, Any] = {
        "paths": [str(path) for path in paths],
        "rules": rules or (),
        "units": UnitSettings.parse(units),
        "facts": _fact_sources(facts),
        "fact_columns": facts_columns or {},
    }
    if config is not None:
        from claimcheck.project.applied import run_arguments

        said = run_arguments(Path(config)) | {
            name: value for name, value in said.items() if value and (name != "units" or units)
        }
    return pipeline.run(**said, workers=workers)


def _fact_sources(
    facts: Sequence[str | PathLike[str] | Mapping[str, object]],
) -> list[str | Mapping[str, object]]:
    if isinstance(facts, str | Mapping):
        raise ConfigError("facts are a list of tables and rows", hint="put it in brackets: facts=[...]")
    return [fact if isinstance(fact, Mapping) else str(fact) for fact in facts]
