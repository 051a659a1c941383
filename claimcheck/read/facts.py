"""Tables of facts: CSV, TSV, Parquet and YAML as rows that know their places.

table = read_facts("facts.csv")
table.rows[0]["measure"]    # "cargo"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePath
from types import MappingProxyType

from rapidfuzz import process

from claimcheck.data_files import read_table
from claimcheck.errors import ConfigError, FactError, Place, ReadError
from claimcheck.model.document import Document, Landmark
from claimcheck.model.fact import FACT_FIELDS, NEEDED_FIELDS, FactRow, FactTable
from claimcheck.read.columns import choose
from claimcheck.read.fact_cells import FactCell, Sheet, sheet_of_rows
from claimcheck.read.facts_csv import sheet_of_csv, sheet_of_tsv
from claimcheck.read.facts_parquet import sheet_of_parquet
from claimcheck.read.facts_yaml import sheet_of_yaml
from claimcheck.read.loading import load
from claimcheck.read.settings import ReadSettings

FORMATS: Mapping[str, Callable[[str, bytes], Sheet]] = MappingProxyType(
    {
        ".csv": sheet_of_csv,
        ".tsv": sheet_of_tsv,
        ".parquet": sheet_of_parquet,
        ".yaml": sheet_of_yaml,
        ".yml": sheet_of_yaml,
    }
)
IN_MEMORY = "facts"
ROWS = "expected rows with a subject, a measure and a value"
NEAR_ENOUGH = 75
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def declare_fact_columns(declared: Sequence[str]) -> dict[str, str]:
    """The columns that a user names: ["value=amount,subject=company"] is {"value": "amount", "subject": "company"}."""
    columns: dict[str, str] = {}
    for entry in (part for text in declared for part in text.split(",") if part.strip()):
        kind, equals, name = (part.strip() for part in entry.partition("="))
        if not equals or not name:
            raise ConfigError(
                f'a column of facts is declared as FIELD=COLUMN, not "{entry.strip()}"', hint="value=amount"
            )
        columns[kind] = name
    check_fact_fields(columns)
    return columns


def check_fact_fields(columns: Mapping[str, str]) -> None:
    """Refuse a field that no fact has, as "valeu"."""
    for field in columns:
        if field not in FACT_FIELDS:
            raise ConfigError(f'a fact has no field "{field}"', hint=nearest(field, FACT_FIELDS))


def read_facts(file: str, columns: Mapping[str, str] = NO_COLUMNS) -> FactTable:
    """The rows of a table of facts, and an error for each row that lacks something.

    `columns` are those that a user declares. Raises FactError when the file as a whole cannot be used: it is missing,
    of another format, or has no column for a measure or a value.
    """
    place = Place(file)
    kind = FORMATS.get(PurePath(file.lower().removesuffix(".gz")).suffix)
    if kind is None:
        raise FactError("not a table of facts", place, f"the name ends in one of {', '.join(FORMATS)}")
    if not Path(file).is_file():
        raise FactError("no such table of facts", place, "check the path, from where claimcheck is run")
    try:
        _, raw = load(file, ReadSettings())
        sheet = kind(file, raw)
    except ReadError as error:
        raise FactError(f"cannot read the facts: {error.message}", place, error.hint or ROWS) from error
    return _table(file, sheet, columns)


def _table(file: str, sheet: Sheet, columns: Mapping[str, str]) -> FactTable:
    """The rows of a sheet as facts; those that say nothing at all are left out."""
    names = _column_names(file, sheet, columns)
    rows, errors = [], list(sheet.errors)
    for cells in sheet.rows:
        row = _row(file, sheet, cells, names)
        if not any(row.cells.values()):
            continue
        missing = [name for name in NEEDED_FIELDS if not row[name]]
        if missing:
            errors.append(_lacking(row, missing[0], cells, names))
        else:
            rows.append(row)
    landmarks = tuple(Landmark(row.start, row.name) for row in rows if row.name)
    document = Document(file, file, sheet.text, 0, len(sheet.text), "facts", landmarks=landmarks)
    return FactTable(document, tuple(rows), tuple(errors))


def read_fact_rows(rows: Sequence[Mapping[str, object]], columns: Mapping[str, str] = NO_COLUMNS) -> FactTable:
    """Facts that are in memory: [{"subject": "Port of Ely", "measure": "cargo", "value": 4.2, ...}]."""
    return _table(IN_MEMORY, sheet_of_rows(IN_MEMORY, rows), columns)


def nearest(name: str, choices: Sequence[str]) -> str:
    """A hint with the name that was probably meant, or with all of them."""
    best = process.extractOne(name, choices, score_cutoff=NEAR_ENOUGH)
    return f'did you mean "{best[0]}"?' if best else f"expected one of: {', '.join(choices)}"


@cache
def _known_names() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(names) for name, names in read_table("claimcheck.read", "facts.toml").items()}


def _column_names(file: str, sheet: Sheet, declared: Mapping[str, str]) -> dict[str, str]:
    """The table's own name for each field; raises FactError where a needed one has no column."""
    names: dict[str, str] = {}
    for field in FACT_FIELDS:
        wanted = (declared[field],) if field in declared else _known_names()[field]
        found = choose((one for one in sheet.names if one not in names.values()), wanted)
        if found is not None:
            names[field] = found
        elif field in declared:
            raise FactError(
                f'no column "{declared[field]}" for {field}', sheet.head, nearest(declared[field], sheet.names)
            )
    lacking = [field for field in NEEDED_FIELDS if field not in names]
    if lacking and sheet.names:
        columns = ", ".join(f'"{name}"' for name in sheet.names)
        raise FactError(
            f"no column for {lacking[0]}, among {columns}",
            sheet.head,
            f'name it with --facts-columns "{lacking[0]}=COLUMN"',
        )
    if not sheet.names and not sheet.errors:
        raise FactError("a table of facts without a row", Place(file), ROWS)
    return names


def _row(file: str, sheet: Sheet, cells: Mapping[str, FactCell], names: Mapping[str, str]) -> FactRow:
    found = {field: cells[name] for field, name in names.items() if name in cells}
    value = found.get("value")
    first = next(iter(cells.values()), FactCell("", sheet.head))
    anywhere = next((cell for cell in found.values() if cell.text), first)
    return FactRow(
        file=file,
        start=value.start if value else anywhere.start,
        end=value.start + len(value.text) if value else anywhere.start,
        cells={field: found[field].text.strip() if field in found else "" for field in FACT_FIELDS},
        places={field: found.get(field, anywhere).place for field in FACT_FIELDS},
        name=anywhere.row,
    )


def _lacking(row: FactRow, field: str, cells: Mapping[str, FactCell], names: Mapping[str, str]) -> FactError:
    """A row without a needed cell; in YAML its key may be misspelt."""
    others = [name for name in cells if name not in names.values()]
    meant = process.extractOne(field, others, score_cutoff=NEAR_ENOUGH)
    hint = f'did you mean "{field}" with "{meant[0]}"?' if meant else "every fact has a subject, a measure and a value"
    return row.error(field, f"a fact without a {field}", hint)
