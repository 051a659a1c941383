"""Schema errors in the words of a rule file: what was expected, what stands there, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from claimcheck.errors import RuleError
from claimcheck.rules.places import Location, Source, nearest
from claimcheck.rules.schema import entry_at

NAME_FORM = "lower-case letters, digits and single hyphens"
EXPECTED = {
    "string_type": "text",
    "string_too_short": "text",
    "string_pattern_mismatch": NAME_FORM,
    "tuple_type": "a list",
    "too_short": "at least one entry",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "bool_type": "true or false",
}


def explain(source: Source, details: ErrorDetails) -> RuleError:
    """One of the schema's errors at its place: "unknown key "sevrity"", did you mean "severity"?"""
    location: Location = details["loc"]
    kind, key = details["type"], str(location[-1]) if location else ""
    if kind == "extra_forbidden":
        known = entry_at(location[:-1]).model_fields
        return source.error(f'unknown key "{key}"', source.place(location, key=True), nearest(key, known))
    if kind == "missing":
        hint = f'add "{key}: ..." to this entry'
        return source.error(f'missing key "{key}"', source.place(location[:-1]), hint)
    if key == "[key]":
        place = source.place(location[:-1], key=True)
        is_rule = location[0] == "override"
        kind_of, form = ("the id of a rule", 'an id like "core/sum"') if is_rule else ("a name", NAME_FORM)
        return source.error(f'"{location[-2]}" is not {kind_of}', place, f"expected {form}")
    found = source.value(location)
    if kind in ("enum", "literal_error"):
        choices = details["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        name = key if isinstance(location[-1], str) else str(location[-2])
        return source.error(f'unknown {name} "{found}"', source.place(location), nearest(found, choices))
    expected = 'an id like "core/sum"' if key == "id" else EXPECTED.get(kind, details["msg"])
    message = f"{_subject(location)}: expected {expected}, found {_describe(found)}"
    return source.error(message, source.place(location), _advise(found, expected))


def _subject(location: Location) -> str:
    """What an error is about: a key, an entry of a list, or the whole file."""
    if not location:
        return "a rule file"
    if isinstance(location[-1], str):
        return f'"{location[-1]}"'
    return f'entry {location[-1] + 1} of "{next(one for one in reversed(location) if isinstance(one, str))}"'


def _describe(found: object) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return f"the truth value {str(found).lower()}"
    if isinstance(found, int | float):
        return f"the number {found}"
    if isinstance(found, Mapping):
        return "keys with values"
    if isinstance(found, list | tuple):
        return "a list" if found else "an empty list"
    return f'"{found}"'


def _advise(found: object, expected: str) -> str:
    if expected == "a list":
        return 'put a list in brackets, "[one, two]", or one entry a line after "- "'
    if isinstance(found, int | float):
        return "put it in quotes"
    if isinstance(found, Mapping):
        return 'a text that holds ": " must be in quotes'
    return ""
