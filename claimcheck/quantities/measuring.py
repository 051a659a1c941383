"""The unit behind a number, simple or composed: "tons", "%", "km/h", "kg/cm³", "-year"."""

from __future__ import annotations

from claimcheck.model.settings import UnitSettings
from claimcheck.quantities.ambiguity import choose_pounds
from claimcheck.quantities.atoms import read_atom
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.rates import read_composed
from claimcheck.quantities.tokens import HYPHENS, WORD, Tokens
from claimcheck.quantities.units import Found, Units

_OPENING = {"<": ">", "[": "]", "(": ")"}


def find_unit(tokens: Tokens, numeral: Numeral, table: Units, settings: UnitSettings) -> Found | None:
    """The unit behind a number: "tons" in "five tons", "-year" in "5-year", "an hour" in "half an hour"."""
    at = numeral.last
    token = tokens[at]
    if token.text in HYPHENS:
        singular = not tokens[at + 1].low.endswith("s")
        broken = tokens.attached(at) and tokens[at + 2].text in HYPHENS and tokens[at + 2].text != ""  # "3- year-old"
        if not broken and (tokens.attached(at) != tokens.attached(at + 1) or not (tokens.attached(at) or singular)):
            return None
        if tokens[at + 1].kind != WORD and tokens[at + 1].text != "%":
            return None
        at += 1
    elif numeral.fraction and token.low in ("a", "an", "of") and numeral.in_words:
        at += 2 if token.low == "of" and tokens[at + 1].low in ("a", "an") else 1
        if token.low == "of" and at == numeral.last + 1:
            return None
    elif token.text in _OPENING and tokens[at + 2].text == _OPENING[token.text]:
        inner = table.find_symbol(tokens, at + 1)
        whole = inner is not None and inner.last == at + 2 and len(tokens[at + 1].text) > 1
        return Found(inner.unit, at + 3) if inner is not None and whole else None
    atom = read_atom(tokens, at, table, numeral)
    if atom is None:
        return None
    if atom.unit.name == "pound":
        atom = Found(choose_pounds(tokens, numeral, atom, table, settings), atom.last)
    return read_composed(tokens, atom, table)
