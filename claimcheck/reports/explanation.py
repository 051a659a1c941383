"""Explanations for a terminal: what was understood of a figure, and how each comparison of it came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Speaker, say_date
from claimcheck.model.explanation import Considered, Explained, Explanation, Standing
from claimcheck.model.interval import Interval, plain_number
from claimcheck.model.link import Link
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.reports.explained_facts import remarks_on, say_balance, say_fact, say_ruling
from claimcheck.reports.ink import printed
from claimcheck.reports.passage import Mark, Passage, excerpt
from claimcheck.reports.safe import one_line, printable
from claimcheck.reports.terminal import wrapped
from claimcheck.reports.view import View
from claimcheck.reports.words import counted, listed

QUIET = "blue"
FIGURE = "bold cyan"
GUTTER = "   | "
UNKNOWN = "-"
NARROWEST = 60
STYLES = {Standing.LINKED: "bold green", Standing.NEAR: "bold yellow", Standing.APART: "bold"}
STANDINGS = {Standing.LINKED: "linked", Standing.NEAR: "near miss", Standing.APART: "set apart"}
PAIR = 2


def render_explanation(explanation: Explanation, view: View, *, most: int | None = None) -> str:
    """Each figure with its value, measure and period, then what it was compared with; of that at most `most`."""
    width = max(view.width, NARROWEST)
    lines: list[Text] = []
    for figure in explanation.figures:
        lines += [*_figure(figure, explanation, width, most), Text()]
    return printed(lines[:-1], view.colour)


def _figure(figure: Explained, explanation: Explanation, width: int, most: int | None) -> Iterator[Text]:
    mention = figure.mention
    yield Text.assemble((_place(mention, mention.landmark), "bold"), "   ", (printable(mention.quantity.text), FIGURE))
    yield from _quote(mention.sentence, mention.at, mention.quantity.text, width)
    rows = [*_of_quantity(mention.quantity), *(_of_claim(mention.claim) if mention.claim else ())]
    if figure.topics:
        rows.append(("topics", ", ".join(figure.topics)))
    if figure.why_no_claim:
        rows.append(("no claim", figure.why_no_claim))
    document = figure.document
    day = f"{say_date(document.date.value)} (from {document.date.source})" if document.date else UNKNOWN
    rows += [("speaker", _speaker(mention.speaker)), ("document", document.name), ("date", day)]
    for name, value in rows:
        yield from _row(name, value or UNKNOWN, width)
    if mention.claim is None:
        return
    yield Text(_balance(figure))
    shown = figure.considered if most is None else figure.considered[:most]
    for item in shown:
        yield from _considered(item, explanation, width)
    if left := figure.considered[len(shown) :]:
        yield Text(f"Not shown: {_tally(left)} (--all shows them).")
    if figure.known_facts:
        yield from _facts(figure, explanation, width, most)


def _facts(figure: Explained, explanation: Explanation, width: int, most: int | None) -> Iterator[Text]:
    yield Text()
    yield Text(say_balance(figure))
    for item in figure.facts[:most]:
        yield from say_fact(item)
        for name, texts in remarks_on(item, explanation):
            yield from _remark(name, texts, width)
    if most is not None and len(figure.facts) > most:
        yield Text(f"Not shown: {len(figure.facts) - most:,} facts (--all shows them).")


def _of_quantity(quantity: Quantity) -> Iterator[tuple[str, str]]:
    value = plain_number(quantity.low)
    if quantity.is_range:
        value = f"{value} to {plain_number(quantity.high)}"
    if quantity.is_measurement:
        yield "value", one_line((value, quantity.unit), " ")
    hedge = f'"{quantity.hedge}"' if quantity.hedge else ""
    yield "kind", one_line(dict.fromkeys((quantity.kind.value, quantity.dimension)))
    if quantity.is_measurement:
        yield "bound", one_line((quantity.bound.value, hedge, "vague" if quantity.vague else ""))
        yield "strict", _say(quantity.strict)
        yield "plain", _say(quantity.plain)


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "measure", claim.head or ("" if claim.heads else "not found, so it is compared only where words link it")
    if len(claim.heads) > 1:
        yield "together", listed(claim.heads)
    yield "modifiers", ", ".join(claim.modifiers)
    yield "holders", ", ".join(claim.holders)
    yield "counted", claim.counted
    yield "event", claim.event
    yield "subject", " ".join(claim.subject)
    yield "entities", ", ".join(claim.entities)
    yield "named before", ", ".join(claim.context_entities)
    yield "period", _period(claim.period)
    yield "scope", ", ".join(claim.scope)
    yield "role", claim.role.value
    yield "modality", claim.modality.value
    yield "trend", claim.trend or ""
    yield "signals", ", ".join(sorted(claim.signals))


def _balance(figure: Explained) -> str:
    """How many figures it was compared with: "Compared with 4 of 90 other figures: 1 linked, 3 set apart."."""
    others = counted(figure.claims, "other figure")
    if not figure.considered:
        return f"Compared with none of {others}: no other has its dimension and a noun like its own."
    return f"Compared with {len(figure.considered):,} of {others}: {_tally(figure.considered)}."


def _tally(items: Iterable[Considered]) -> str:
    counts = Counter(item.standing for item in items)
    told = {**STANDINGS, Standing.NEAR: "near misses" if counts[Standing.NEAR] > 1 else "near miss"}
    return ", ".join(f"{counts[standing]:,} {told[standing]}" for standing in Standing if counts[standing])


def _considered(item: Considered, explanation: Explanation, width: int) -> Iterator[Text]:
    other = item.other
    kinds = ", ".join(dict.fromkeys(f"{link.kind} {link.score:.2f}" for link in item.links))
    yield Text()
    yield Text.assemble((STANDINGS[item.standing], STYLES[item.standing]), f": {printable(kinds or item.why_not)}")
    document = next((one for one in explanation.documents if one.name == other.document), None)
    mention = Mention.of(other, document.landmark(other.quantity.start) if document else "")
    day = say_date(document.date.value) if document and document.date else ""
    source = one_line((other.speaker.name if other.speaker else "", day))
    yield Text.assemble(("  --> ", QUIET), one_line((_place(mention, mention.landmark), printable(source)), "   "))
    yield from _quote(other.sentence, other.at, other.quantity.text, width)
    yield from _reasons(item, explanation, width)


def _reasons(item: Considered, explanation: Explanation, width: int) -> Iterator[Text]:
    """Why two figures are linked and what the rules say of it; or what they share and lack for a link."""
    if not item.links:
        yield from _remark("shared: ", item.reasons, width)
        yield from _remark("missing:", item.doubts, width)
    for link in item.links:
        yield from _remark("parts:  ", [_parts(link)] if len(link.claims) > PAIR else [], width)
        yield from _remark("why:    ", link.reasons, width)
        yield from _remark("doubts: ", link.doubts, width)
        rulings = explanation.rulings_on(link)
        for ruling in rulings:
            yield from _remark("rule:   ", [say_ruling(ruling)], width)
        if not rulings:
            yield from _remark("rule:   ", ["none decides on this link"], width)


def _parts(link: Link) -> str:
    """A link of several figures at a glance: "total 20, part 12, part 7"."""
    pairs = zip(link.roles, link.claims, strict=True)
    return ", ".join(f"{role} {claim.quantity.text}" for role, claim in pairs)


def _period(period: Period | None) -> str:
    """ "last year", 2022-01-01 to 2022-12-31, stated: what was said, which days that is, and whether it was here."""
    if period is None:
        return "not stated"
    ends = [end.isoformat() if isinstance(end, date) else "?" for end in (period.start, period.end)]
    days = " to ".join(dict.fromkeys(ends)) if period.start or period.end else "days unknown"
    per = f"for each {period.per}" if period.per else ""
    return one_line((f'"{period.text}"', days, period.kind, per, "stated" if period.stated else "carried from before"))


def _speaker(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return f"{speaker.name} (for {', '.join(speaker.represents)})" if speaker.represents else speaker.name


def _say(interval: Interval) -> str:
    """An interval in words: "27,500,000 to below 29,000,000"."""
    low, high = plain_number(interval.low), plain_number(interval.high)
    if interval.low == interval.high:
        return f"exactly {low}"
    if not interval.low.is_finite() and not interval.high.is_finite():
        return "any value"
    if not interval.high.is_finite():
        return f"{'over' if interval.low_open else 'at least'} {low}"
    if not interval.low.is_finite():
        return f"{'under' if interval.high_open else 'at most'} {high}"
    return f"{'above ' if interval.low_open else ''}{low} to {'below ' if interval.high_open else ''}{high}"


def _place(item: Mention, landmark: str) -> str:
    file = printable(item.file)
    return f"{file}, {printable(landmark)}" if landmark else f"{file}:{item.line}:{item.column}"


def _quote(sentence: str, at: int, figure: str, width: int) -> Iterator[Text]:
    mark = Mark(at, printable(figure), "", True)
    pieces = excerpt(Passage(printable(sentence), (mark,), "", 0, 0, "", ""), width - len(GUTTER))
    yield Text.assemble((GUTTER, QUIET), *((piece.text, "bold" if piece.mark else "") for piece in pieces))
    before = 0
    for piece in pieces:
        if piece.mark:
            break
        before += cell_len(piece.text)
    yield Text.assemble((GUTTER, QUIET), " " * before, ("^" * max(1, cell_len(mark.figure)), FIGURE))


def _row(name: str, value: str, width: int) -> Iterator[Text]:
    head = f"   {name:<13}"
    for line in wrapped(printable(value), width - len(head)):
        yield Text.assemble((head, QUIET), line)
        head = " " * len(head)


def _remark(name: str, texts: Sequence[str], width: int) -> Iterator[Text]:
    if not texts:
        return
    head = f"   = {name} "
    for line in wrapped(printable("; ".join(texts)), width - len(head)):
        yield Text.assemble((head, QUIET), line)
        head = " " * len(head)
