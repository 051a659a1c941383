"""Styled lines turned into text: with terminal colours, or plain."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text


def printed(lines: Iterable[Text], colour: bool) -> str:
    """The lines as text, with terminal colours or without; nothing of the surroundings decides on it."""
    out = io.StringIO()
    console = Console(
        file=out,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=True,
    )
    for line in lines:
        console.print(line)
    return out.getvalue()
