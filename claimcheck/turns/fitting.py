"""Whether two names can be one person's: spellings, transliterations, initials, short names, misprints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from claimcheck.turns.lexicon import label_words, short_names
from claimcheck.turns.names import ParsedName

_SAME_SOUND = (
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("iy", "i"),
    ("y(?=[aeou])", ""),
    ("[jy]", "i"),
    ("ie", "e"),
    (r"(.)\1", r"\1"),
)
# A shorter name with one letter off is more often another name than a misprint.
_LEAST_MISPRINT = 6


@lru_cache(maxsize=100_000)
def spelling_key(name: str) -> str:
    """A key that transliterations share: "Nazarbaev" and "Nazarbayev"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(letter for letter in plain if letter.isalpha())
    for pattern, replacement in _SAME_SOUND:
        plain = re.sub(pattern, replacement, plain)
    return plain


def surname_fit(one: str, other: str) -> bool:
    """Whether two surnames are one but for spelling: "Polowczyk" and "Polowcyzk" are, "Berg" and "Borg" are not."""
    first, second = spelling_key(one), spelling_key(other)
    if first == second:
        return bool(first)
    return min(len(first), len(second)) >= _LEAST_MISPRINT and OSA.distance(first, second) == 1


def given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: "D. A." and "Dennis" can, "Anna" and "Bob" cannot."""
    if not one or not other:
        return True
    first, second = _without_leading_initial(one, other), _without_leading_initial(other, one)
    return all(_word_fit(left, right) for left, right in zip(first, second, strict=False))


def name_fit(one: ParsedName, other: ParsedName) -> bool:
    """Whether two full names can be one person's; "Jr." and "Sr." are two."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    return surname_fit(one.surname, other.surname) and given_fit(one.given, other.given) and one_sex((one, other))


def one_sex(names: Iterable[ParsedName]) -> bool:
    """Whether no name is a man's and another a woman's: "Mr Berg" and "Ms Berg" are two."""
    words = label_words()
    titles = {word.lower().strip(".") for name in names for title in name.titles for word in title.split()}
    return not (titles & words.masculine and titles & words.feminine)


def near_keys(surname: str) -> set[str]:
    """Keys of which a surname shares one with each spelling it may have: itself, and itself less one letter."""
    key = spelling_key(surname)
    if len(key) < _LEAST_MISPRINT - 1:
        return {key}
    return {key} | {key[:at] + key[at + 1 :] for at in range(len(key))}


def _without_leading_initial(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """ "M. Jay" is "Jay" where the other name is given without its initial."""
    initial = len(one) > 1 and len(one[0].strip(".")) == 1 and len(other[0].strip(".")) > 1
    return one[1:] if initial and not _word_fit(one[0], other[0]) else one


def _word_fit(one: str, other: str) -> bool:
    first, second = spelling_key(one), spelling_key(other)
    if len(first) == 1 or len(second) == 1:
        return first[:1] == second[:1]
    if first == second:
        return True
    names = short_names()
    plain = (one.lower().strip("."), other.lower().strip("."))
    return bool(names.get(plain[0], frozenset({plain[0]})) & names.get(plain[1], frozenset({plain[1]})))
