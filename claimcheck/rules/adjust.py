"""Adjusting rules: what packs enable, disable and override of the packs that they extend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from claimcheck.model.rule import Rule
from claimcheck.rules.messages import check_message
from claimcheck.rules.opened import Opened
from claimcheck.rules.places import Location, nearest

EXTEND = 'add its pack to "extends"'


def adjust(files: Sequence[Opened], rules: Mapping[str, Rule], enabled: Mapping[str, bool]) -> list[Rule]:
    """The rules that hold, as the packs want them; a pack comes after those it extends, and has the last word.

    In one pack `disable` goes before `enable`: ["core/*"] and then [core/sum] leaves one rule of core. Raises
    RuleError for an id or pattern that names no rule within reach.
    """
    rules, holds = dict(rules), dict(enabled)
    for file in files:
        reach = [id for id in rules if id.partition("/")[0] in file.reach]
        for key, value in (("disable", False), ("enable", True)):
            for id in _named(file, key, reach):
                holds[id] = value
        for id, change in file.pack.override.items():
            if id not in reach:
                raise _unknown(file, ("override", id), id, reach)
            check_message(file.source, ("override", id, "message"), change.message or "", rules[id].expression)
            changes = {name: value for name, value in change.model_dump().items() if value is not None}
            if not changes:
                hint = "give it a severity, tolerance or message"
                place = file.source.place(("override", id), key=True)
                raise file.source.error(f'"{id}" is overridden by nothing', place, hint)
            rules[id] = replace(rules[id], **changes)
    return [rules[id] for id in sorted(rules) if holds[id]]


def _named(file: Opened, key: str, reach: Sequence[str]) -> Iterator[str]:
    patterns: tuple[str, ...] = getattr(file.pack, key)
    for index, pattern in enumerate(patterns):
        found = [id for id in reach if fnmatchcase(id, pattern)]
        if not found:
            raise _unknown(file, (key, index), pattern, reach)
        yield from found


def _unknown(file: Opened, location: Location, name: str, reach: Sequence[str]) -> Exception:
    place = file.source.place(location, key=location[0] == "override")
    hint = nearest(name, reach, EXTEND) if name.partition("/")[0] in file.reach else EXTEND
    return file.source.error(f'no rule "{name}" here', place, hint)
