"""How long the HTML report takes to filter many findings, by the browser's own clock: `make bench-html`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import claimcheck
from claimcheck.model.report import Report
from claimcheck.reports import render
from tests.browser import Page, browser

FINDINGS = 2_000
TIMES = 7
TEXT = """\
{speaker}: The town leased {a} buses. Another {b} are being built. Those {wrong} buses will serve the north.
The {topic} reserve stands at ${a} million. The {topic} reserve stands at ${a} billion.
"""
TOPICS = ("harbour", "school", "street", "library", "police", "water", "park", "housing")
# Every filter that the page has, with a change from everything to little.
FILTERS = {
    "words, first time": "type('harbour')",
    "no words": "type('')",
    "severity": "form.querySelector('input[value=error]').click()",
    "speaker": "choose(form.elements.speaker, 1)",
    "topic": "choose(form.elements.topic, 1)",
    "document": "choose(form.elements.document, 1)",
    "words": "type('reserve')",
    "show all": "(form.reset(), form.dispatchEvent(new Event('input', {bubbles: true})))",
}
SETUP = """
window.form = document.getElementById('filters');
window.choose = (select, index) => {
  select.selectedIndex = index;
  select.dispatchEvent(new Event('input', {bubbles: true}));
};
window.type = (text) => {
  form.elements.words.value = text;
  form.elements.words.dispatchEvent(new Event('input', {bubbles: true}));
};
"""
# From the event to the next frame that is painted.
CLOCK = """new Promise((done) => {{
  const start = performance.now();
  {action};
  const layout = document.body.offsetHeight;
  const script = performance.now() - start;
  requestAnimationFrame(() => setTimeout(() => done([script, performance.now() - start])));
}})"""


def make_report() -> Report:
    """A report of as many findings, with all that real ones have, over fifty speakers and files."""
    texts = {
        f"talk{number}.txt": TEXT.format(
            speaker=f"SPEAKER {chr(65 + number % 26)}",
            a=12 + number,
            b=7,
            wrong=99 + 2 * number,
            topic=TOPICS[number % 8],
        )
        for number in range(50)
    }
    report = claimcheck.check(texts)
    assert report.findings
    findings = [
        replace(report.findings[number % len(report.findings)], fingerprint=f"{number:016x}")
        for number in range(FINDINGS)
    ]
    return replace(report, findings=tuple(findings))


def measure(page: Page, file: Path) -> dict[str, tuple[float, float]]:
    """For each filter the median time until the layout is done, and until the page is painted, in milliseconds."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in FILTERS}
    for _ in range(TIMES):
        page.open(file)
        page.run(SETUP)
        for name, action in FILTERS.items():
            layout, painted = page.run(CLOCK.format(action=action))
            found[name].append((layout, painted))
    return {name: (median(one for one, _ in times), median(one for _, one in times)) for name, times in found.items()}


def main() -> None:
    """Print a table of the filters with their times."""
    load = os.getloadavg()[0]
    report = make_report()
    with TemporaryDirectory() as folder, browser() as page:
        file = Path(folder, "report.html")
        file.write_text(render(report, "html"), "utf-8")
        page.show()
        times = measure(page, file)
        print("# Filtering the HTML report\n")
        print("Made by `make bench-html`: from the event to the end of the layout, and to the next frame.\n")
        print(f"{FINDINGS:,} findings, {file.stat().st_size / 1e6:.1f} MB of HTML, median of {TIMES}; ", end="")
        print(f"{page.send('Browser.getVersion')['product']}, {os.cpu_count()} processors, ", end="")
        print(f"{load:.1f} programs at work on them when it began.\n")
    print("| filter | layout done, ms | painted, ms |\n| --- | ---: | ---: |")
    for name, (layout, painted) in times.items():
        print(f"| {name} | {layout:.0f} | {painted:.0f} |")


if __name__ == "__main__":
    main()
