"""Years: "in 2005", "nineteen eighty-four", "between 2014 and 2017"."""

from __future__ import annotations

from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import MARK, WORD, Tokens

_EARLIEST, _LATEST = 1900, 2199


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether four plain digits are a year: "in 2005" is, "2005 people" is not."""
    text = tokens[index].text
    before, follower = tokens[index - 1], tokens[index + 1]
    if not text.isdecimal() or len(text) > 4:
        return False
    if follower.text in ("AD", "BC", "BCE", "CE") or before.text in ("AD", "CE", "BC"):
        return True
    if not (len(text) == 4 and 1000 <= int(text) <= _LATEST):
        return False
    if tokens[index - 2].low in ("q", "h", "fy") and tokens.attached(index - 1):
        return True
    if before.text == "." and tokens[index - 2].text in ("D", "C"):
        return True
    if before.low == "of" and tokens[index - 2].low in words_of("amounts"):
        return False
    recent = int(text) >= _EARLIEST
    if _is_span(tokens, index):
        return True
    if follower.kind == WORD and follower.low not in words_of("after_years"):
        if not recent:
            return False
        if follower.text[0].isupper():
            return before.low in words_of("before_years") or before.kind in (MARK, "") or not follower.low.endswith("s")
        strong = before.low in words_of("year_markers") and not (before.low in ("of", "by") and _counts(tokens, index))
        return strong or (
            before.low in ("since", "fiscal", "year", "calendar", "fy", "the", "a", "its")
            and not _counts(tokens, index)
        )
    if before.low in words_of("before_years"):
        dated = before.low in ("in", "since", "circa", "during", "until", "by") or (
            before.low == "of" and int(text) % 10 > 0
        )
        return recent or (int(text) >= 1500 and dated)
    if recent and follower.low in words_of("after_years") and before.kind == WORD and int(text) < 2060:
        return before.low not in words_of("amounts") and not before.low.endswith(("than", "ed"))
    return recent and (before.kind in (MARK, "") or before.low in words_of("months") or before.text[:1].isupper())


def _counts(tokens: Tokens, index: int) -> bool:
    """ "the 2000 people" counts; "the 1988 horror film" names a year."""
    return tokens[index + 1].low.endswith("s") and not tokens[index + 1].low.endswith("ss")


def _is_span(tokens: Tokens, index: int) -> bool:
    """Whether another year stands on the other side of "and" or "to"."""
    for other in (index - 2, index + 2):
        text = tokens[other].text
        if text.isdecimal() and len(text) == 4 and tokens[(index + other) // 2].low in ("and", "to", "until"):
            opened = (
                tokens[min(index, other) - 1].low in ("between", "from", "to")
                or tokens[min(index, other) - 1].text == "."
            )
            if opened and tokens[min(index, other) - 1].text == ".":
                return True
            if opened and 1000 <= int(text) <= _LATEST:
                recent = int(text) >= _EARLIEST and int(tokens[index].text) >= _EARLIEST
                behind = tokens[max(index, other) + 1]
                return (recent and not behind.low.endswith("s")) or (behind.kind != WORD and int(text) >= 1500)
    return False


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
        and tokens[index - 1].low in ("in", "since", "of", "by", "until")
    ):
        return index + 2
    if first not in ("nineteen", "eighteen", "seventeen", "twenty"):
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
    if follower.low in table.scales or follower.low in ("hundred", "percent", "dollars", "point"):
        return None
    return (
        last
        if follower.kind != WORD
        or follower.low in words_of("after_years")
        or tokens[index - 1].low in words_of("year_markers")
        else None
    )
