"""The report as Markdown, for a pull request or an editor: verdict, coverage, table, a section a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tabulate import tabulate

from claimcheck.model.document import Skipped
from claimcheck.model.fact import FactOutcome
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.remark import Complaint
from claimcheck.model.report import Report
from claimcheck.reports.facts import facts_left_out, name_status, tell_facts_used
from claimcheck.reports.passage import Passage, Piece, excerpt, passages, single_passages, whole
from claimcheck.reports.safe import code, for_markdown, one_line
from claimcheck.reports.view import View
from claimcheck.reports.words import LIMITS, METHOD, counted, in_order, reading, understanding, verdict

CELL = 60


def render_markdown(report: Report, view: View) -> str:
    """The whole report: findings from `view.show` up in sections, the others and all else folded below."""
    shown = in_order(report.at_least(view.show))
    told = shown[: view.most]
    left = len(shown) - len(told)
    folded = [finding for finding in in_order(report.findings) if finding.severity.rank < view.show.rank]
    left_facts = list(facts_left_out(report))
    blocks = [
        "# Figures that do not fit together" if shown else "# Figures compared",
        f"**{verdict(report)}**",
        f"{reading(report)} {understanding(report)}",
        *([tell_facts_used(report)] if report.facts else []),
        *([_table(told)] if told else []),
        *(block for number, finding in enumerate(told, 1) for block in _section(number, finding)),
        *([f"**{counted(left, 'more finding')}, for which there is no room here.**"] if left else []),
        *(_folded_findings(folded) if view.most is None else ()),
        *_folded("known finding", report.known, [_compact(in_order(report.known))]),
        *_folded("suppressed finding", report.suppressed, [_silent(in_order(report.suppressed))]),
        *_folded("unused or wrong suppression", report.complaints, [_in_vain(report.complaints)]),
        *_folded("confirmation", report.confirmations, [_compact(in_order(report.confirmations))]),
        *_folded("uncompared fact", left_facts, [_facts(left_facts)]),
        *_folded("skipped file", report.skipped, [_skipped(report.skipped)]),
        "## Method and limits",
        f"{METHOD} {LIMITS}",
    ]
    return "\n\n".join(blocks) + "\n"


def render_summary(report: Report, view: View, room: int) -> str:
    """The Markdown report in `room` bytes, telling as many findings as fit, the gravest first."""
    most = len(report.at_least(view.show))
    text = render_markdown(report, view)
    while len(text.encode("utf-8", "replace")) > room and most:
        most //= 2
        text = render_markdown(
            replace(report, confirmations=(), known=(), skipped=(), facts=()), replace(view, most=most)
        )
    return text


def _table(findings: Sequence[Finding]) -> str:
    rows = []
    for number, finding in enumerate(findings, 1):
        first, second = _claims(finding)
        rows.append(
            [
                str(number),
                finding.severity,
                code(finding.rule),
                first,
                second,
                for_markdown(finding.gap),
                for_markdown(finding.suggestion),
            ]
        )
    return _tabulated(rows, ["#", "severity", "rule", "claim A", "claim B", "gap", "suggestion"])


def _compact(findings: Sequence[Finding]) -> str:
    rows = [[for_markdown(finding.message), code(finding.rule), *_claims(finding)] for finding in findings]
    return _tabulated(rows, ["what", "rule", "claim A", "claim B"])


def _silent(findings: Sequence[Finding]) -> str:
    """The findings that are kept silent, with the reasons that their authors gave."""
    rows = []
    for finding in findings:
        silent = finding.suppression
        reason, place = (silent.reason, silent.place) if silent else ("", "")
        row = [for_markdown(finding.message), code(finding.rule), for_markdown(reason), for_markdown(place)]
        rows.append([*row, *_claims(finding)])
    return _tabulated(rows, ["what", "rule", "reason", "said at", "claim A", "claim B"])


def _tabulated(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> str:
    return str(tabulate(rows, headers=headers, tablefmt="github", disable_numparse=True))


def _claims(finding: Finding) -> tuple[str, str]:
    """The two cells of a finding: its first figure, and the next with the number of those that follow."""
    cells = [f"{marked(excerpt(passage, CELL))} ({code(passage.place)})" for passage in single_passages(finding)]
    second = cells[1] if len(cells) > 1 else ""
    if len(cells) > 2:
        second = f"{second} and {counted(len(cells) - 2, 'more figure')}"
    return cells[0] if cells else "", second


def _section(number: int, finding: Finding) -> Iterator[str]:
    yield f"## {number}. {for_markdown(finding.message[:1].upper() + finding.message[1:])}"
    yield f"{finding.severity} · {code(finding.rule)} · {code(finding.fingerprint)}"
    for passage in passages(finding):
        yield f"> {marked(whole(passage))}\n>\n> — {_source(passage)}"
    yield from _items("Arithmetic", finding.steps)
    yield from _sentence("Suggestion", finding.suggestion)
    yield from _sentence("Why these figures were compared", "; ".join(finding.why))
    yield from _items("What else could explain it", finding.alternatives)


def marked(pieces: Sequence[Piece]) -> str:
    """The quote with its figures bold: "worth **$28 million** last year"."""
    text = ""
    for index, piece in enumerate(pieces):
        if piece.mark is None:
            text += _between(piece.text)
            continue
        before = pieces[index - 1].text[-1:] if index else ""
        after = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        figure = for_markdown(piece.text)
        joined = _is_joined(before, piece.text[:1]) or _is_joined(after, piece.text[-1:])
        text += f"<strong>{figure}</strong>" if joined else f"**{figure}**"
    return text.strip()


def _is_joined(neighbour: str, edge: str) -> bool:
    """Whether asterisks would not count as bold between the two: "US**$5**" shows them as they are."""
    return neighbour.isalnum() and not edge.isalnum()


def _between(text: str) -> str:
    start = text[: len(text) - len(text.lstrip(" "))]
    return start + for_markdown(text[len(start) :])


def _source(passage: Passage) -> str:
    return one_line((for_markdown(passage.speaker), for_markdown(passage.date), code(passage.place)))


def _items(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield "\n".join([f"**{title}:**", "", *(f"- {for_markdown(text)}" for text in texts)])


def _sentence(title: str, text: str) -> Iterator[str]:
    if text:
        yield f"**{title}:** {for_markdown(text)}"


def _folded_findings(findings: Sequence[Finding]) -> Iterator[str]:
    for severity in Severity:
        of_level = [finding for finding in findings if finding.severity is severity]
        yield from _folded(severity, of_level, [_compact(of_level)])


def _folded(noun: str, items: Sequence[object], blocks: Sequence[str]) -> Iterator[str]:
    """A part that opens on a click, headed by its number of items, or nothing when there are none."""
    if items:
        yield f"<details>\n<summary>{counted(len(items), noun)}</summary>"
        yield from blocks
        yield "</details>"


def _facts(left: Sequence[tuple[FactOutcome, str]]) -> str:
    rows = [
        [code(str(outcome.place)), name_status(outcome), for_markdown(outcome.said), for_markdown(reason)]
        for outcome, reason in left
    ]
    return _tabulated(rows, ["where", "status", "fact", "why"])


def _in_vain(complaints: Iterable[Complaint]) -> str:
    """The comments and entries that ask for silence in vain."""
    return "\n".join(
        f"- {code(str(one.place))}: {one_line((for_markdown(one.message), for_markdown(one.hint)), between='; ')}"
        for one in complaints
    )


def _skipped(skipped: Iterable[Skipped]) -> str:
    ordered = sorted(skipped, key=lambda item: (item.file, item.reason, item.hint))
    return "\n".join(
        f"- {code(item.file)}: {one_line((for_markdown(item.reason), for_markdown(item.hint)), between='; ')}"
        for item in ordered
    )
