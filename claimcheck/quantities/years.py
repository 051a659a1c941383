"""Years: "in 2005", "nineteen eighty-four", "between 2014 and 2017"."""

from __future__ import annotations

from claimcheck.quantities.lexicon import Numbers, is_change, words_of
from claimcheck.quantities.tokens import MARK, WORD, Tokens
from claimcheck.quantities.units import Units

# Four plain digits below these need a word before them that only a year has: "in 1648".
_RECENT, _OLD, _LATEST = 1900, 1500, 2199
_WITHIN = frozenset(["within", "above", "below", "between", "around", "about"])
_ERAS = frozenset(["AD", "BC", "BCE", "CE"])


def is_year(tokens: Tokens, index: int, units: Units, grouped: bool = False) -> bool:
    """Whether plain digits are a year: "in 2005" is, "2005 people" is not, nor "between 1900 and 1907 tonnes".

    `grouped` says that the text writes thousands with a comma ("2,005 people"), so that four plain digits of
    our time count nothing there.
    """
    text = tokens[index].text
    before, follower = tokens[index - 1], tokens[index + 1]
    if not text.isdecimal() or len(text) > 4:
        return False
    if follower.text in _ERAS or before.text in _ERAS:
        return True
    year = int(text)
    if len(text) != 4 or not 1000 <= year <= _LATEST:
        return False
    if (tokens[index - 2].low in ("q", "h", "fy") and tokens.attached(index - 1)) or _is_after_era(tokens, index):
        return True
    if before.low == "of" and tokens[index - 2].low in words_of("amounts"):
        return False
    if year < _RECENT and before.low == "by" and any(is_change(word) for word in tokens.lows(max(0, index - 5), index)):
        return False
    span = _in_span(tokens, index, units)
    if span is not None:
        return span
    if grouped and is_recent(text):
        return True
    dated = year >= _OLD and (before.low in words_of("before_old_years") or (before.low == "of" and year % 10 > 0))
    if follower.kind == WORD and follower.low not in words_of("after_years") and not _goes_on(tokens, index + 1):
        return _is_modifier(tokens, index) if year >= _RECENT else dated and not follower.low.endswith("s")
    if before.low in words_of("before_years"):
        return year >= _RECENT or dated
    if year < _RECENT:
        return False
    if follower.kind == WORD and before.kind == WORD:
        return before.low not in words_of("amounts") and not before.low.endswith(("than", "ed"))
    return before.kind in (MARK, "") or before.low in words_of("months") or before.text[:1].isupper()


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a word is what something does, as in "the forecast for 2020 remaining within the range"."""
    return tokens[index].low.endswith("ing") and tokens[index + 1].low in (words_of("function_words") | _WITHIN)


def _is_after_era(tokens: Tokens, index: int) -> bool:
    """ "A.D. 1000"."""
    return tokens[index - 1].text == "." and tokens[index - 2].text in ("D", "C") and tokens[index - 3].text == "."


def _is_modifier(tokens: Tokens, index: int) -> bool:
    """Whether a year stands before a noun or verb: "the 1988 film", "since 2010 people have"; not "2005 people"."""
    before, follower = tokens[index - 1].low, tokens[index + 1]
    counts = follower.low.endswith("s") and not follower.low.endswith("ss")
    if follower.text[0].isupper():
        return before in words_of("before_years") or tokens[index - 1].kind in (MARK, "") or not counts
    if before in words_of("year_markers"):
        return not (counts and before in ("of", "by"))
    paired = before in ("and", "or") and tokens[index - 2].text.isdecimal() and is_recent(tokens[index - 2].text)
    if paired or before in ("quarter", "half") or follower.low in words_of("behind_year_modifiers"):
        return True
    return before in words_of("before_year_modifiers") and not counts


def is_recent(text: str) -> bool:
    """Whether plain digits could be a year of a living memory: "2019"."""
    return len(text) == 4 and _RECENT <= int(text) < 2100


def _in_span(tokens: Tokens, index: int, units: Units) -> bool | None:
    """Whether it is one of two years ("between 2014 and 2017"), or None where there is no such pair."""
    for other in (index - 2, index + 2):
        first, last = min(index, other), max(index, other)
        pair = tokens[first].text, tokens[last].text
        if not all(text.isdecimal() and len(text) == 4 for text in pair) or tokens[first + 1].low not in ("and", "to"):
            continue
        if _is_after_era(tokens, first):
            return True
        if tokens[first - 1].low not in ("between", "from", "to"):
            continue
        behind = tokens[last + 1]
        if units.find_phrase(tokens, last + 1) or (behind.kind == WORD and behind.low.endswith("s")):
            return False
        return int(pair[0]) >= (_RECENT if behind.kind == WORD else _OLD)
    return None


def spoken_year(tokens: Tokens, index: int, table: Numbers) -> int | None:
    """The token behind a year in words, or None: "nineteen eighty-four", "twenty oh five", "twenty twenty"."""
    first = tokens[index].low
    marked = tokens[index - 1].low in words_of("year_markers")
    if marked and first == "two" and tokens[index + 1].low == "thousand":
        at = index + 3 if tokens[index + 2].low == "and" else index + 2
        small = tokens[at].low in table.below_hundred
        behind = at + 1 if small else index + 2
        if tokens[at].low in table.tens and tokens[behind].low in table.ones:
            behind += 1
        return behind if tokens[behind].kind != WORD or tokens[behind].low in words_of("after_years") else None
    if (
        first == "oh"
        and tokens[index + 1].low in table.ones
        and tokens[index - 1].low in words_of("before_short_years")
    ):
        return index + 2
    if first not in words_of("spoken_centuries"):
        return None
    at = index + 1
    if tokens[at].low == "oh" and tokens[at + 1].low in table.ones:
        return at + 2
    if (tokens[at].low in table.teens and first != "twenty") or (
        tokens[at].low in table.teens and tokens[at].low != "ten"
    ):
        last = at + 1
    elif tokens[at].low in table.tens:
        last = at + 1
        behind = last + 1 if tokens[last].text == "-" else last
        if tokens[behind].low in table.ones:
            last = behind + 1
    else:
        return None
    if first == "twenty" and last - at > 1 and tokens[at].low not in ("twenty", "thirty"):
        return None
    follower = tokens[last]
    if follower.low in table.scales or follower.low in words_of("behind_no_year"):
        return None
    return (
        last
        if follower.kind != WORD
        or follower.low in words_of("after_years")
        or tokens[index - 1].low in words_of("year_markers")
        else None
    )
