"""The words of a fact as links compare them: what its subject, measure and place may be called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.links.aspect import Directory, dimension_of
from claimcheck.links.fact_words import fact_words
from claimcheck.links.lexicon import lexicon
from claimcheck.links.words import WORD, stem, weight_of
from claimcheck.model.claim import Claim
from claimcheck.model.fact import Fact

Names = tuple[frozenset[str], ...]
_OTHERWISE = "|"
_NAME_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Terms:
    """A fact in comparable form.

    `subject`, `measure` and `place` are the stems of each way to say them: "U.S. Navy|Navy" has two, and a rule pack
    adds the names it declares. `every` are all of these stems, and those of the unit. `dimension` is without what a
    rate is for each of, which is in `per` ("share"). `changes` says that the fact is the amount of a rise or fall,
    `trend` in which direction, where it tells.
    """

    fact: Fact
    subject: Names
    measure: Names
    place: Names
    counted: frozenset[str]
    every: frozenset[str]
    dimension: str
    per: str
    changes: bool
    trend: str


def make_terms(fact: Fact, directory: Directory) -> Terms:
    """The words of a fact: "cargo handled" of the "Port of Ely" must all be said, in some form, with its figure."""
    row, words = fact.row, fact_words()
    subject, place = (_names(row[name], directory) for name in ("subject", "place"))
    measure = tuple(stems_of(part) for part in row["measure"].split(_OTHERWISE))
    named = frozenset(stems_in(f"{row['subject']} {row['place']}"))
    # That a figure is a change is known from its role: "cargo grew by 5%" is of the growth of cargo.
    measure = tuple(one - words.rises - words.falls or one for one in measure)
    counted = stems_of(fact.claim.counted.partition(" per ")[0])
    said = frozenset(stem(word) for word in WORD.findall(row["measure"]))
    falls = bool(said & words.falls) != (fact.claim.quantity.high < 0)
    changes = bool(said & (words.falls | words.rises))
    return Terms(
        fact=fact,
        subject=subject,
        measure=tuple(filter(None, measure)) or (said,),
        place=place,
        counted=counted,
        every=frozenset().union(*subject, *measure, *place, counted, stems_of(fact.claim.unit), named),
        dimension=plain_dimension(fact.claim),
        per=per_of(fact.claim),
        changes=changes,
        trend=("down" if falls else "up") if changes else "",
    )


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text that say something: "the number of tests" has "test"."""
    return frozenset(one for word in WORD.findall(text) if weight_of(one := stem(word)) > 0)


def per_of(claim: Claim) -> str:
    """What a figure is given for each of: "share" for dollars per share, "year" for masks a year, "" for dollars."""
    return claim.quantity.unit.partition(" per ")[2] or claim.counted.partition(" per ")[2]


def plain_dimension(claim: Claim) -> str:
    """The dimension of what is counted in a rate: that of dollars for dollars per share."""
    dimension = dimension_of(claim)
    return dimension.partition("/")[0] if per_of(claim) else dimension


def _names(text: str, directory: Directory) -> Names:
    """What somebody or a place is called: the names in the table, and those that a rule pack gives as the same."""
    said = [part for part in text.split(_OTHERWISE) if part.strip()]
    known = directory.resolve(said)
    said += sorted(name for name, id in directory.ids.items() if id in known)
    return tuple(dict.fromkeys(filter(None, map(name_stems, said))))


def name_stems(name: str) -> frozenset[str]:
    """The words of a name that tell it: "Ely Shipping, Inc." is "eli ship", "the U.S. Navy" is "us navi"."""
    told = [(word.lower(), stem(word)) for word in words_of(name)]
    fillers = fact_words().fillers
    return frozenset(one for word, one in told if word not in fillers) or frozenset(one for _, one in told)


def is_nobody(name: str) -> bool:
    """Whether a name is a title or a form alone, as "the President" or "Project", and names no one in particular."""
    return all(word.lower() in fact_words().fillers for word in words_of(name))


def words_of(text: str) -> list[str]:
    """The words of a text as names have them: "3M" and "U.S." are one word each."""
    return _NAME_WORD.findall(text.replace(".", ""))


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, in order."""
    return tuple(stem(word) for word in words_of(text))


def opposed(terms: Terms, words: frozenset[str]) -> str:
    """The word of a figure that says the opposite of the fact's: "import" for a fact about exports; "" for none."""
    for own in terms.every:
        for word, others in lexicon().opposites.items():
            if stem(word) == own:
                clash = {stem(other) for other in others} & words - terms.every
                if clash:
                    return min(clash)
    return ""
