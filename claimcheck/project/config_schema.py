"""The form of a configuration file: every option of the command line, under its name there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from claimcheck.model.finding import Severity

Text = Annotated[str, StringConstraints(strict=True, min_length=1)]
Switch = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1)]
ReportFormat = Literal["text", "markdown", "html", "json", "jsonl", "sarif", "github", "junit", "rdjson"]
TableFormat = Literal["table", "csv", "jsonl", "json", "parquet"]
FailOn = Literal["error", "warning", "note", "never"]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | tuple[Text, ...])]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Entry(BaseModel):
    """A table of the file; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)


class UnitTable(Entry):
    """What a text cannot tell by itself."""

    ton: Literal["metric", "short", "long"] | None = Field(None, description="Which ton a ton is.")
    pound: Literal["mass", "money"] | None = Field(None, description="What pounds are where nothing tells.")
    letter_m: Literal["auto", "meter", "million"] | None = Field(
        None, alias="letter_m", description="What an m behind a number is where nothing tells."
    )
    scale: Literal["short", "long"] | None = Field(None, description="Whether a billion is 10^9 or 10^12.")


class ColumnTable(Entry):
    """The fields of tables and of JSON that hold what."""

    speaker: Text | None = None
    text: Text | None = None
    date: Text | None = None
    title: Text | None = None
    place: Text | None = None
    document: Text | None = None


class FactsColumnTable(Entry):
    """The columns of tables of facts that hold what."""

    subject: Text | None = None
    measure: Text | None = None
    period: Text | None = None
    place: Text | None = None
    value: Text | None = None
    unit: Text | None = None
    source: Text | None = None


class ClaimsTable(Entry):
    """The options of `claimcheck claims` alone."""

    format: TableFormat | None = Field(None, description="How to write the list.")
    output: Text | None = Field(None, description="Write to a file.")
    all: Switch | None = Field(None, description="List what measures nothing too.")
    documents: Switch | None = Field(None, description="List the documents instead.")


class ExplainTable(Entry):
    """The options of `claimcheck explain` alone."""

    all: Switch | None = Field(None, description="Show every figure it was compared with.")
    json_: Switch | None = Field(None, alias="json", description="Write JSON.")
    output: Text | None = Field(None, description="Write to a file.")


class DiffTable(Entry):
    """The options of `claimcheck diff` alone."""

    format: Literal["text", "markdown", "json"] | None = Field(None, description="How to write the changes.")
    output: Text | None = Field(None, description="Write to a file.")


class ConfigFile(Entry):
    """A configuration file of claimcheck; paths count from its folder."""

    paths: OneOrMore | None = Field(None, description="Files and folders that are read when none is named.")
    rules: OneOrMore | None = Field(None, description="Rule packs, files and folders; all shipped packs if unset.")
    facts: OneOrMore | None = Field(None, description="Tables of facts that you trust.")
    baseline: Text | Literal[False] | None = Field(
        None, description="The file that holds what is known; false takes none."
    )
    suppressions: Text | None = Field(None, description="The file that says what is kept silent.")
    since: Text | None = Field(None, description="New is only what involves a sentence that git has not there.")
    new_only: Switch | None = Field(None, description="Leave known findings out of the report.")
    fail_on: FailOn | None = Field(None, description="Exit with 1 from this severity on: error, warning, note, never.")
    show: Severity | None = Field(None, description="Print findings from this severity on: error, warning, note.")
    format: ReportFormat | None = Field(None, description="The format of standard output.")
    output: OneOrMore | None = Field(None, description="Files for the report; their endings tell the format.")
    statistics: Switch | None = Field(None, description="Say how much was read, compared and found.")
    exclude: OneOrMore | None = Field(None, description="Patterns of what is left out, as in .gitignore.")
    hidden: Switch | None = Field(None, description="Read what begins with a dot too.")
    no_ignore: Switch | None = Field(None, description="Read what .gitignore and .claimcheckignore leave out too.")
    follow_links: Switch | None = Field(None, description="Read what links lead to outside of their folder too.")
    max_size: Text | None = Field(None, description="The largest file that is read, as 500k or 200M.")
    any_language: Switch | None = Field(None, description="Read what is not English too.")
    archive: Text | Literal[False] | None = Field(
        None, description="The file that remembers what was read; false takes none."
    )
    workers: Count | None = Field(None, description="How many processes read at once.")
    engine: Literal["local", "spark"] | None = Field(None, description="Where the work is done: local, spark.")
    master: Text | None = Field(None, description="The Spark cluster, as spark://host:7077.")
    parquet: Text | None = Field(None, description="A folder for claims.parquet and findings.parquet.")
    stdin_filename: Text | None = Field(None, description="The name that standard input goes by.")
    quiet: Switch | None = Field(None, description="Say nothing on standard error but what went wrong.")
    verbose: Switch | None = Field(None, description="Say on standard error what is being read.")
    unit: UnitTable | None = Field(None, description="What a text cannot tell by itself.")
    column: ColumnTable | None = Field(None, description="The fields of tables and JSON that hold what.")
    facts_columns: FactsColumnTable | None = Field(None, description="The columns of tables of facts.")
    claims: ClaimsTable | None = Field(None, description="Options of `claimcheck claims` alone.")
    explain: ExplainTable | None = Field(None, description="Options of `claimcheck explain` alone.")
    diff: DiffTable | None = Field(None, description="Options of `claimcheck diff` alone.")


TABLES: dict[str, type[Entry]] = {
    "unit": UnitTable,
    "column": ColumnTable,
    "facts-columns": FactsColumnTable,
    "claims": ClaimsTable,
    "explain": ExplainTable,
    "diff": DiffTable,
}


def known_keys(table: str = "") -> list[str]:
    """The keys of a table, or of the whole file, as they are written."""
    fields = (TABLES[table] if table else ConfigFile).model_fields
    return [info.alias or name for name, info in fields.items()]


def all_keys() -> list[str]:
    """Every key of the file, those of tables in dots: "fail-on", "unit.ton"."""
    plain = [key for key in known_keys() if key not in TABLES]
    return [*plain, *(f"{table}.{key}" for table in TABLES for key in known_keys(table))]
