"""Numbers that measure nothing: dates, times of day, ordinals, list and section numbers, names with digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens

_CLOCK = r"""
    \d{1,2}(?:[:.][0-5]\d){0,2}[ \u00a0\u202f]?(?:[ap]\.[ ]?m\b\.?|[ap]m\b)(?![/\w])
  | \d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?![\d:])
  | [0-2]\d[0-5]\d[ ](?:GMT|UTC|BST|CET|EST|EDT|ET|PT|hours|hrs|local)\b
  | \d{1,2}[ ]o['’]clock\b
  | 12[ ](?:noon|midnight)\b
"""
_REGISTERED = r"""
    (?:\d{1,2}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])      # telephone numbers
  | \d{3}-\d{4}(?![\d-])
  | 0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}(?!\d)
  | \d+/0+(?![\d/])                                             # nothing is over zero
  | \d+(?:\.\d+){3,}                                           # addresses and versions
  | \d{2,}(?:-\d{3,}){2,} | \d{4,}-\d{6,}(?:-\d+)*              # accounts and files
"""
_YEARS = r"(?:1[5-9]|20)\d\d[ ]?[-–/](?:[ ]?(?:1[5-9]|20)\d\d|\d\d)(?![\d%.]|,\d)(?![ ]?(?:percent|million|billion))"
_AT_NUMBER = re.compile(
    rf"""(?P<date>
        (?:1[5-9]|20)\d\d[-‑](?:0[1-9]|1[0-2])[-‑](?:0[1-9]|[12]\d|3[01])(?![\d-])
      | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/])
      | \d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?!\d))
    | (?P<name>(?:9/11|24/7|7/7)(?![\d/])|\d{{3}}\([a-z]\))
    | (?P<time>{_CLOCK})
    | (?P<identifier>{_REGISTERED})
    | (?P<ordinal>\d{{1,4}}(?:st|nd|rd|th)\b)
    | (?P<year>{_YEARS}|(?:1[1-9]|20)\d0['’]?s\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {"name": Kind.IDENTIFIER}
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?:[-–]\d{1,3})?(?![\d%.,]\d|%|-?\w)")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})$")


_ADDRESS = re.compile(r"://|^www\.|\w@\w|\w\.(?:com|org|net|gov|edu|int|co)\b")


class Special(NamedTuple):
    """A stretch of tokens whose number measures nothing."""

    kind: Kind
    first: int
    last: int


def find_special(tokens: Tokens, index: int, table: Numbers, priced: bool = False) -> Special | None:
    """What a number token is when it measures nothing, or None: "June 23, 2005", "20:33", "Canal-2004", "Section 12".

    `priced` says that a currency stands before it, so that its letters are no code.
    """
    token = tokens[index]
    if token.kind != NUMBER:
        return _spelled_ordinal(tokens, index, table)
    special = _calendar_date(tokens, index) or _pattern(tokens, index)
    if special is not None or priced:
        return special
    return (
        _addressed(tokens, index)
        or _labelled(tokens, index)
        or _coded(tokens, index)
        or _enclosed(tokens, index, table)
        or _score(tokens, index)
    )


def _pattern(tokens: Tokens, index: int) -> Special | None:
    start = tokens[index].start
    if tokens.text[max(0, start - 1) : start] in ("$", "£", "€"):
        return None
    if tokens.attached(index) and _is_address(tokens.text, start):
        return Special(Kind.IDENTIFIER, index, index + 1)
    match = _AT_NUMBER.match(tokens.text, start)
    if match is not None:
        last = index
        while last < tokens.size and tokens[last].start < match.end():
            last += 1
        name = match.lastgroup or ""
        return Special(_KINDS.get(name) or Kind(name), index, last)
    before = tokens[index - 1]
    if before.text in ("'", "’", "‘") and tokens.attached(index) and re.fullmatch(r"\d\d", tokens[index].text):
        if before.spaced:
            plural = tokens[index + 1].low == "s" and tokens.attached(index + 1)
            return Special(Kind.YEAR, index - 1, index + 1 + plural)
    return None


def _is_address(text: str, start: int) -> bool:
    """Whether a number stands inside a web or mail address."""
    chunk = text[max(0, start - 160) : start].split()[-1:]
    return bool(chunk) and bool(_ADDRESS.search(chunk[0]))


