"""The HTML report as text: what is in it, that nothing gets out of its place, and that its colours can be read."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise, product
from pathlib import Path

import pytest
from sample_reports import BUSES, FULL, LOOSE, TRADE, report_of

from claimcheck.model.finding import Severity, Suppression
from claimcheck.reports import View, render

STYLE = Path(__file__).parents[2] / "claimcheck" / "reports" / "templates" / "report.css"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text in each of its lists, headings and quotes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_nothing_is_loaded_and_nothing_else_may_run() -> None:
    page = render(FULL, "html")
    elements = Elements(page)
    assert not [one for _, attributes in elements.found for one in ("src", "srcset", "data") if one in attributes]
    assert elements.of("link") == []
    assert all((one.get("href") or "").startswith("#") for one in elements.of("a"))
    [policy] = [one for one in elements.of("meta") if one.get("http-equiv")]
    assert "default-src 'none'; style-src 'sha256-" in policy["content"]
    assert not re.search(r"(?<!aria-)\bon\w+=", page.partition("<script>")[0])


def test_what_is_not_shown_is_folded() -> None:
    silent = replace(BUSES, suppression=Suppression("counted twice", "docs/buses.txt:2"), fingerprint="a")
    known = replace(TRADE, fingerprint="b")
    page = render(report_of(TRADE, LOOSE, known=(known,), suppressed=(silent,)), "html")
    assert "Folded below: 1 note, 1 known finding and 1 suppressed finding." in page
    shown, folded = page.split('<details class="section">', 1)
    assert f'id="f-{TRADE.fingerprint}"' in shown
    assert LOOSE.message not in shown
    for told in (LOOSE.message, "1 known finding", "1 suppressed finding", "counted twice", "docs/buses.txt:2"):
        assert told in folded


def test_findings_carry_what_they_are_filtered_by() -> None:
    trade = replace(TRADE, evidence=tuple(replace(one, topics=("eastern cargo",)) for one in TRADE.evidence))
    elements = Elements(render(report_of(trade, BUSES), "html"))
    first, second = elements.of("article")
    assert (first["data-severity"], second["data-severity"]) == ("error", "warning")
    assert (first["data-speaker"], second["data-speaker"]) == ("1 2", "0")
    assert (first["data-topic"], second["data-topic"]) == ("0", "")


def test_a_topic_finds_its_narrower_ones() -> None:
    def about(finding, *topics: str):
        return replace(finding, evidence=tuple(replace(one, topics=topics) for one in finding.evidence))

    page = render(report_of(about(TRADE, "eastern cargo"), about(BUSES, "cargo", "bus")), "html")
    first, second = Elements(page).of("article")
    options = re.findall(r'value="(\d+)">(.*)</option>', page.partition('name="topic"')[2].partition("</select>")[0])
    assert options == [("0", "bus"), ("1", "cargo"), ("2", "eastern cargo")]
    assert (first["data-topic"], second["data-topic"]) == ("1 2", "0 1")


def test_every_control_has_a_label_and_every_id_is_used_once() -> None:
    elements = Elements(render(FULL, "html", View(show=Severity.NOTE)))
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = [one["aria-labelledby"] for one in elements.of("article")]
    assert set(named) <= set(ids)
    page = render(FULL, "html")
    for control in re.finditer(r"<(input|select)\b", page):
        before = page[: control.start()]
        assert before.rfind("<label>") > before.rfind("</label>")
    assert all("aria-label" in one for one in elements.of("svg") if "class" in one)
    assert elements.of("html") == [{"lang": "en"}]
    headings = [int(tag[1]) for tag, _ in elements.found if re.fullmatch(r"h\d", tag)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def themes() -> list[dict[str, str]]:
    """The colours of the light theme and of the dark one."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLE.read_text("utf-8"), re.DOTALL)[:2]
    colours = [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in (light, dark)]
    return [colours[0], {**colours[0], **colours[1]}]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark"])
def test_text_can_be_read_in_every_theme(theme: dict[str, str]) -> None:
    pairs = [
        *product(("ink", "soft", "link", "error", "warning", "good"), ("paper", "raised")),
        *(("error", "error-paper"), ("warning", "warning-paper"), ("note", "note-paper"), ("mark-ink", "mark")),
    ]
    found = {(text, behind): contrast(theme[text], theme[behind]) for text, behind in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}
    assert contrast(theme["bar"], theme["raised"]) >= 3
