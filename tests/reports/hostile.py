"""Words that would change more of a report than their own cell, and the shape that they must not change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt

HOSTILE = [
    "a | b | c 5% | d |",
    "5% **bold** _it_ `code` ~~gone~~ [link](http://x) ![i](j)",
    "# 5% heading",
    "- 5% item",
    "1. 5% item",
    "> 5% quote",
    "--- 5%",
    "= 5%",
    "5% <script>alert(1)</script> <img src=x onerror=y> </details>",
    "5% &lt;b&gt; &amp; &#x1b;",
    "5% \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "5% \x00\x08\x7f backspace",
    "5%\r\nnew line\u2028another\u2029\x85end",
    "5% \u202eright to left\u2066",
    "5% half a \ud800 character",
    "5% ```fence ``",
    "$x$ and $$y$$ 5% 3$",
    "@someone 5% #12",
    "\\| 5% \\",
    "5% ==mark== <!-- claimcheck -->",
    "::error file=a.txt,line=1::5%",
    "##[error]5%",
    "5% %0A::warning::x, y: z",
    "5%\n::set-output name=x::y",
    "5% ]]> <![CDATA[ <?xml?> <!DOCTYPE x>",
    "5% \ufffe\uffff no characters",
    "5% {0} {{x}} {% y %} [1](2)",
    "5%\" ' onload='x' data-x=\" `y`",
    "</style></script></svg></title> 5%",
]


def shape(format: str, text: str) -> object:
    """The structure of a report, without the words in it."""
    match format:
        case "json" | "sarif" | "rdjson":
            return _keys(json.loads(text))
        case "jsonl":
            return [_keys(json.loads(line)) for line in text.splitlines()]
        case "junit":
            return [(one.tag, sorted(one.keys())) for one in ElementTree.fromstring(text).iter()]
        case "github":
            return [_command(line) for line in text.split("\n")]
        case "markdown":
            return markdown_shape(text)
        case _:
            return text.count("\n")


def markdown_shape(text: str) -> list[tuple[str, str]]:
    """The blocks of a Markdown document and the marks inside them."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    return [(token.type, token.tag) for token in [*tokens, *inline] if token.type not in ("text", "text_special")]


def _keys(value: Any) -> object:
    if isinstance(value, Mapping):
        return {key: _keys(one) for key, one in value.items()}
    return [_keys(one) for one in value] if isinstance(value, list) else type(value).__name__


def _command(line: str) -> object:
    """The command of a line and the names of its properties, as GitHub's runner reads them."""
    if not line.lstrip().startswith(("::", "##[")):
        return ""
    command, _, properties = line.lstrip()[2:].partition("::")[0].partition(" ")
    return command, [one.partition("=")[0] for one in properties.split(",")]
