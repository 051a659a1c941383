"""Reports built by hand, as small as a test needs."""

from dataclasses import replace

from claimcheck.model.document import Document, Skipped, Stated
from claimcheck.model.finding import Evidence, Finding, Severity
from claimcheck.model.report import Coverage, Report

TRADE = Finding(
    rule="core/part-of",
    severity=Severity.ERROR,
    message="a part is larger than the whole",
    evidence=(
        Evidence(
            file="docs/port.txt",
            start=140,
            end=151,
            line=4,
            column=41,
            speaker="Ilse Brandt",
            quote="Cargo through our three harbours was worth $28 million last year.",
            quote_at=43,
            figure="$28 million",
            role="whole",
            reading="[27.5, 29) million dollar",
            document="docs/port.txt",
            date="2019-03-02",
        ),
        Evidence(
            file="docs/port.txt",
            start=300,
            end=310,
            line=9,
            column=30,
            speaker="Per Holm",
            quote="The eastern harbour alone moved goods for $9 billion.",
            quote_at=42,
            figure="$9 billion",
            role="part",
            reading="[8.5, 10) billion dollar",
            document="docs/port.txt",
            date="2019-03-02",
        ),
    ),
    steps=("a part of 9 billion dollar > a whole of 28 million dollar",),
    suggestion="$28 billion would fit this and 2 other figures",
    why=("both: worth of cargo", "“our three harbours” includes the eastern harbour"),
    alternatives=("The figures may be for different periods: the period of one figure is not stated.",),
    gap="a factor of 321",
    fingerprint="00aa11bb22cc33dd",
)

BUSES_QUOTE = "The town leased 12 buses, another 7 are being built, and those 20 buses will serve the north."
BUSES = Finding(
    rule="core/sum",
    severity=Severity.WARNING,
    message="12 + 7 make 19, not 20",
    evidence=tuple(
        Evidence("docs/buses.txt", 10 + at, 10 + at + len(figure), 2, 11 + at, "Bo", BUSES_QUOTE, at, figure, role)
        for figure, role in (("20", "total"), ("12", "part"), ("7", "part"))
        for at in [BUSES_QUOTE.index(figure)]
    ),
    steps=("12 + 7 = 19", "19 < 20"),
    suggestion="19 would fit",
    gap="1",
    fingerprint="1111222233334444",
)

LOOSE = replace(
    TRADE,
    rule="core/restated",
    severity=Severity.NOTE,
    message="over 4,000 and more than 3,000 sound different",
    fingerprint="5555666677778888",
)


def quoting(quote: str, figure: str = "5%", **changes: object) -> Finding:
    """A finding whose first quote holds the text, twice the figure."""
    first = replace(TRADE.evidence[0], quote=quote, quote_at=quote.index(figure), figure=figure, reading="")
    return replace(TRADE, evidence=(first, TRADE.evidence[1]), **changes)


def report_of(*findings: Finding, **changes: object) -> Report:
    """A report on two transcripts with these findings."""
    documents = tuple(
        Document(name, name, "", 0, 0, "text", date=Stated("2019-03-02", "line 1"))
        for name in ("docs/buses.txt", "docs/port.txt")
    )
    report = Report(
        documents=documents,
        claims=(),
        findings=findings,
        confirmations=(),
        skipped=(Skipped("docs/logo.png", "not text", "images hold no speech"),),
        coverage=Coverage(52_310, 311, 290, 250, 84, 130),
        rules=("core/part-of", "core/sum"),
    )
    return replace(report, **changes)


FULL = report_of(TRADE, BUSES, LOOSE, confirmations=(replace(LOOSE, message="5,000 kilograms are 5 tonnes"),))
