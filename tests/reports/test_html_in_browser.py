"""The HTML report in a real browser: filters, deep links, keys, themes, and no scripts at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hostile import HOSTILE
from sample_reports import BUSES, LOOSE, TRADE, quoting, report_of

import claimcheck
from claimcheck.model.document import Document, Skipped, Stated
from claimcheck.model.finding import Suppression
from claimcheck.reports import View, render
from claimcheck.reports.drawing import draw
from tests.browser import CHROMIUM, MISSING, REQUIRED, Page, browser

pytestmark = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason=MISSING)

SHOWN = "[...document.querySelectorAll('article')].filter((one) => one.checkVisibility()).map((one) => one.id.slice(2))"
TRADE_ID, BUSES_ID, NOTE_ID = TRADE.fingerprint, BUSES.fingerprint, LOOSE.fingerprint


@pytest.fixture(scope="module")
def chromium() -> Iterator[Page]:
    with browser() as page:
        yield page


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("html") / "report.html"
    known = replace(BUSES, fingerprint="9999000099990000")
    file.write_text(render(report_of(TRADE, BUSES, LOOSE, known=(known,)), "html"), "utf-8")
    return file


@pytest.fixture
def page(chromium: Page, file: Path) -> Iterator[Page]:
    chromium.show()
    chromium.open(file)
    chromium.errors.clear()
    yield chromium
    assert chromium.errors == []


def choose(page: Page, name: str, label: str) -> None:
    """Choose an option by its text, as a user does."""
    page.run(
        f"""(() => {{ const select = document.querySelector('select[name="{name}"]');
        select.value = [...select.options].find((one) => one.text === {label!r}).value;
        select.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"""
    )


def click(page: Page, selector: str) -> None:
    page.run(f"document.querySelector({selector!r}).click()")


def test_begins_with_what_was_asked_for_and_folds_the_rest(page: Page) -> None:
    assert page.run(SHOWN) == [TRADE_ID, BUSES_ID]
    assert page.run("document.getElementById('count').value") == "4 of 4 findings"
    assert page.run("location.hash") == ""


def test_severities_are_filtered_and_remembered_in_the_address(page: Page) -> None:
    click(page, "input[value=error]")
    assert TRADE_ID not in page.run(SHOWN)
    assert page.run("location.hash") == "#severity=warning%2Cnote"
    click(page, "input[value=warning]")
    assert page.run(SHOWN) == [NOTE_ID]
    assert page.run("document.getElementById('count').value") == "1 of 4 findings"
    assert page.run("document.querySelectorAll('.contents li:not([hidden])').length") == 0


@pytest.mark.parametrize(
    ("name", "label", "hash", "found"),
    [
        ("speaker", "Bo", "#speaker=Bo", BUSES_ID),
        ("document", "docs/port.txt", "#document=docs%2Fport.txt", TRADE_ID),
        ("rule", "core/sum", "#rule=core%2Fsum", BUSES_ID),
    ],
)
def test_facets_are_filtered_and_remembered(page: Page, name: str, label: str, hash: str, found: str) -> None:
    choose(page, name, label)
    assert page.run("location.hash") == hash
    assert page.run(SHOWN)[0] == found


def test_new_and_known_findings_are_told_apart(page: Page) -> None:
    click(page, "input[value=new]")
    assert page.run(SHOWN) == ["9999000099990000"]
    click(page, "input[value=new]")
    click(page, "input[value=known]")
    assert page.run(SHOWN) == [TRADE_ID, BUSES_ID, NOTE_ID]
    assert page.run("location.hash") == "#state=new"


def test_an_address_brings_back_its_filters_and_finding(page: Page, file: Path) -> None:
    page.open(file, f"#severity=error,warning&speaker=Ilse%20Brandt&at=f-{TRADE_ID}")
    assert page.run(SHOWN) == [TRADE_ID]
    assert page.run("document.activeElement.id") == f"f-{TRADE_ID}"
    assert page.run("document.querySelector('select[name=speaker]').selectedOptions[0].text") == "Ilse Brandt"
    assert page.run("document.querySelector('input[value=note]').checked") is False


def test_a_plain_link_leads_to_a_finding_even_a_folded_one(page: Page, file: Path) -> None:
    page.open(file, f"#f-{NOTE_ID}")
    assert NOTE_ID in page.run(SHOWN)
    assert page.run("document.activeElement.id") == f"f-{NOTE_ID}"
    page.run(f"location.hash = '#f-{TRADE_ID}'; new Promise((done) => setTimeout(done, 50))")
    assert page.run("document.activeElement.id") == f"f-{TRADE_ID}"


@pytest.mark.parametrize(
    "hash", ["#%", "#at=nowhere", "#severity=&speaker=Nobody", "#f-nowhere", "#=&=&&", "#words=%E0%A4%A", "#at=count"]
)
def test_a_strange_address_does_no_harm(page: Page, file: Path, hash: str) -> None:
    page.open(file, hash)
    assert page.run("document.getElementById('count').value").endswith("of 4 findings")


def test_keys_go_through_the_findings(page: Page) -> None:
    at = "document.activeElement.id"
    page.press("j")
    assert page.run(at) == f"f-{TRADE_ID}"
    page.press("j")
    page.press("j")
    assert page.run(at) == f"f-{BUSES_ID}"
    assert page.run("location.hash") == f"#f-{BUSES_ID}"
    page.press("k")
    assert page.run(at) == f"f-{TRADE_ID}"
    top = page.run("document.activeElement.getBoundingClientRect().top")
    assert page.run("document.getElementById('filters').getBoundingClientRect().bottom") <= top < 900


def test_words_are_searched_from_the_keyboard(page: Page) -> None:
    page.press("/")
    assert page.run("document.activeElement.name") == "words"
    for key in "jail":
        page.press(key)
    assert page.run(SHOWN) == []
    page.press("Escape")
    page.press("a")
    assert page.run(SHOWN)[:2] == [TRADE_ID, BUSES_ID]
    page.press("/")
    for key in "harbour":
        page.press(key)
    assert TRADE_ID in page.run(SHOWN)
    assert BUSES_ID not in page.run(SHOWN)
    assert page.run("location.hash") == "#words=harbour"


def test_keys_can_be_switched_off(page: Page) -> None:
    click(page, "input[name=keys]")
    page.press("j")
    assert page.run("location.hash") == ""


def test_links_in_the_contents_keep_the_filters(page: Page) -> None:
    choose(page, "speaker", "Bo")
    click(page, f".contents a[href='#f-{BUSES_ID}']")
    assert page.run("location.hash") == f"#speaker=Bo&at=f-{BUSES_ID}"
    assert TRADE_ID not in page.run(SHOWN)


def test_show_all_shows_all(page: Page) -> None:
    choose(page, "speaker", "Bo")
    page.run("document.querySelector('button[type=reset]').click(); new Promise((done) => setTimeout(done, 50))")
    assert page.run("document.getElementById('count').value") == "4 of 4 findings"
    assert page.run("location.hash") == ""


def test_all_is_there_without_scripts(chromium: Page, file: Path) -> None:
    chromium.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chromium.open(file, f"#f-{BUSES_ID}")
        assert chromium.run("getComputedStyle(document.getElementById('filters')).display") == "none"
        assert chromium.run(SHOWN) == [TRADE_ID, BUSES_ID]
        assert chromium.run("document.querySelector('article:target').id") == f"f-{BUSES_ID}"
    finally:
        chromium.send("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("dark", [False, True])
def test_the_theme_follows_the_system(page: Page, dark: bool) -> None:
    page.show(dark=dark)
    colour = page.run("getComputedStyle(document.body).backgroundColor")
    parts = [int(part) for part in re.findall(r"\d+", colour)]
    assert (max(parts) < 60) is dark


@pytest.mark.parametrize("width", [320, 390, 800, 1600])
def test_no_width_makes_the_page_scroll_sideways(page: Page, width: int) -> None:
    page.show(width=width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.show(media="print")
    assert page.run("getComputedStyle(document.getElementById('filters')).display") == "none"


TALK = """\
ANNA: The reserve stands at $38 million. The town leased 12 buses. Another 7 are being built. Those 20 buses go north.
BO: The reserve stands at $38 billion. The trail will be 8 kilometres long, that is, 12 miles, and lit.
"""


@pytest.mark.parametrize("width", [320, 1600])
def test_every_figure_of_a_drawing_can_be_seen(chromium: Page, tmp_path: Path, width: int) -> None:
    report = claimcheck.check({"talk.txt": TALK})
    file = tmp_path / "report.html"
    file.write_text(render(report, "html"), "utf-8")
    chromium.show(width=width)
    chromium.open(file)
    sizes = chromium.run(
        "[...document.querySelectorAll('.dot')].map((one) => one.getBoundingClientRect())"
        ".map((box) => [box.width, box.left, innerWidth - box.right])"
    )
    assert len(sizes) == sum(len(axis.bars) for finding in report.findings for axis in draw(finding))
    assert all(dot >= 8 and left > 0 and right > 0 for dot, left, right in sizes)
    assert "logarithmic axis" in chromium.run("document.querySelector('main').innerText")


def test_printed_pages_are_full_and_part_no_heading_from_its_quote(chromium: Page, tmp_path: Path) -> None:
    report = claimcheck.check({f"talk{number}.txt": f"{TALK}That was talk {number}." for number in range(6)})
    report = replace(
        report, findings=tuple(replace(one, fingerprint=f"{n:x}") for n, one in enumerate(report.findings))
    )
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    file.write_text(render(report, "html"), "utf-8")
    chromium.show()
    chromium.open(file)
    chromium.print(printed)
    with pypdfium2.PdfDocument(printed) as pdf:
        assert len(pdf) > 3
        for page in list(pdf)[1:-1]:
            text = page.get_textpage()
            bottoms = [text.get_rect(index)[1] for index in range(text.count_rects())]
            # Below them stands the number of the page alone.
            lowest = min(bottom for bottom in bottoms if bottom > page.get_height() * 0.06)
            assert lowest < page.get_height() * 0.45
            lines = text.get_text_bounded().split()
            assert "core/" not in lines[-6:]


@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_text_is_shown_and_does_nothing(chromium: Page, tmp_path: Path, quote: str) -> None:
    def tree(text: str) -> object:
        words = {"message": text, "suggestion": text, "steps": (text,), "why": (text,), "alternatives": (text,)}
        finding = quoting(text, **words)
        speaking = replace(finding.evidence[0], speaker=text, file=text, reading=text, date=text)
        finding = replace(finding, evidence=(speaking, finding.evidence[1]))
        silent = replace(finding, suppression=Suppression(text, text), fingerprint="a")
        known = replace(finding, fingerprint="b")
        stated = Stated(text, text)
        document = Document(text, text, "", 0, 0, "text", title=stated, date=stated, place=stated)
        report = report_of(finding, confirmations=(finding,), known=(known,), suppressed=(silent,))
        report = replace(report, skipped=(Skipped(text, text, text),), documents=(document,))
        file = tmp_path / "hostile.html"
        file.write_text(render(report, "html", View()), "utf-8")
        chromium.open(file)
        return chromium.run("[...document.querySelectorAll('*')].map((one) => [one.tagName, one.getAttributeNames()])")

    chromium.errors.clear()
    assert tree(quote) == tree("just 5% here")
    assert chromium.errors == []
