"""Facts in YAML: a list of rows, or one under the key "facts"."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from claimcheck.errors import FactError, Place
from claimcheck.read.decoding import decode
from claimcheck.read.fact_cells import FactCell, Sheet

_ROWS = 'write a list: "- {subject: Port of Ely, measure: cargo, value: 4.2, unit: million tonnes}"'
_KEY = "facts"


def sheet_of_yaml(file: str, raw: bytes) -> Sheet:
    """The rows of a YAML file with their values as they are written: 17.60 stays "17.60".

    Raises FactError where the file is no YAML, or holds no list of rows.
    """
    text, _ = decode(raw)
    root = _compose(file, text)
    if isinstance(root, MappingNode):
        inner = [value for key, value in root.value if key.value == _KEY]
        root = inner[0] if inner else root
    if not isinstance(root, SequenceNode):
        raise FactError("no list of facts", _place(file, root), _ROWS)
    rows, errors, names = [], [], dict[str, None]()
    for node in root.value:
        if not isinstance(node, MappingNode):
            errors.append(FactError("a fact is written as keys with values", _place(file, node), _ROWS))
            continue
        nested = [value for _, value in node.value if not isinstance(value, ScalarNode)]
        if nested:
            errors.append(
                FactError("expected one text or number", _place(file, nested[0]), "lists and keys hold no value")
            )
            continue
        row = {
            str(key.value): FactCell(_text(value), _place(file, value), value.start_mark.index + _quote(value))
            for key, value in node.value
        }
        names.update(dict.fromkeys(row))
        rows.append(row)
    return Sheet(text, tuple(names), tuple(rows), _place(file, root), tuple(errors))


def _compose(file: str, text: str) -> Any:
    """The file's nodes, which know their places and keep numbers as they stand."""
    try:
        return YAML(typ="rt").compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        problem = (error.problem or error.context or "cannot be read").strip()
        raise FactError(f"not well-formed YAML: {problem}", place, _ROWS) from error
    except (YAMLError, ValueError) as error:
        raise FactError(
            "not YAML: a character that does not belong in text", Place(file), "save it as UTF-8"
        ) from error


def _text(node: ScalarNode) -> str:
    empty = node.style is None and node.value in ("", "~", "null", "Null", "NULL")
    return "" if empty else str(node.value)


def _quote(node: ScalarNode) -> int:
    return 1 if node.style in ("'", '"') else 0


def _place(file: str, node: Any) -> Place:
    mark = getattr(node, "start_mark", None)
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
