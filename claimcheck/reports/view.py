"""How a report is to be shown, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.finding import Severity


@dataclass(frozen=True, slots=True)
class View:
    """What the reader wants to see, as `--show note` on a terminal 120 columns wide.

    Findings below `show` are counted, not printed in full. `colour` and `width` matter to the terminal only.
    `most` is how many findings Markdown tells in full, all of them for None.
    """

    show: Severity = Severity.WARNING
    colour: bool = False
    width: int = 100
    most: int | None = None
