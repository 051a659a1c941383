"""Messages: a rule's own headline, filled in with what its check found."""

from __future__ import annotations

import re

from claimcheck.model.expression import Expression
from claimcheck.model.link import Link
from claimcheck.model.rule import Rule
from claimcheck.model.verdict import Verdict
from claimcheck.rules.places import Location, Source, nearest
from claimcheck.rules.wording import said

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_GENERAL = ("figures", "gap", "message")


def check_message(source: Source, location: Location, message: str, expression: Expression | None) -> None:
    """Refuse a message with a placeholder that nothing is filled in for: "{mesage}"."""
    topics = [topic.id for topic in expression.topics] if expression else []
    for match in _PLACEHOLDER.finditer(message):
        if match[1] not in (*_GENERAL, *topics):
            place = source.place_in(location, match.start())
            hint = nearest(match[1], (*_GENERAL, *topics))
            raise source.error(f'nothing is filled in for "{match[0]}"', place, hint)


def fill_message(rule: Rule, link: Link, verdict: Verdict) -> str:
    """The headline of a finding: "Ask the treasurer: {message}" with the check's own message in it.

    `{figures}` are the figures as they were said, `{gap}` is how far apart they are, and `{staff}` the figure of
    an expression's topic.
    """
    if not rule.message:
        return verdict.message
    figures = [said(claim.quantity) for claim in link.claims]
    values = {"message": verdict.message, "gap": verdict.gap, "figures": _listed(figures)}
    values |= dict(zip(link.roles, figures, strict=True)) if rule.expression else {}
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), rule.message)


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
