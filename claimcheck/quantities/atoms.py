"""A unit that is one word, phrase, symbol or mark."""

from __future__ import annotations

from claimcheck.quantities.ambiguity import is_other_word, read_quote_marks, read_risky
from claimcheck.quantities.digits import Numeral
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.tokens import Tokens
from claimcheck.quantities.units import Found, Units


def read_atom(tokens: Tokens, index: int, table: Units, numeral: Numeral | None) -> Found | None:
    """The unit that begins at a token: "square miles", "km", "%".

    `numeral` is the number before it, None behind "per" and "/", where only the unit's own word can tell.
    """
    symbol, phrase = table.find_symbol(tokens, index), table.find_phrase(tokens, index)
    found = phrase if symbol is None or (phrase is not None and phrase.last > symbol.last) else symbol
    if found is None:
        return None if numeral is None else read_quote_marks(tokens, index, table, numeral)
    text = tokens[index].text
    risky = found.last == index + 1 and (len(text) == 1 or text in words_of("risky_units"))
    if numeral is None:
        return None if risky and text in words_of("risky_units") else found
    if risky:
        return read_risky(tokens, index, table, numeral, found)
    return None if is_other_word(tokens, index, found, numeral) else found
