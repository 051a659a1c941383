"""YAML with places: where each key and value of a rule file stands, for errors that point at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.tokens import AliasToken, TagToken

from claimcheck.errors import Place, RuleError

Location = tuple[int | str, ...]
NEAR_ENOUGH = 60
MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class Source:
    """A rule file's text with its parsed content, and the places of both."""

    file: str
    text: str
    content: Any

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Where a value stands, or its key; the nearest place around it for one that is missing."""
        node: Any = self.content
        line, column = 0, 0
        for depth, step in enumerate(location):
            last = depth == len(location) - 1
            if isinstance(node, CommentedMap) and step in node:
                # A key that nothing follows has no place for its value but its own.
                at_key = last and (key or node[step] is None)
                line, column = node.lc.key(step) if at_key else node.lc.value(step)
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line, column = node.lc.item(step)
            else:
                break
            node = node[step]
        return Place(self.file, line + 1, column + 1)

    def place_in(self, location: Location, offset: int) -> Place:
        """Where a character of a text stands that is written on one line; of any other, where the text begins."""
        place, text = self.place(location), str(self.value(location))
        line = line_of(self.text, place.line)
        start = line.find(text, place.column - 1)
        return Place(self.file, place.line, start + offset + 1) if start >= 0 else place

    def value(self, location: Location) -> object:
        """What stands at a place, or None."""
        node: Any = self.content
        for step in location:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def error(self, message: str, place: Place, hint: str = "") -> RuleError:
        """An error at a place of this file, with its line."""
        return RuleError(message, place, hint, line_of(self.text, place.line))


def parse(file: str, text: str) -> Source:
    """Read a rule file's YAML; raises RuleError where it is not well formed, or says a key twice."""
    reader = YAML(typ="rt")
    try:
        _refuse_tags_and_aliases(file, text)
        content = reader.load(text)
    except DuplicateKeyError as error:
        raise _yaml_error(file, text, error, "duplicate key", "each key may stand once; join the two") from error
    except MarkedYAMLError as error:
        problem = (error.problem or error.context or "cannot be read").strip()
        raise _yaml_error(file, text, error, f"not well-formed YAML: {problem}", _yaml_hint(problem)) from error
    except (YAMLError, ValueError) as error:
        line = next((n for n, one in enumerate(text.split("\n"), 1) if not one.replace("\t", " ").isprintable()), 1)
        place = Place(file, line, 1)
        message = "not YAML: a character that does not belong in text"
        raise RuleError(message, place, "save the file as plain UTF-8 text", line_of(text, line)) from error
    return Source(file, text, content)


def nearest(name: object, choices: Iterable[str], otherwise: str = "") -> str:
    """A hint with the nearest valid name: "did you mean "sum"?", or all names when none is near.

    `otherwise` is what to do when none of them is meant.
    """
    known = sorted(choices)
    best = process.extractOne(str(name), known, score_cutoff=NEAR_ENOUGH)
    if best:
        return f'did you mean "{best[0]}"?' + (f" If not, {otherwise}" if otherwise else "")
    if not known or len(known) > MOST_NAMED:
        return otherwise
    return "; ".join(part for part in (f"expected one of: {', '.join(known)}", otherwise) if part)


def line_of(text: str, line: int) -> str:
    """A line of a text, counted from 1; "" where there is none."""
    lines = text.split("\n")
    return lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""


def _refuse_tags_and_aliases(file: str, text: str) -> None:
    """A rule file says what it means where it stands: no tags that construct, no aliases that recur."""
    for token in YAML(typ="rt").scan(text):
        if isinstance(token, TagToken | AliasToken):
            kinds = "tags" if isinstance(token, TagToken) else "aliases"
            place = Place(file, token.start_mark.line + 1, token.start_mark.column + 1)
            hint = "write the value out, or put a text that begins so in quotes"
            raise RuleError(f"YAML {kinds} are not used in rule files", place, hint, line_of(text, place.line))


def _yaml_error(file: str, text: str, error: MarkedYAMLError, message: str, hint: str) -> RuleError:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    if isinstance(error, DuplicateKeyError) and error.problem:
        key = error.problem.split('"')
        message = f'{message} "{key[1]}"' if len(key) > 1 else message
    return RuleError(message, place, hint, line_of(text, place.line))


def _yaml_hint(problem: str) -> str:
    if "\\t" in problem or "tab" in problem:
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in problem:
        return 'put a text that holds ": " in quotes'
    return "check the indentation, quotes and brackets here"
