"""Numbers that measure nothing: years, dates, times, list and section numbers, names with digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.model.quantity import Kind

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_ORDINAL_WORDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_LABELS = (
    "No|Nos|Number|Section|Sections|Article|Articles|Chapter|Title|Resolution|Page|Pages|pp|Phase|Part|Table|Figure|"
    "Note|Notes|Item|Items|Room|Route|Highway|Interstate|Flight|Boeing|Airbus|Level|Schedule|Appendix|Annex|Clause|"
    "Paragraph|Exhibit|Form|Rule|Bill|Act|Channel|Windows|iPhone|Docket|Case|Order|Amendment|Slide|Apollo|Tier|"
    "Group of|Lot|Version|ISO|Fortune|S&P|Nasdaq|Russell|Title|Public Law|Category|Type|Model|Unit|Step|Proposition"
)
_SPECIAL = re.compile(
    rf"""(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)
    |(?P<slashdate>\b\d{{1,2}}/\d{{1,2}}/(?:\d\d|\d{{4}})\b)
    |(?P<monthday>\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|\.\d)(?:,?\s+(?:19|20)\d\d\b)?)
    |(?P<daymonth>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b(?:,?\s+(?:19|20)\d\d\b)?)
    |(?P<monthyear>\b(?:{_MONTHS}),?\s+(?:19|20)\d\d\b)
    |(?P<nineeleven>\b9/11\b)
    |(?P<clock>\b\d{{1,2}}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\b\.?|\b\d{{1,2}}\s+o['’]clock)
    |(?P<phone>\b(?:\+?\d{{1,2}}[ .-])?\(?\d{{3}}\)?[ .-]\d{{3}}[ .-]\d{{4}}\b|\b\d{{3}}-\d{{4}}\b)
    |(?P<ordinal>\b\d{{1,4}}(?:st|nd|rd|th)\b)
    |(?P<labelled>\b(?:{_LABELS})\.?\s+(?:\#\s?)?\d+(?:[.\-–]\d+)*[A-Za-z]?\b|\#\s?\d+\b|№\s?\d+)
    |(?P<code>\b(?![$£€¥])(?:[A-Z][A-Za-z]*[-–]?\d+[A-Za-z0-9-]*|\d+[A-Z]{{2,}}\d*[A-Z0-9]*(?<!MM)(?<!BN)(?<!MW)(?<!GW)(?<!KW))\b
        (?<!\b[MmKk]\d))
    |(?P<yearspan>\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b(?![\d%]))
    |(?P<decade>\b(?:19|20)\d0['’]?s\b|['’]\d0s\b)
    |(?P<numbering>(?m:^)\s*(?:\(?\d{{1,2}}[.)])(?=\s+[A-Z(])|\(\d{{1,2}}\)(?=\s))
    |(?P<score>\b\d{{1,3}}[-–]\d{{1,3}}\s+(?:win|loss|victory|defeat|draw|record|vote|decision|home|lead)\b)
    |(?P<half>\b(?:fiscal|FY)\s?['’]?\d\d\b(?!\d))
    """,
    re.VERBOSE,
)
_KINDS = {
    "iso": Kind.DATE,
    "slashdate": Kind.DATE,
    "monthday": Kind.DATE,
    "daymonth": Kind.DATE,
    "monthyear": Kind.DATE,
    "nineeleven": Kind.IDENTIFIER,
    "clock": Kind.TIME,
    "phone": Kind.IDENTIFIER,
    "ordinal": Kind.ORDINAL,
    "labelled": Kind.IDENTIFIER,
    "code": Kind.IDENTIFIER,
    "yearspan": Kind.YEAR,
    "decade": Kind.YEAR,
    "numbering": Kind.IDENTIFIER,
    "score": Kind.IDENTIFIER,
    "half": Kind.YEAR,
}
_MONEY_CODE = re.compile(r"(?:US|USD|EUR|GBP|RM|CHF|INR|AUD|CAD|JPY|CNY|HK|FY|Rs)\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|from|for|to|through|and|year|years|fiscal|calendar|quarter|half|during|before|after|"
    r"early|late|mid|mid-|spring|summer|autumn|fall|winter|season|FY|versus|vs|over|against|than|the|full-year|or|"
    r"Olympics|circa|compared (?:to|with)|with|our|with|on|prior|between|at)\.?|[(,;–—-])\s*$",
    re.IGNORECASE,
)
_MEASURED_AFTER = re.compile(
    r"^[ -](?!(?:was|is|has|as|its|this|versus|results|sales|earnings|plans?|Olympics|elections?|guidance|levels?)\b)"
    r"[a-z]+s\b"
)


class Special(NamedTuple):
    """A stretch of text whose digits measure nothing."""

    start: int
    end: int
    kind: Kind


def find_specials(text: str) -> list[Special]:
    """Dates, times, ordinals and identifiers, in order: "June 23, 2005", "20:33", "Canal-2004", "Section 12"."""
    found = []
    for match in _SPECIAL.finditer(text):
        name = match.lastgroup or ""
        if name == "code" and _MONEY_CODE.match(match.group()):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Special(start, match.end(), _KINDS[name]))
    return found


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year: "in 2005" is, "2005 people" is not."""
    digits = text[start:end]
    if not (len(digits) == 4 and digits.isdigit() and 1800 <= int(digits) <= 2100):
        return False
    after = text[end : end + 25]
    if _MEASURED_AFTER.match(after) and not re.search(r"(?:\bin|since|by|fiscal|year|of)\s$", text[:start]):
        return False
    return bool(_YEAR_BEFORE.search(text[max(0, start - 20) : start])) or not re.match(r"^[ -][a-z]", after)
