"""The JSON schema of rule files, for editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from claimcheck.rules.dimensions import DIMENSIONS
from claimcheck.rules.registry import shipped_checks
from claimcheck.rules.schema import PackEntry


def json_schema() -> str:
    """The form of a rule file as JSON schema: keys, values, and what editors offer for checks and dimensions."""
    schema: dict[str, Any] = PackEntry.model_json_schema()
    schema.pop("title")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    kinds = schema["$defs"]
    _offer(kinds["RuleEntry"]["properties"]["check"], sorted(check.name for check in shipped_checks()))
    for kind in ("WhereEntry", "TopicEntry"):
        _offer(kinds[kind]["properties"]["dimension"], DIMENSIONS)
    schema = without_extras(schema) | {"title": "A rule file of claimcheck"}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _offer(entry: dict[str, Any], names: Sequence[str]) -> None:
    """Have editors complete names where other texts are allowed too."""
    for key in ("minLength", "type", "anyOf"):
        entry.pop(key, None)
    entry["anyOf"] = [{"enum": list(names)}, {"type": "string", "minLength": 1}]


def without_extras(node: Any) -> Any:
    """A schema without what pydantic adds: titles, and nothing as a value, which our files may not say."""
    if isinstance(node, list):
        return [without_extras(one) for one in node if one != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    dropped = {"title"} if isinstance(node.get("title"), str) else set()
    dropped |= {"default"} if node.get("default", ...) is None else set()
    plain = {key: without_extras(value) for key, value in node.items() if key not in dropped}
    if len(plain.get("anyOf", ())) == 1:
        [only] = plain.pop("anyOf")
        plain = only | plain
    return plain
