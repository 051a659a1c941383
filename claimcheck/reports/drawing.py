"""Drawings of a finding: what its figures allow, as bars over shared axes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce

from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.reports.passage import PLACE_ROLES
from claimcheck.reports.safe import one_line, printable

# Where bars may stand, in percent of the drawing's width; open ends reach over to its edges.
LEFT, RIGHT = 6.0, 94.0
# From this ratio on, a linear axis would press the smaller figures into one point.
LOGARITHMIC_FROM = 30.0
# From this ratio on, a linear axis begins at zero, and bars reach to their figures from there.
ZERO_FROM = 1.5
MOST_TICKS = 5
LONGEST_LABEL = 46
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


@dataclass(frozen=True, slots=True)
class Bar:
    """What one figure allows, from `start` to `end` in percent of the width, and the value that was said.

    On an axis with a zero, `reach` is where its pale bar begins: there, or for a part where the part before ended.
    It is None on any other axis, where a length would tell nothing. `is_open_left` and `is_open_right` tell that it
    goes on without end. `kind` is "said", "sum" (of the parts) or "suggested".
    """

    label: str
    start: float
    end: float
    said: float
    reach: float | None
    is_open_left: bool
    is_open_right: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Figures of one dimension over one axis; `ticks` are places in percent with their numbers."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    is_logarithmic: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar before it has an axis: intervals in the base unit of the dimension."""

    label: str
    allowed: Interval
    said: Interval
    kind: str
    quantity: Quantity
    is_part: bool = False


def draw(finding: Finding) -> tuple[Axis, ...]:
    """The figures of a finding, those of one dimension over one axis: dollars over one, percent over another.

    A bar is what must hold if the speaker is right, or for a note what a listener takes away.
    """
    groups: dict[str, list[_Row]] = {}
    for row in _rows(finding):
        groups.setdefault(row.quantity.dimension or f"count:{row.quantity.unit}", []).append(row)
    axes = (_axis(rows) for rows in groups.values())
    return tuple(axis for axis in axes if axis is not None)


def _rows(finding: Finding) -> Iterator[_Row]:
    is_note = finding.severity is Severity.NOTE
    rows = [(item, _row(_label(item), item.quantity, is_note)) for item in finding.evidence if item.quantity]
    parts = [row for item, row in rows if item.role == "part"]
    totals = [row for item, row in rows if item.role == "total"]
    is_sum = len(totals) == 1 and len(parts) > 1 and len({row.quantity.dimension for row in (*parts, *totals)}) == 1
    yield from (replace(row, is_part=is_sum and row in parts) for _, row in rows)
    if is_sum:
        yield _Row(
            "the parts together",
            reduce(Interval.plus, (row.allowed for row in parts)),
            reduce(Interval.plus, (row.said for row in parts)),
            "sum",
            totals[0].quantity,
        )
    if finding.suggested and finding.suggested.is_measurement:
        yield _row(f"suggestion: {finding.suggested.text}", finding.suggested, is_note, "suggested")


def _row(label: str, quantity: Quantity, is_note: bool, kind: str = "said") -> _Row:
    allowed = quantity.in_base(quantity.plain if is_note else quantity.strict)
    return _Row(
        _cut(printable(label)), allowed, quantity.in_base(Interval(quantity.low, quantity.high)), kind, quantity
    )


def _label(item: Evidence) -> str:
    role = "" if item.role in PLACE_ROLES else item.role
    return one_line((one_line((role, item.figure), between=": "), item.speaker))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _axis(rows: Sequence[_Row]) -> Axis | None:
    """The axis of figures that can be drawn: at least two, of which some can be told apart."""
    first = rows[0].quantity

    def shown(value: Decimal) -> float:
        """A value of the base unit in the unit of the first figure."""
        return float((value - first.offset) / first.factor)

    if len(rows) < 2 or not first.factor:
        return None
    ends = [shown(end) for row in rows for end in _finite(row)]
    if not all(map(math.isfinite, ends)) or min(ends) == max(ends):
        return None
    has_sum = any(row.is_part for row in rows)
    scale = _Scale.over(ends, has_sum)
    bars: list[Bar] = []
    before = 0.0
    for row in rows:
        middle = (shown(row.said.low) + shown(row.said.high)) / 2
        shift = before if row.is_part and scale.has_zero else 0.0
        before += middle if row.is_part else 0.0
        bars.append(
            Bar(
                label=row.label,
                start=scale.at(shift + shown(row.allowed.low)) if row.allowed.low.is_finite() else 0.0,
                end=scale.at(shift + shown(row.allowed.high)) if row.allowed.high.is_finite() else 100.0,
                said=scale.at(shift + middle),
                reach=scale.at(shift) if scale.has_zero else None,
                is_open_left=not row.allowed.low.is_finite(),
                is_open_right=not row.allowed.high.is_finite(),
                kind=row.kind,
            )
        )
    return Axis(tuple(bars), tuple(scale.ticks()), printable(first.unit), scale.is_logarithmic)


def _finite(row: _Row) -> Iterable[Decimal]:
    values = (row.allowed.low, row.allowed.high, row.said.low, row.said.high)
    return (value for value in values if value.is_finite())


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to places in percent of the width."""

    low: float
    high: float
    is_logarithmic: bool

    @staticmethod
    def over(values: Sequence[float], from_zero: bool) -> _Scale:
        low, high = min(values), max(values)
        if low > 0 and high / low >= LOGARITHMIC_FROM and not from_zero:
            return _Scale(math.log10(low), math.log10(high), True)
        return _Scale(0.0 if low > 0 and (from_zero or high / low >= ZERO_FROM) else low, high, False)

    @property
    def has_zero(self) -> bool:
        return not self.is_logarithmic and self.low == 0

    def at(self, value: float) -> float:
        if self.is_logarithmic:
            value = math.log10(value) if value > 0 else self.low
        place = LEFT + (RIGHT - LEFT) * (value - self.low) / (self.high - self.low)
        return round(min(max(place, 0.0), 100.0), 2)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """A few round numbers: powers of ten on a logarithmic axis, multiples of 1, 2 or 5 on a linear one."""
        if self.is_logarithmic:
            first, last = math.ceil(self.low), math.floor(self.high)
            every = max(1, math.ceil((last - first + 1) / MOST_TICKS))
            for exponent in range(first, last + 1, every):
                yield self.at(10.0**exponent), short_number(10.0**exponent, 0)
            return
        least = (self.high - self.low) / MOST_TICKS
        power = 10.0 ** math.floor(math.log10(least))
        step = next(power * factor for factor in (1.0, 2.0, 5.0, 10.0) if power * factor >= least)
        for number in range(math.ceil(self.low / step), math.floor(self.high / step) + 1):
            yield self.at(number * step), short_number(number * step, step)


def short_number(value: float, step: float) -> str:
    """A number beside a tick: 28000000 is "28 million", with the decimals that a step needs, "28.5 million"."""
    size = max(abs(value), step)
    factor, word = next(((factor, word) for factor, word in SCALES if size >= factor), (1.0, ""))
    digits = max(0, -math.floor(math.log10(step / factor) + 1e-9)) if step else max(0, -math.floor(math.log10(size)))
    return f"{value / factor:,.{min(digits, 9)}f}{word if value else ''}"
