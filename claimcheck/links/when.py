"""When something is said to have happened, and whether two such times may be one."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from claimcheck.model.claim import Period

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"(?:({_MONTH}) (\d{{1,2}})|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH}))")
_QUARTER = re.compile(r"(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter)")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, quarter or year, as far as it is said: "March 15" has no year, and "Q3" neither.

    `years` is the number of years from `year` on, 10 for "the 1930s"; `kind` is "since" or "by" where it is an end.
    """

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    years: int = 1
    kind: str = ""

    @staticmethod
    def of(period: Period) -> When:
        """The time of a date phrase: "the third quarter of 2020" is quarter 3 of the year 2020."""
        return replace(When._said(period), kind=period.kind if period.kind in ("since", "by") else "")

    @staticmethod
    def _said(period: Period) -> When:
        quarter = _QUARTER.search(period.text)
        number = (int(quarter[1]) if quarter[1] else _ORDINALS[quarter[2]]) if quarter else None
        named = _DAY.search(period.text)
        start, end = period.start, period.end
        if start is None or end is None:
            if named is None:
                return When(quarter=number)
            return When(month=MONTHS[named[1] or named[4]], day=int(named[2] or named[3]))
        if number is not None:
            return When(start.year, number)
        if start == end:
            return When(start.year, None, start.month, start.day)
        if (start.year, start.month) == (end.year, end.month):
            return When(start.year, None, start.month)
        return When(start.year, years=end.year - start.year + 1)

    @property
    def parts(self) -> tuple[int | None, ...]:
        """Year, quarter, month and day."""
        return self.year, self.quarter, self.month, self.day

    def may_be(self, other: When) -> bool:
        """Whether both may be one time: "May 1984" and "1984" may, "18 May" and "19 May" may not."""
        if self.kind != other.kind:
            return True
        if self.year is not None and other.year is not None:
            if self.year + self.years <= other.year or other.year + other.years <= self.year:
                return False
        parts = zip(self.parts[1:], other.parts[1:], strict=True)
        return all(one is None or two is None or one == two for one, two in parts)

    def is_like(self, other: When) -> bool:
        """Whether both say the same of a time, a year and a quarter for example."""
        said = [(one is None, two is None) for one, two in zip(self.parts, other.parts, strict=True)]
        return (self.years, self.kind) == (other.years, other.kind) and all(one == two for one, two in said)

    def is_near(self, other: When) -> bool:
        """Whether two times that differ have a part in common: one quarter of two years, two days of one month."""
        return any(one is not None and one == two for one, two in zip(self.parts, other.parts, strict=True))