def _calendar_date(tokens: Tokens, index: int) -> Special | None:
    """ "June 23, 2005", "4 May 2010", "the 4th of July", "April 2018", "oct . 7"."""
    text = tokens[index].text
    if not text.isdecimal() or len(text) > 4:
        return None
    first = _month_before(tokens, index)
    if first is not None and ((len(text) == 4 and text[:2] in ("18", "19", "20")) or 1 <= int(text) <= 31):
        last = index + 1
        if len(text) < 4:
            if tokens[last].text in HYPHENS and tokens[last + 1].kind == NUMBER and int(text) < _day(tokens, last + 1):
                last += 2
            last = _past_year(tokens, _past_suffix(tokens, last))
        return Special(Kind.DATE, first, last) if not _is_measured(tokens, last) else None
    if len(text) <= 2 and 1 <= int(text) <= 31:
        at = _past_suffix(tokens, index + 1)
        if tokens[at].low == "of":
            at += 1
        if tokens[at].text in HYPHENS and tokens.attached(at):
            at += 1
        if tokens[at].low in words_of("months") and (tokens[at].text[0].isupper() or len(tokens[at].low) > 3):
            plain = tokens[at].low in words_of("month_homonyms") and not tokens[at].text[0].isupper()
            return None if plain else Special(Kind.DATE, index, _past_year(tokens, at + 1))
    return None


def _day(tokens: Tokens, index: int) -> int:
    text = tokens[index].text
    return int(text) if text.isdecimal() and int(text) <= 31 else 0


def _month_before(tokens: Tokens, index: int) -> int | None:
    at = index - 1
    if tokens[at].text in (".", ",") and tokens[at - 1].low in words_of("months"):
        at -= 1
    if tokens[at].low not in words_of("months"):
        return None
    if tokens[at].low in words_of("month_homonyms") and not tokens[at].text[0].isupper():
        if tokens[at - 1].low not in words_of("before_months"):
            return None
    return at


def _past_suffix(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.attached(index) and tokens[index].low in ("st", "nd", "rd", "th") else index


def _past_year(tokens: Tokens, index: int) -> int:
    """The token behind a year that may follow a day or month: ", 2005"."""
    at = index
    if tokens[at].text == "." and tokens.attached(at) and tokens[at + 1].kind == NUMBER:
        at += 1
    if tokens[at].text == ",":
        at += 1
    text = tokens[at].text
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text) and not _is_measured(tokens, at + 1):
        return at + 1
    return index


def _is_measured(tokens: Tokens, index: int) -> bool:
    return tokens[index].text == "%" or tokens[index].low in ("percent", "million", "billion", "per")


def _labelled(tokens: Tokens, index: int) -> Special | None:
    """ "Section 12", "No. 5", "#5", "Figs. 5 and 6", "ISO 3888-2", "S&P 500"."""
    at = index - 1
    if tokens[at].text in ("#", "№") and tokens.attached(index):
        return Special(Kind.IDENTIFIER, at, _past_code(tokens, index + 1))
    if (tokens[at].text == "(" and tokens[at - 1].text in (".", "")) or (tokens[at].text in (".", "#") and at > 0):
        at -= 1
    if tokens[at].text == "." and at > 0:
        at -= 1
    word = tokens[at]
    if word.kind != WORD or (not tokens[index].spaced and at == index - 1):
        return None
    if word.text == "P" and tokens[at - 1].text in ("&", "S"):
        return Special(Kind.IDENTIFIER, at - 2 if tokens[at - 1].text == "&" else at - 1, _past_code(tokens, index + 1))
    listed = word.low in words_of("labels") or word.low.removesuffix("s") in words_of("labels")
    if word.text == "S" and at == index - 2 and tokens[index].text.isdecimal() and tokens[index].spaced:
        return Special(Kind.IDENTIFIER, at, _past_code(tokens, index + 1))
    if not listed or not _is_label(tokens, at, index):
        return _named(tokens, index)
    last = _past_code(tokens, index + 1)
    if word.low.endswith("s"):
        while tokens[last].text in (",", "-", "–", "&") or tokens[last].low in ("and", "to", "or"):
            step = last + 2 if tokens[last].text == "," and tokens[last + 1].low == "and" else last + 1
            if tokens[step].kind != NUMBER:
                break
            last = _past_code(tokens, step + 1)
    return Special(Kind.IDENTIFIER, at, last)


