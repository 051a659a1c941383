"""Settings that change what a text is read as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from claimcheck.errors import ConfigError

# What each setting may be, its default first.
UNIT_CHOICES = {
    "ton": ("metric", "short", "long"),
    "pound": ("mass", "money"),
    "letter_m": ("auto", "meter", "million"),
    "scale": ("short", "long"),
}


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """What a text cannot decide by itself, as in "five tons", "ten pounds", "5m" and "a billion".

    `ton` is which ton a "ton" is, `pound` what pounds are where nothing tells, `letter_m` what the letter m
    means behind a number there, and `scale` whether a billion is 10⁹ ("short") or 10¹² ("long").
    `chosen` names those that a user has set, which no rule pack changes.
    """

    ton: str = "metric"
    pound: str = "mass"
    letter_m: str = "auto"
    scale: str = "short"
    chosen: frozenset[str] = frozenset()

    def over(self, packs: Iterable[tuple[str, str]]) -> UnitSettings:
        """These settings, with those of rule packs where nothing was chosen: ("ton", "short") and the like."""
        told = {name: value for name, value in packs if name not in self.chosen}
        return UnitSettings(**{name: getattr(self, name) for name in UNIT_CHOICES} | told, chosen=self.chosen)

    @staticmethod
    def parse(pairs: Iterable[str]) -> UnitSettings:
        """The settings that "ton=short" and the like name; raises ConfigError for an unknown name or value."""
        chosen: dict[str, str] = {}
        for pair in pairs:
            name, _, value = pair.partition("=")
            name = name.strip().replace("-", "_")
            if name not in UNIT_CHOICES:
                raise ConfigError(f'unknown unit setting "{pair}"', hint=_suggest(name, UNIT_CHOICES))
            if value.strip() not in UNIT_CHOICES[name]:
                raise ConfigError(f'"{name}" cannot be "{value.strip()}"', hint=_suggest(value, UNIT_CHOICES[name]))
            chosen[name] = value.strip()
        return UnitSettings(**chosen, chosen=frozenset(chosen))


def _suggest(word: str, choices: Iterable[str]) -> str:
    close = get_close_matches(word, choices, n=1)
    return f'did you mean "{close[0]}"?' if close else "it is one of " + ", ".join(choices)


DEFAULT_UNITS = UnitSettings()
