"""Loading rule packs: YAML files into rules, entities and topics, with every error at its place."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Rule, RuleSet
from claimcheck.rules.adjust import adjust
from claimcheck.rules.convert import FigureReader, convert_rule
from claimcheck.rules.declare import declare, declare_units
from claimcheck.rules.opened import open_files
from claimcheck.rules.packs import find_files, shipped_packs, shown


def read_no_unit(text: str) -> Quantity | None:
    """Knows no unit: the reader of those who load rules without the scanner."""
    return None


def load_rules(selection: Sequence[str] = (), read_figure: FigureReader = read_no_unit) -> RuleSet:
    """Read the rules that hold in a run: all shipped packs, or the packs, files and folders selected.

    load_rules(["core", "rules/budget.yaml"]) takes the shipped pack "core" and a file of one's own, with all that
    it extends. `read_figure` reads the numbers of expressions, "5000 dollar". Raises RuleError, with file, line and
    column, for the first thing that is wrong; nothing is ignored.
    """
    packs = shipped_packs()
    chosen = selection or tuple(packs)
    asked = [file for entry in chosen for file in find_files(entry, packs)]
    files = open_files(asked, packs)
    named = {shown(file) for file in asked}
    declared = declare(files)
    rules: dict[str, Rule] = {}
    enabled: dict[str, bool] = {}
    for file in files:
        for index, entry in enumerate(file.pack.rules):
            rule = convert_rule(file, index, declared, read_figure)
            declared.claim(file.source, ("rules", index, "id"), rule.id)
            rules[rule.id], enabled[rule.id] = rule, entry.enabled
    return RuleSet(
        tuple(adjust(files, rules, enabled)),
        tuple(declared.entities[id] for id in sorted(declared.entities)),
        tuple(declared.topics[id] for id in sorted(declared.topics)),
        tuple(sorted({file.pack.pack for file in files})),
        declare_units(files),
        tuple(sorted({file.pack.pack for file in files if file.source.file in named})),
    )
