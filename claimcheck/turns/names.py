"""What a label says: titles, given names, surname, whom the speaker represents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from claimcheck.turns.lexicon import label_words

_DASH = re.compile(r"\s[-–—]+\s")
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")
_COMMA = re.compile(r"\s*,(?!\s*(?:Jr|Sr|II|III|IV)\b)\s*")
_GLUED_TITLE = re.compile(r"^((?:Mr|Mrs|Ms|Dr|Hon|Prof)\.)(?=[^\W\d_])", re.IGNORECASE)
_LINKS = ("and", "to", "for", "of", "the", "&")


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
    suffix: str = ""

    @property
    def full(self) -> str:
        """Given names and surname as one."""
        return " ".join((*self.given, self.surname))

    @property
    def offices(self) -> frozenset[str]:
        """The titles that are offices, in lower case: "Mr" is none."""
        honorifics = label_words().honorifics
        plain = (" ".join(title.lower().replace(".", " ").split()) for title in self.titles)
        return frozenset(title for title in plain if any(word not in honorifics for word in title.split()))


def parse_label(label: str) -> ParsedName:
    """Read a label: "Mr Putin" has the title "Mr" and the surname "Putin"."""
    text = " ".join(label.split())
    text = re.sub(r"^[QA]\s[-–—]\s", "", text)
    plain = " ".join(_BRACKETS.sub(" ", text).split())
    parts = [part for part in _DASH.split(plain, maxsplit=1) if part.strip()]
    if not parts:
        return ParsedName(anonymous=True)
    head, *behind = _COMMA.split(parts[0].strip(" :"), maxsplit=1)
    if behind and _is_inverted(head, behind[0]):
        head, behind = f"{behind[0]} {head}", []
    words = _GLUED_TITLE.sub(r"\1 ", head.strip(" :")).split()
    if _is_anonymous(words):
        return ParsedName(anonymous=True)
    holder = _named_in_brackets(text) if _is_office(words) else ""
    if holder:
        return _hold(parse_label(" ".join(words)), parse_label(holder))
    if _is_chair(words):
        return ParsedName(titles=(cased(_without_article(words)),), anonymous=True)
    parsed = _parse_words(words)
    for tail in (*behind, *parts[1:]):
        parsed = _with_tail(parsed, tail.strip(" :,"))
    return parsed


def _parse_words(words: list[str]) -> ParsedName:
    lexicon = label_words()
    titles: list[str] = []
    represents: tuple[str, ...] = ()
    known = lexicon.honorifics | lexicon.offices
    while words and (_plain(words[0]) in known or (titles and words[0].lower() in _LINKS[:2] and len(words) > 2)):
        titles.append(words.pop(0))
    if not titles and (office := _misprinted_office(words)):
        titles, words = [office], words[1:]
    if titles and words and words[0].lower() in ("of", "for"):
        link = words[0].lower()
        words, represents = _complement(words[1:])
        titles.append(f"{link} {represents[0]}" if represents else "")
    elif (place := next((at for at, word in enumerate(words) if at and word == "of"), None)) is not None:
        # "Mr. SMITH of New Jersey"
        represents = (cased(" ".join(words[place + 1 :])),)
        words = words[:place]
    suffix = next((_plain(word) for word in words if _plain(word.strip(",")) in ("jr", "sr", "ii", "iii", "iv")), "")
    words = [word.strip(",") for word in words if _plain(word.strip(",")) not in lexicon.suffixes]
    title = cased(_without_article(titles))
    shown = (title,) if title else ()
    if not words:
        return ParsedName(titles=shown, represents=represents)
    words = [cased(word) if len(word.strip(".")) > 1 else word for word in words]
    split = len(words) - 1
    while split > 1 and words[split - 1].lower() in lexicon.particles:
        split -= 1
    if split == 1 and words[0].lower() in lexicon.particles:
        split = 0
    return ParsedName(shown, tuple(words[:split]), " ".join(words[split:]), represents, suffix=suffix)


def _with_tail(parsed: ParsedName, tail: str) -> ParsedName:
    """What stands behind a name: "Chief Financial Officer" is an office, "Tram Co." whom the speaker represents."""
    words = re.findall(r"[^\W\d_][\w’'&-]*", tail.lower())
    if not words or any(word in label_words().suffixes for word in words[:1]):
        return parsed
    titles, represents = parsed.titles, parsed.represents
    if words[0] in label_words().offices | {"senior", "global", "managing", "group"}:
        titles = (*titles, tail)
    elif tail[0].isupper() or tail[0].isdigit() or words[0] == "the":
        represents = (*represents, tail)
    return ParsedName(titles, parsed.given, parsed.surname, represents, parsed.anonymous, parsed.suffix)


def _is_inverted(head: str, behind: str) -> bool:
    """Whether a label gives the surname first: "BERG, Anna", "Berg, A. J."."""
    words = behind.split()
    if len(head.split()) > 1 or not 0 < len(words) < 4:
        return False
    initials = all(re.fullmatch(r"(?:[A-Z]\.)+", word) for word in words)
    names = all(word[0].isupper() and not word.isupper() for word in words)
    return initials or (head.isupper() and len(head) > 1 and names and not _is_office(words))


def _named_in_brackets(label: str) -> str:
    """Who holds an office, of "The PRESIDING OFFICER (Mr. Berg)"; "" for "(laughs)" or a party."""
    found = _BRACKETS.search(label)
    words = found[1].split() if found else []
    titled = len(words) > 1 and _plain(words[0]) in label_words().honorifics
    full = 1 < len(words) < 5 and all(re.match(r"[A-Z](?:[\w’'.-]*)$", word) for word in words)
    return found[1] if found and (titled or full) else ""


def _hold(office: ParsedName, holder: ParsedName) -> ParsedName:
    """The holder of an office under his own name: "The Minister for Transport (Anna Berg)"."""
    titles = () if office.anonymous else office.titles
    return replace(holder, titles=(*titles, *holder.titles), represents=(*office.represents, *holder.represents))


def _is_office(words: list[str]) -> bool:
    """Whether words are an office alone, as "The Minister for Transport"."""
    lexicon = label_words()
    place = next((at for at, word in enumerate(words) if at and word.lower() in ("of", "for")), len(words))
    return bool(words) and all(_plain(word) in lexicon.offices | lexicon.honorifics for word in words[:place])


def _is_chair(words: list[str]) -> bool:
    return _without_article(words).lower() in label_words().chairs


def _misprinted_office(words: list[str]) -> str:
    """A misprinted title is still one: "Resident of ... " is nearest to "President", "ADMIRAR BERG" to "Admiral"."""
    if len(words) < 2 or len(words[0]) < 6 or not (words[1].lower() == "of" or words[0].isupper()):
        return ""
    if words[1].lower() == "of" and len(words) < 4:
        return ""
    plain = _plain(words[0])
    nearest = min(sorted(label_words().offices), key=lambda office: OSA.distance(office, plain))
    return nearest.title() if OSA.distance(nearest, plain) == 1 else ""


def _is_anonymous(words: list[str]) -> bool:
    plain = [re.sub(r"[\d_#.]+", "", word).lower() for word in words]
    anonymous = label_words().anonymous
    return any(plain) and all(not word or word in anonymous for word in plain)


def _complement(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Part "Kazakhstan Nursultan Nazarbayev" into the name and whom its bearer represents."""
    words = words[1:] if words and words[0].lower() == "the" else words
    if len(words) <= 1:
        return [], (cased(words[0]),) if words else ()
    if words[-2].lower() in ("and", "&"):  # "Sport and Recreation" is all of an office, and nobody's name
        return [], (" ".join([*map(cased, words[:-2]), words[-2].lower(), cased(words[-1])]),)
    size = 1 if len(words) == 2 else 2
    # A patronymic stands between given name and surname.
    if len(words) > 3 and re.search(r"(?:vich|vna)$", words[-2], re.IGNORECASE):
        size = 3
    return words[-size:], (cased(" ".join(words[:-size])),)


def _without_article(words: list[str]) -> str:
    return " ".join(word for word in words if word and _plain(word) not in ("the", "he"))


def cased(text: str) -> str:
    """Words in capitals as names are written: "VICE President McBERG" is "Vice President McBerg"."""
    return re.sub(r"[^\W\d_]{2,}(?:[’'][^\W\d_]+)?", lambda word: _capital(word[0]), text)


def _capital(word: str) -> str:
    if prefix := re.match(r"(?:Mc|Mac|De|Di|La|Le|Van|Von)(?=[A-Z]{2})", word):
        return prefix[0] + word[prefix.end() :].capitalize()
    if not word.isupper():
        return word
    head, mark, tail = re.match(r"([^’']*)([’']?)(.*)", word).groups()  # type: ignore[union-attr]
    return head.capitalize() + mark + (tail.capitalize() if len(tail) > 1 else tail.lower())


def _plain(word: str) -> str:
    return word.lower().strip(".,")
