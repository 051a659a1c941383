"""The configuration that `claimcheck init` writes: what was seen is set, everything else explained in comments."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcheck.project.config_schema import TABLES, ConfigFile, Entry
from claimcheck.project.looking import Look

HEAD = """# The configuration of claimcheck. Paths count from this file's folder; the command line goes before it.
# `claimcheck config` prints what holds, `claimcheck schema config` a schema for editors.
"""
# What a commented-out option shows: a value that is not the default, or one that explains itself.
SAMPLES: dict[str, object] = {
    "paths": ["talks"],
    "rules": ["core", "my-rules.yaml"],
    "facts": ["facts.csv"],
    "baseline": "claimcheck-baseline.json",
    "suppressions": "claimcheck-ignore.yaml",
    "since": "origin/main",
    "fail-on": "warning",
    "show": "note",
    "format": "markdown",
    "output": ["report.html", "report.sarif"],
    "exclude": ["drafts/"],
    "max-size": "200M",
    "archive": ".claimcheck/archive.duckdb",
    "workers": 2,
    "stdin-filename": "talk.vtt",
    "engine": "spark",
    "master": "spark://host:7077",
    "parquet": "tables",
    "unit.ton": "short",
    "unit.pound": "money",
    "unit.letter_m": "million",
    "unit.scale": "long",
    "claims.format": "csv",
    "claims.output": "claims.csv",
    "explain.output": "explained.txt",
    "diff.format": "markdown",
    "diff.output": "changes.md",
}


def write_starter(look: Look) -> str:
    """The file for what was seen, as `paths = ["talks"]`."""
    seen: dict[str, object] = {"paths": list(look.paths)} if look.paths else {}
    if look.rules:
        seen["rules"] = ["core", *look.rules]
    # Who sets up a project runs it again and again; here the line can be seen, and taken out.
    seen["archive"] = SAMPLES["archive"]
    return "\n".join([HEAD, *_lines(seen)])


def _lines(seen: dict[str, object]) -> Iterator[str]:
    for name, info in ConfigFile.model_fields.items():
        key = info.alias or name
        if key not in TABLES:
            yield f"# {info.description}"
            yield f"{key} = {_toml(seen[key])}\n" if key in seen else f"# {key} = {_toml(SAMPLES.get(key, True))}\n"
    for key, table in TABLES.items():
        yield f"# {table.__doc__}\n# [{key}]"
        yield from _table(key, table)
        yield ""


def _table(key: str, table: type[Entry]) -> Iterator[str]:
    for name, info in table.model_fields.items():
        inner = info.alias or name
        sample = SAMPLES.get(f"{key}.{inner}", f"the_{inner}" if key in ("column", "facts-columns") else True)
        said = f"  # {info.description}" if info.description else ""
        yield f"# {inner} = {_toml(sample)}{said}"


def _toml(value: object) -> str:
    """The value as TOML writes it: in these few kinds, as JSON does."""
    return json.dumps(value, ensure_ascii=False)
