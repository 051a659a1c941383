"""Which claims share which keys, and pairs of claims, in packed arrays: a large corpus has more of both than words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

_SIDE = 32
_MASK = (1 << _SIDE) - 1


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of indexes: `Pairs.of([(3, 8), (1, 2)])` are (1, 2) and (3, 8), each once and in order."""

    __slots__ = ("_codes",)

    def __init__(self, codes: array[int]) -> None:
        self._codes = codes

    @staticmethod
    def of(pairs: Iterable[tuple[int, int]]) -> Pairs:
        """The pairs, sorted."""
        import numpy

        codes = array("q", (left << _SIDE | right for left, right in pairs))
        return Pairs(array("q", numpy.unique(numpy.array(codes, numpy.int64)).tobytes()))

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((code >> _SIDE, code & _MASK) for code in self._codes)

    @overload
    def __getitem__(self, index: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, index: slice) -> Pairs: ...
    def __getitem__(self, index: int | slice) -> tuple[int, int] | Pairs:
        if isinstance(index, slice):
            return Pairs(self._codes[index])
        return self._codes[index] >> _SIDE, self._codes[index] & _MASK


class Sharing:
    """The claims of each key, one key's behind the other's in `members`, and in text order.

    Keys are known by their hashes; should two ever have one, their claims are looked at as if they shared a key.
    """

    __slots__ = ("_behind", "_entries", "_first", "_places", "members")

    def __init__(self, keys: Iterable[Sequence[str]]) -> None:
        import numpy

        self._entries, hashes = array("l", [0]), array("q")
        for own in keys:
            hashes.extend(map(hash, own))
            self._entries.append(len(hashes))
        owners = numpy.repeat(numpy.arange(len(self._entries) - 1, dtype=numpy.int32), numpy.diff(self._entries))
        ordered = numpy.array(hashes, numpy.int64)
        order = numpy.argsort(ordered, kind="stable")
        ordered = ordered[order]
        begins = numpy.flatnonzero(numpy.append(True, ordered[1:] != ordered[:-1]))[: len(ordered)]
        sizes = numpy.diff(numpy.append(begins, len(ordered)))
        places = numpy.empty(len(order), numpy.int32)
        places[order] = numpy.arange(len(order), dtype=numpy.int32)

        def of_entries(values: Any) -> array[int]:
            """What holds for each key, for each claim that has it."""
            spread = numpy.empty(len(order), numpy.int32)
            spread[order] = numpy.repeat(values, sizes)
            return array("i", spread.tobytes())

        self.members = array("i", owners[order].tobytes())
        self._places = array("i", places.tobytes())
        self._first = of_entries(begins.astype(numpy.int32))
        self._behind = of_entries((begins + sizes).astype(numpy.int32))

    def of(self, index: int) -> Iterator[tuple[int, int, int]]:
        """For each key of a claim, in order: its place among `members`, and where those of the key begin and end."""
        for entry in range(self._entries[index], self._entries[index + 1]):
            yield self._places[entry], self._first[entry], self._behind[entry]
