"""The report as one HTML file for an editor: works offline, and without scripts too."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.reports.drawing import Axis, draw
from claimcheck.reports.facts import facts_left_out, name_status, tell_facts_used
from claimcheck.reports.passage import Passage, Piece, passages, whole
from claimcheck.reports.safe import encodable, printable
from claimcheck.reports.view import View
from claimcheck.reports.words import LIMITS, METHOD, counted, in_order, listed, reading, understanding, verdict

if TYPE_CHECKING:
    from jinja2 import Environment

FACETS = ("speaker", "topic", "document", "rule")
Values = Mapping[str, Mapping[str, int]]
NEW, KNOWN, SUPPRESSED = "new", "known", "suppressed"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one state; `noun` is what they are called where they are folded, "" where they are not."""

    noun: str
    findings: Sequence[Finding]
    state: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it; `facets` are the numbers of its speakers, topics and so on in their lists."""

    finding: Finding
    state: str
    passages: tuple[tuple[Passage, tuple[Piece, ...]], ...]
    axes: tuple[Axis, ...]
    facets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under a heading, folded unless they are what the reader asked for."""

    title: str
    cards: tuple[Card, ...]
    is_open: bool = False


def render_html(report: Report, view: View) -> str:
    """The findings from `view.show` up, and folded below them the others, the known and the silent ones."""
    groups = [group for group in _groups(report, view) if group.findings]
    findings = [finding for group in groups for finding in group.findings]
    values = _facet_values(findings)
    style, script = _asset("report.css"), _asset("report.js")
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            verdict=verdict(report),
            reading=reading(report),
            understanding=understanding(report),
            folded=listed([_title(group) for group in groups if group.noun]),
            worst=next(iter(_levels(report.findings)), "none"),
            sections=[_section(group, values) for group in groups],
            levels=_levels(findings),
            states=list(dict.fromkeys(group.state for group in groups)),
            facets=values,
            complaints=report.complaints,
            confirmations=in_order(report.confirmations),
            facts=tell_facts_used(report),
            left_facts=[(str(one.place), name_status(one), one.said, why) for one, why in facts_left_out(report)],
            skipped=sorted(report.skipped, key=lambda item: (item.file, item.reason, item.hint)),
            documents=sorted(report.documents, key=lambda document: document.name),
            method=METHOD,
            limits=LIMITS,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return f"{page}\n"


def _groups(report: Report, view: View) -> Iterator[Group]:
    """The findings that are shown, then those that are folded, by what they are."""
    yield Group("", in_order(report.at_least(view.show)), NEW)
    for level in Severity:
        if level.rank < view.show.rank:
            yield Group(level, [one for one in in_order(report.findings) if one.severity is level], NEW)
    yield Group("known finding", in_order(report.known), KNOWN)
    yield Group("suppressed finding", in_order(report.suppressed), SUPPRESSED)


def _levels(findings: Iterable[Finding]) -> list[Severity]:
    found = {finding.severity for finding in findings}
    return [level for level in Severity if level in found]


def _section(group: Group, values: Values) -> Section:
    cards = tuple(_card(finding, group.state, values) for finding in group.findings)
    return Section(_title(group), cards, is_open=not group.noun)


def _title(group: Group) -> str:
    return counted(len(group.findings), group.noun) if group.noun else "Findings"


def _card(finding: Finding, state: str, values: Values) -> Card:
    found = _facets_of(finding)
    # Who asks for "flow" wants "free cash flow", too.
    wider = [name for name in values["topic"] if any(one.endswith(f" {name}") for one in found["topic"])]
    found["topic"] = sorted({*found["topic"], *wider})
    return Card(
        finding=finding,
        state=state,
        passages=tuple((one, tuple(whole(one))) for one in passages(finding)),
        axes=draw(finding),
        facets={name: " ".join(str(values[name][value]) for value in found[name]) for name in FACETS},
    )


def _facet_values(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """For each facet its values in their order, with a number that stands for each."""
    found: dict[str, set[str]] = {name: set() for name in FACETS}
    for finding in findings:
        for name, values in _facets_of(finding).items():
            found[name].update(values)
    return {
        name: {value: number for number, value in enumerate(sorted(values, key=lambda one: (one.casefold(), one)))}
        for name, values in found.items()
    }


def _facets_of(finding: Finding) -> dict[str, list[str]]:
    """What a finding can be found by: "Ilse Brandt", "eastern cargo", "docs/port.txt", "core/part-of"."""

    def distinct(values: Iterable[str]) -> list[str]:
        return sorted({printable(value) for value in values if value})

    return {
        "speaker": distinct(item.speaker for item in finding.evidence),
        "topic": distinct(topic for item in finding.evidence for topic in item.topics),
        "document": distinct(item.file for item in finding.evidence),
        "rule": distinct([finding.rule]),
    }


@cache
def _environment() -> Environment:
    """Jinja with every value escaped, and made printable before."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def safe(value: object) -> object:
        return printable(encodable(value)) if isinstance(value, str) and not isinstance(value, Markup) else value

    return Environment(
        loader=PackageLoader("claimcheck.reports", "templates"),
        autoescape=True,
        finalize=safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    """A style sheet or script of ours, to be written into the page as it is."""
    from markupsafe import Markup

    return Markup(files("claimcheck.reports").joinpath("templates", name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    """The hash that lets the page's own style and script run, and nothing else."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
