"""Claims that share keys, and pairs, as they are packed."""

from __future__ import annotations

from claimcheck.links.sharing import Pairs, Sharing


def test_pairs_come_once_and_in_order() -> None:
    pairs = Pairs.of([(3, 8), (1, 2), (3, 8), (0, 70_000)])
    assert list(pairs) == [(0, 70_000), (1, 2), (3, 8)]
    assert (len(pairs), pairs[1], list(pairs[1:])) == (3, (1, 2), [(1, 2), (3, 8)])
    assert not list(Pairs.of([]))


def test_claims_of_a_key_stand_together_in_text_order() -> None:
    sharing = Sharing([["mask", "ship"], ["gown"], ["mask"], [], ["gown", "mask"]])
    groups = [[list(sharing.members[first:behind]) for _, first, behind in sharing.of(index)] for index in range(5)]
    masks, gowns = [0, 2, 4], [1, 4]
    assert groups == [[masks, [0]], [gowns], [masks], [], [gowns, masks]]
    assert all(sharing.members[at] == index for index in range(5) for at, _, _ in sharing.of(index))
    assert not list(Sharing([]).members)
