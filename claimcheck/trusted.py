"""Facts of a run: tables and rows that a user trusts, read, and their values and periods understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from claimcheck.claims.facts import fact_phrases, make_fact
from claimcheck.errors import ConfigError, FactError
from claimcheck.model.fact import Fact, Facts
from claimcheck.model.rule import RuleSet
from claimcheck.model.settings import DEFAULT_UNITS, UnitSettings
from claimcheck.quantities import scan
from claimcheck.read import check_fact_fields, read_fact_rows, read_facts
from claimcheck.rules.checks.reference import REFERENCE

# Tables by their names, and rows in memory.
FactSource = Sequence[str | Mapping[str, object]]
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
NO_FACTS = Facts()


def load_facts(
    sources: FactSource, columns: Mapping[str, str], rules: RuleSet, units: UnitSettings = DEFAULT_UNITS
) -> Facts:
    """The facts of tables and of rows in memory; a row that cannot be understood is an error beside them.

    "facts.csv" with the row "Port of Ely,cargo,2019,4.2,million tonnes" has one fact, of 4.2 million tonnes. Raises
    FactError for a table that cannot be used at all, ConfigError when no rule would hold anything against it.
    """
    if not sources:
        return NO_FACTS
    if not any(rule.check == REFERENCE.name for rule in rules.rules):
        raise ConfigError("no rule holds what is said against facts", hint=f'add one with "check: {REFERENCE.name}"')
    check_fact_fields(columns)
    files = dict.fromkeys(source for source in sources if isinstance(source, str))
    rows = [source for source in sources if not isinstance(source, str)]
    tables = [read_facts(file, columns) for file in files]
    tables += [read_fact_rows(rows, columns)] if rows else []
    known: list[Fact] = []
    errors = [error for table in tables for error in table.errors]
    units = units.over(rules.units)
    for row in (row for table in tables for row in table.rows):
        try:
            known.append(make_fact(row, {phrase: scan(phrase, units) for phrase in fact_phrases(row)}))
        except FactError as error:
            errors.append(error)
    return Facts(tuple(known), tuple(errors), tuple(table.document for table in tables))
