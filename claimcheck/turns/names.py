"""What a label says: titles, given names, surname, whom the speaker represents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from claimcheck.turns.lexicon import label_words


@dataclass(frozen=True, slots=True)
class ParsedName:
    """ "President of Kazakhstan Nursultan Nazarbayev": title "President of Kazakhstan", given, surname.

    A label of offices alone ("THE PRESIDENT") has no surname; one of a role ("Question") is anonymous.
    """

    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    surname: str = ""
    represents: tuple[str, ...] = ()
    anonymous: bool = False

    @property
    def full(self) -> str:
        """Given names and surname as one."""
        return " ".join((*self.given, self.surname))


def parse_label(label: str) -> ParsedName:
    """Read a label: "Mr Putin" has the title "Mr" and the surname "Putin"."""
    lexicon = label_words()
    text = re.sub(r"[\[(][^\])]*[\])]", " ", label)
    text = re.sub(r"^[QA]\s[-–—]\s", "", text.strip())
    text = re.split(r"\s[-–—]\s|\s*,\s*(?!(?:Jr|Sr|II)\b)", text)[0].strip(" :.")
    words = text.split()
    if _is_anonymous(words):
        return ParsedName(anonymous=True)
    titles: list[str] = []
    represents: tuple[str, ...] = ()
    while words and _plain(words[0]) in lexicon.honorifics | lexicon.offices | {"and"}:
        titles.append(words.pop(0))
    if not titles and len(words) > 3 and words[1].lower() == "of":
        # A misprinted title is still one: "Resident of ... " is nearest to "President".
        nearest = min(sorted(lexicon.offices), key=lambda office: OSA.distance(office, _plain(words[0])))
        if OSA.distance(nearest, _plain(words[0])) == 1:
            titles, words = [nearest.title()], words[1:]
    if titles and words and words[0].lower() in ("of", "for"):
        words, represents = _complement(words[1:])
        titles.append(f"of {represents[0]}" if represents else "")
    words = [word for word in words if _plain(word) not in lexicon.suffixes]
    title = " ".join(word for word in titles if word and _plain(word) != "the")
    if not words:
        return ParsedName(titles=(_cased(title),) if title else (), represents=represents)
    words = [_cased(word) if len(word.strip(".")) > 1 else word for word in words]
    split = len(words) - 1
    while split > 1 and words[split - 1].lower() in lexicon.particles:
        split -= 1
    return ParsedName((_cased(title),) if title else (), tuple(words[:split]), " ".join(words[split:]), represents)


def spelling_key(name: str) -> str:
    """A key that transliterations share: "Nazarbaev" and "Nazarbayev"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(letter for letter in plain if letter.isalpha())
    for pattern, replacement in (
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("iy", "i"),
        ("y(?=[aeou])", ""),
        ("[jy]", "i"),
        ("ie", "e"),
        (r"(.)\1", r"\1"),
    ):
        plain = re.sub(pattern, replacement, plain)
    return plain


def given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: "D. A." and "Dennis" can, "Anna" and "Bob" cannot."""
    if not one or not other:
        return True
    first, second = spelling_key(one[0]), spelling_key(other[0])
    if len(first) == 1 or len(second) == 1:
        return first[:1] == second[:1]
    return first == second


def _is_anonymous(words: list[str]) -> bool:
    plain = [re.sub(r"[\d_#.]+", "", word).lower() for word in words]
    anonymous = label_words().anonymous
    return bool(plain) and all(not word or word in anonymous for word in plain)


def _complement(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Part "Kazakhstan Nursultan Nazarbayev" into the name and whom its bearer represents."""
    words = words[1:] if words and words[0].lower() == "the" else words
    if len(words) <= 1:
        return [], (_cased(words[0]),) if words else ()
    size = 1 if len(words) == 2 else 2
    # A patronymic stands between given name and surname.
    if len(words) > 3 and re.search(r"(?:vich|vna)$", words[-2], re.IGNORECASE):
        size = 3
    return words[-size:], (_cased(" ".join(words[:-size])),)


def _cased(text: str) -> str:
    """Words in capitals as names are written: "VICE President BERG" is "Vice President Berg"."""
    return re.sub(
        r"[^\W\d_]{2,}(?:[’'][^\W\d_]+)?",
        lambda word: _capital(word[0]) if word[0].isupper() else word[0],
        text,
    )


def _capital(word: str) -> str:
    head, mark, tail = re.match(r"([^’']*)([’']?)(.*)", word).groups()  # type: ignore[union-attr]
    return head.capitalize() + mark + (tail.capitalize() if len(tail) > 1 else tail.lower())


def _plain(word: str) -> str:
    return word.lower().strip(".")
