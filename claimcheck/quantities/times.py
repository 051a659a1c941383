"""Times of day in words: "six thirty", "half past two", "two o'clock", "six p.m."."""

from __future__ import annotations

from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import WORD, Tokens


def spoken_time(tokens: Tokens, index: int, table: Numbers) -> tuple[int, int] | None:
    """The tokens from where to before where a time of day goes, or None: "at six thirty", "half past two"."""
    word = tokens[index].low
    hour = table.ones.get(word) or table.teens.get(word, 0)
    if word in ("half", "quarter") or hour:
        if tokens[index + 1].low in words_of("past_and_to") and (word in ("half", "quarter") or hour in (5, 10)):
            at = tokens[index + 2]
            sharp = at.low in table.ones or at.low in table.teens
            if (
                sharp
                and (tokens[index + 1].low == "past" or word == "quarter")
                and tokens[index + 3].low not in table.scales
            ):
                return index, index + 3
    if not 1 <= hour <= 12:
        return None
    behind = index + 1
    if tokens[behind].low == "o" and tokens[behind + 2].low == "clock":
        return index, behind + 3
    if tokens[behind].low in ("am", "pm"):
        return index, behind + 1
    if tokens[behind].low in ("a", "p") and tokens[behind + 1].text == "." and tokens[behind + 2].low == "m":
        return index, behind + (4 if tokens[behind + 3].text == "." else 3)
    if tokens[index - 1].low not in words_of("before_times") or tokens[behind].low not in words_of("spoken_minutes"):
        return None
    if tokens[behind].low == "oh" and tokens[behind + 1].low not in table.ones:
        return None
    last = behind + 1
    if tokens[last].low in table.ones and tokens[behind].low not in ("ten", "fifteen"):
        last += 1
    follower = tokens[last]
    if follower.kind == WORD and follower.low not in words_of("behind_times"):
        return None
    return index, last