def _is_label(tokens: Tokens, at: int, index: int) -> bool:
    word, number = tokens[at], tokens[index].text
    if not re.fullmatch(r"\d{1,5}(?:\.\d+)*|\d{1,3}(?:,\d{3})*", number) or (
        "," in number and word.low not in ("no", "nr")
    ):
        return False
    if tokens[index + 1].text == "%" or tokens[index + 1].low in ("percent", "million", "billion", "thousand", "per"):
        return False
    if word.low in ("no", "nr"):
        return tokens[at + 1].text == "." or word.text[0].isupper()
    if {word.low, word.low.removesuffix("s")} & words_of("weak_labels"):
        opening = at == 0 or tokens[at - 1].text in (".", "!", "?")
        if not word.text[0].isupper() or (opening and word.low in words_of("verb_labels")):
            return (
                word.low in ("figure", "table", "number", "item", "article", "question")
                and number.isdecimal()
                and (tokens[index + 1].kind != WORD or tokens[index + 1].low in words_of("after_years"))
            )
    return True


def _past_code(tokens: Tokens, index: int) -> int:
    """The token behind a label's number with its letters: "3888-2", "10-K", "4A", "12(a)"."""
    at = index
    if (
        tokens.attached(at)
        and tokens[at].kind == WORD
        and len(tokens[at].text) <= 2
        and tokens[at].text not in ("m", "km")
    ):
        at += 1
    while (
        tokens[at].text in HYPHENS and tokens.attached(at) and tokens.attached(at + 1) and tokens[at + 1].kind != MARK
    ):
        at += 2
    return at


def _named(tokens: Tokens, index: int) -> Special | None:
    """A capitalised name with a number: "Channel 5", "Stoxx 50", "Falcons 24, Saints 17"."""
    name, number, follower = tokens[index - 1], tokens[index].text, tokens[index + 1]
    if name.text == "of" and tokens[index - 2].text == "Group" and number.isdecimal():
        return Special(Kind.IDENTIFIER, index - 2, index + 1)
    if name.low in words_of("tallied"):
        return None
    if not (name.kind == WORD and name.text[0].isupper() and number.isdecimal() and len(number) <= 4):
        return None
    if not tokens[index].spaced or tokens.new_line(index) or index - 1 == 0 or tokens.new_line(index - 1):
        return None
    if tokens[index - 2].text in (".", "!", "?", ":", ";", "”", '"', "“") or tokens[index - 2].kind == "":
        return None
    if name.low in words_of("months") | words_of("weekdays") | words_of("before_years") or name.text == "I":
        return None
    if follower.kind == WORD and follower.low not in words_of("after_names"):
        return None
    if (follower.text in HYPHENS and tokens[index + 2].kind in (NUMBER, WORD)) or (
        follower.text in "%°$€£'\"’”/" and follower.text
    ):
        return None
    if (len(number) == 4 and number[:2] in ("19", "20")) or follower.kind == NUMBER:
        return None
    return Special(Kind.IDENTIFIER, index - 1, index + 1)


def _addressed(tokens: Tokens, index: int) -> Special | None:
    """ "575 Wilbraham Road", "a 787 Dreamliner": house numbers and aircraft."""
    number = tokens[index].text
    if number in words_of("aircraft") and tokens[index + 1].low in words_of("behind_aircraft"):
        return Special(Kind.IDENTIFIER, index, index + 1)
    if not number.isdecimal() or len(number) > 5:
        return None
    at = index + 1
    while (at < index + 5 and tokens[at].text[:1].isupper()) or (tokens[at].kind == NUMBER and at > index + 1):
        if (tokens[at].text[:1].isupper() and tokens[at].low in words_of("streets") and at > index + 1) or tokens[
            at
        ].low == "ave":
            return Special(Kind.IDENTIFIER, index, index + 1)
        at = _past_suffix(tokens, at + 1)
    return None


def _coded(tokens: Tokens, index: int) -> Special | None:
    """ "A2", "COVID-19", "V-6", "ID.3", "Canal-2004", "10-K": digits right behind or before letters."""
    letter = tokens[index + 2].text
    if tokens[index + 1].text == "-" and tokens.attached(index + 1) and tokens.attached(index + 2) and len(letter) == 1:
        if letter.isupper() and tokens[index].text.isdecimal():
            return Special(Kind.IDENTIFIER, index, index + 3)
    if not tokens.attached(index):
        return None
    before, at = tokens[index - 1], index - 1
    if before.text == "-" and before.spaced and tokens[at - 1].text.isupper() and tokens[index + 1].text != "%":
        if tokens[at - 1].low in words_of("labels") and tokens[index].text.isdecimal():
            return Special(Kind.IDENTIFIER, at - 1, _past_word(tokens, index + 1))
    if before.kind == WORD:
        return Special(Kind.IDENTIFIER, at, _past_word(tokens, index + 1))
    if before.text in ("-", "‑", ".", "/") and tokens.attached(at) and tokens[at - 1].kind == WORD:
        word = tokens[at - 1]
        capital = word.text[0].isupper() or word.text.isupper()
        if (before.text == "." and not (capital and len(word.text) <= 3)) or (before.text == "/" and not capital):
            return None
        if word.low in words_of("before_hyphened_numbers") or (
            tokens[at - 2].kind == NUMBER and tokens.attached(at - 1)
        ):
            return None
        return Special(Kind.IDENTIFIER, at - 1, _past_word(tokens, index + 1))
    return None


