"""Proper names that a figure is about: countries, companies, operations."""

from __future__ import annotations

import re

from claimcheck.claims.grammar import PROPER_TAGS, compound_before, nearest_verb
from claimcheck.claims.parse import Parse

_TIME = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|q[1-4]|fy\d*|mr|mrs|ms|dr|sir|question|today|pages?|slides?|"
    r"phonetic|indecipherable|inaudible|crosstalk|laughter|laughs|applause|operator|(?:i|we|you|he|she|it|they|that|there)"
    r"['’](?:m|re|ve|s|d|ll))\.?",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"^(?:The|A|An|In|On|At|With|Between|From|For|By|Of|To|And|But|Our|This|That|These|Those|As|If|When|While|Since|"
    r"After|Before|During|Over|Under|We|It|They|He|She|You|I|So|Now|Then|There|Here|Also|Both|All|Mr|Mrs|Ms|Dr)\s+"
)
# "N95" and "Q4" are sorts and quarters, not names.
_CODE = re.compile(r"[A-Z]{0,2}-?\d+[A-Z]{0,2}|[A-Z]")
_PHRASE = ("amod", "compound", "nmod", "poss", "prep", "pobj", "appos", "conj")
_LOOSE = ("advcl", "pcomp", "acl")
_OPENING = ("In", "Within", "Across", "Throughout")
_QUOTED = re.compile(r"[“\"«]([A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3})[”\"»]")
_TAIL = re.compile(r"(?:['’]s?|\s+and (?:Mr|Mrs|Ms|Dr))$")
_CAPITALISED = re.compile(r"(?<![\w.])[A-Z][\w’'&-]*(?:[ -](?:of the |of |and )?[A-Z][\w’'&-]*)*")


def names_near(parse: Parse, index: int, noun: int | None = None, holders: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names in a figure's own clause, its measured phrase or its holder, or opening the sentence before it.

    "Between Russia and Belarus, trade has reached $17 billion" is about Russia and Belarus, and "margins in the
    Nordic Region, which came to 4%" about the Nordic Region.
    """
    verb = nearest_verb(parse, index)
    chain = {verb}
    first = verb
    while first is not None and parse.tokens[first].dep == "conj":
        first = parse.tokens[first].head
        first = nearest_verb(parse, first)
        if first in chain:
            break
        chain.add(first)
    above = parse.governor(verb) if verb is not None and parse.tokens[verb].dep in _LOOSE else None
    around = nearest_verb(parse, above.index) if above is not None else None  # "..., with sales growing 6%"
    opening = _opening_of(parse)
    phrase = _phrase_of(parse, noun) if noun is not None else frozenset()
    held = set(holders)
    found: dict[str, None] = {}
    for name, start, stop in _runs(parse):
        if stop - start == 1 and _is_measure(parse, start, noun):
            continue
        own = nearest_verb(parse, start)
        before = verb is None or stop <= verb
        loose = around is not None and own == around and stop <= around
        near = own == verb or (own in chain and before) or start in phrase or loose or stop <= opening
        if near or set(name.lower().split()) <= held:
            found[name] = None
    return tuple(found)


def names_in(text: str) -> tuple[str, ...]:
    """The names of a sentence that was not parsed; its first word counts only when more capitals follow."""
    found: dict[str, None] = {}
    for match in _QUOTED.finditer(text):
        found[match[1]] = None
    for match in _CAPITALISED.finditer(text):
        name = match.group()
        while _OPENERS.match(name):
            name = _OPENERS.sub("", name)
        opening = match.start() == 0 or text[: match.start()].rstrip()[-1:] in (".", "!", "?", "“", '"', ":")
        if opening and name == match.group() and not re.search(r"[ \d]", name):
            continue
        name = _TAIL.sub("", name)
        if len(name) > 1 and not _TIME.fullmatch(name) and not _CODE.fullmatch(name):
            found[name] = None
    return tuple(found)


def _opening_of(parse: Parse) -> int:
    """Where the phrase ends that a sentence opens with, which holds for all of it: "In our Nordic segment, ..."."""
    first = parse.tokens[0] if parse.tokens else None
    if first is None or first.text not in _OPENING:
        return 0
    comma = next((token.index for token in parse.tokens if token.text == ","), 0)
    clause = any(token.pos in ("VERB", "AUX") for token in parse.tokens[:comma])
    return 0 if clause else comma


def _phrase_of(parse: Parse, noun: int) -> frozenset[int]:
    """The tokens of a noun phrase, without the clauses that hang on it."""
    before = compound_before(parse, noun)
    found = [noun] if before is None else [noun, before]
    for at in found:
        found += [child.index for child in parse.children(at) if child.dep in _PHRASE]
    return frozenset(found)


def _is_measure(parse: Parse, start: int, noun: int | None) -> bool:
    """Whether a run of capitals is the abbreviation of what is measured, as in "EPS was $4"."""
    return start == noun and parse.tokens[start].text.isupper()


def _is_name(parse: Parse, at: int) -> bool:
    """Whether a word is a name or the adjective of one: "Norway", "Norwegian", but not "Net" that opens a sentence."""
    token = parse.tokens[at]
    adjective = token.tag == "JJ" and at > 0 and token.text[1:].islower() and parse.tokens[at - 1].pos != "PUNCT"
    return token.text[:1].isupper() and (token.tag in PROPER_TAGS or adjective)


def _runs(parse: Parse) -> list[tuple[str, int, int]]:
    """Runs of proper nouns: (name, index of the first word, index behind the last)."""
    runs: list[tuple[str, int, int]] = []
    tokens = parse.tokens
    at = 0
    while at < len(tokens):
        if _is_name(parse, at) and not _TIME.fullmatch(tokens[at].text):
            stop = at + 1
            while stop < len(tokens) and _is_name(parse, stop):
                stop += 1
            name = parse.text[tokens[at].start : tokens[stop - 1].end]
            if not _CODE.fullmatch(name):
                runs.append((name, at, stop))
            at = stop
        else:
            at += 1
    return runs
