"""What a text tells of the people who speak in it: "Here is Dr. Carl Berg" gives Dr. Berg his first name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.turns.fitting import given_fit
from claimcheck.turns.lexicon import label_words
from claimcheck.turns.names import ParsedName

# "Dr. Carl Berg", "Carl A. van der Berg": within a line, since one name below another is a list. A lookahead,
# so that "Thank Carl Berg" and "Carl Berg" are both seen.
_FULL_NAME = re.compile(
    r"\b(?=(?P<given>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)[ \xa0](?:[A-Z]\.[ \xa0])?"
    r"(?P<surname>(?:(?:van|von|der|den|de|da|di|la|le|al|el)[ \xa0]){0,2}[A-Z][\w’'-]+))"
)
_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.?[ \xa0]$")
_SMALL = re.compile(r"\b[a-z]+\b")
# "Thank you, Carl." calls by the first name; "Carl Osei" does not.
_CALLED = re.compile(r"\b([A-Z][a-z]+)\b(?!['’]?\w*\s+[A-Z])")
_PREFIXED = re.compile(r"(?:Mac|Mc|De|Di|La|Le|Van|Von|O’|O')")


@dataclass(frozen=True, slots=True)
class Telling:
    """The full names of a text by surname, each with the word before it; the words it writes small; who is called."""

    names: Mapping[str, tuple[tuple[str, str, str], ...]]
    small: frozenset[str]
    called: frozenset[str]

    def given_of(self, name: ParsedName, *, titled_only: bool = False) -> tuple[str, ...]:
        """The given name that the text puts before a surname, if it is one man's: "Carl" for "Dr. Berg"."""
        words = label_words()
        titles = words.honorifics | words.offices
        own = {word.lower().strip(".") for title in name.titles for word in title.split()}
        titled: Counter[str] = Counter()
        plain: Counter[str] = Counter()
        for before, given, _ in self.names.get(name.surname.casefold(), ()):
            if given.lower().removesuffix("s") in titles or given.lower() in words.not_names | words.particles:
                continue
            if before in own:
                titled[given] += 1
            # "Second Lady Karen Berg" is not Mr. Berg.
            if before not in titles:
                plain[given] += 1
        # One mention may be of a namesake; one that is also called "Carl" in the room is not.
        often = Counter({given: count for given, count in plain.items() if count > 1 or given in self.called})
        for found in (titled,) if titled_only else (titled, often):
            ranked = [given for given, _ in found.most_common() if given.lower() not in self.small]
            # "Tony" and "Anthony" are one; the longer is the name.
            if ranked and all(given_fit((ranked[0],), (given,)) for given in ranked[1:]):
                return (max(ranked, key=lambda given: (len(given), given)),)
        return ()

    def spelling_of(self, surname: str) -> str:
        """A surname from capitals as the text writes it: "Mcberg" is "McBerg"."""
        if not _PREFIXED.match(surname):
            return surname
        found = Counter(spelled for _, _, spelled in self.names.get(surname.casefold(), ()))
        spellings = [word for word, _ in found.most_common() if not re.search(r"[A-Z]{2}", word)]
        return spellings[0] if spellings else surname


def read_telling(text: str) -> Telling:
    """One pass over a text for everything that may be asked of it."""
    names: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for match in _FULL_NAME.finditer(text):
        surname = match["surname"].replace("\xa0", " ")
        # A possessive is no part of the name.
        spelled = re.sub(r"[’']s?$", "", surname)
        before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
        names[spelled.casefold()].append((before[1].lower() if before else "", match["given"], spelled))
    return Telling(
        names={surname: tuple(found) for surname, found in names.items()},
        small=frozenset(_SMALL.findall(text)),
        called=frozenset(_CALLED.findall(text)),
    )