def _past_word(tokens: Tokens, index: int) -> int:
    """The token behind a name that goes on without a space: "9AB8", "3888-2"."""
    at = index
    while tokens.attached(at) and (tokens[at].kind != MARK or (tokens[at].text in "-/" and tokens.attached(at + 1))):
        at += 1
    return at


def _enclosed(tokens: Tokens, index: int, table: Numbers) -> Special | None:
    """ "[12]", "(4)" behind a name, "1." or "(1)" before the first word of a line."""
    number, before, behind = tokens[index].text, tokens[index - 1], tokens[index + 1]
    if not number.isdecimal() or len(number) > 3:
        return None
    if before.text in "([" and before.text and behind.text == ")]"["([".index(before.text)]:
        if tokens[index - 2].low in table.below_hundred or tokens[index - 2].low in table.scales:
            return None
        return Special(Kind.IDENTIFIER, index - 1, index + 2)
    if before.text == "[" and behind.text in (",", "-", "–"):
        at = index + 1
        while tokens[at].text in (",", "-", "–") and tokens[at + 1].kind == NUMBER:
            at += 2
        return Special(Kind.IDENTIFIER, index - 1, at + 1) if tokens[at].text == "]" else None
    starts = tokens.new_line(index) or index == 0
    starts = starts or (before.text in (".", "!", "?") and tokens[index].spaced)
    if starts and len(number) <= 2 and behind.text in (".", ")") and tokens.attached(index + 1):
        follower = tokens[index + 2]
        if follower.kind == WORD and follower.text[0].isupper() and follower.spaced:
            return Special(Kind.IDENTIFIER, index, index + 2)
    if behind.text == ")" and before.text != "(" and len(number) <= 2 and tokens[index + 2].kind == WORD:
        opened = tokens.text.rfind("(", max(0, tokens[index].start - 200), tokens[index].start)
        closed = tokens.text.rfind(")", max(0, tokens[index].start - 200), tokens[index].start)
        if opened <= closed and tokens[index + 2].low not in words_of("function_words"):
            return Special(Kind.IDENTIFIER, index, index + 2)
    return None


def _score(tokens: Tokens, index: int) -> Special | None:
    """ "won 3-1", "a 9-2 lead", "50-50": a falling pair, or one beside a word of sport or vote."""
    match = _SCORE.match(tokens.text, tokens[index].start)
    if match is None or (tokens[index - 1].text in "$£€-–" and tokens[index - 1].text):
        return None
    last = index + 3 if match.group().count("-") + match.group().count("–") == 1 else index + 5
    around = {*tokens.lows(max(0, index - 3), index), *tokens.lows(last, min(tokens.size, last + 2))}
    if int(match[1]) >= int(match[2]) or around & words_of("scores"):
        falls = int(match[1]) >= int(match[2]) and tokens[last].low not in ("years", "year", "degrees", "months")
        if falls or tokens[last].kind != WORD or tokens[last].low in words_of("scores"):
            return Special(Kind.IDENTIFIER, index, last)
    return None


def _spelled_ordinal(tokens: Tokens, index: int, table: Numbers) -> Special | None:
    """ "third", "twenty-first"; "second" where it is no unit of time."""
    word = tokens[index].low
    if word in table.tens and tokens[index + 1].text in HYPHENS and tokens[index + 2].low in table.ordinals:
        return Special(Kind.ORDINAL, index, index + 3)
    if word in table.tens and tokens[index + 1].low in table.ordinals and table.ordinals[tokens[index + 1].low] < 10:
        return Special(Kind.ORDINAL, index, index + 2)
    return Special(Kind.ORDINAL, index, index + 1) if word in table.ordinals else None
