"""Whether two counts may be of one kind."""

from __future__ import annotations

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon


def counts_alike(whole: Aspect, part: Aspect) -> bool:
    """Whether two counts may be of one kind: laws and draft laws, but not laws and presidents."""
    if not part.heads or not whole.heads or part.heads & whole.heads:
        return True
    kin = lexicon().kin
    return bool({kin.get(head, head) for head in part.heads} & {kin.get(head, head) for head in whole.heads})
