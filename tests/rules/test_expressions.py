"""Expressions: read or refused at their place, bound to figures of one scope, worked out on intervals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import RuleError
from claimcheck.model.finding import Finding, Severity
from claimcheck.rules import bind_expressions
from claimcheck.rules.expressions.bind import MOST_COMBINATIONS
from tests.rules.packs import load, write_pack

TOPICS = {
    "police": "{measures: [police budget], dimension: money}",
    "fire": "{measures: [fire budget], dimension: money}",
    "safety": "{measures: [safety budget], dimension: money}",
    "pupils": "{measures: [pupil], dimension: count}",
    "classes": "{measures: [class], dimension: count}",
    "class-size": "{measures: [class size], dimension: count}",
    "turnout": "{measures: [turnout], dimension: percent}",
    "voters": "{measures: [voter], dimension: count}",
    "votes": "{measures: [vote], dimension: count}",
    "salt": "{measures: [salt], dimension: mass}",
    "fee": "{measures: [fee], dimension: money/pupil}",
    "plain": "{measures: [thing]}",
}


def pack(expression: str, *, keys: str = "", head: str = "") -> str:
    topics = "".join(f"  {name}: {words}\n" for name, words in TOPICS.items())
    rule = f"  - id: t/it\n    summary: S.\n    check: expression\n    expression: {expression}\n{keys}"
    return write_pack(f"pack: t\n{head}topics:\n{topics}rules:\n{rule}", "t.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(expression: str, *texts: str, keys: str = "", head: str = "") -> Sequence[Finding]:
    named = {f"{number}.txt": text for number, text in enumerate(texts, start=1)}
    return claimcheck.check(named, rules=[pack(expression, keys=keys, head=head)]).findings


BUDGETS = "The police budget is $88 million. The fire budget is $61 million. The safety budget is ${} million."


@pytest.mark.parametrize(
    ("expression", "text", "message"),
    [
        ("police + fire == safety", BUDGETS.format(149), None),
        # Rounded figures make 148 to 151 million, and 151 itself allows 150.5.
        ("police + fire == safety", BUDGETS.format(151), None),
        ("police + fire == safety", BUDGETS.format(152), "police + fire is $149 million, but safety is $152 million"),
        ("safety == sum(police, fire)", BUDGETS.format(148), None),
        ("safety == sum(police, fire)", BUDGETS.format(147), "safety is $147 million, but sum(police, fire) is $149"),
        ("safety - police == fire", BUDGETS.format(159), "safety - police is $71 million, but fire is $61 million"),
        ("police <= fire", BUDGETS.format(1), "police is $88 million, more than fire, $61 million"),
        ("fire <= police", BUDGETS.format(1), None),
        ("fire >= police", BUDGETS.format(1), "fire is $61 million, less than police, $88 million"),
        ("fire > police", BUDGETS.format(1), "fire is $61 million, not more than police"),
        ("police < fire", BUDGETS.format(1), "police is $88 million, not less than fire"),
        ("police <= 80 million dollars", BUDGETS.format(1), "police is $88 million, more than 80 million dollars"),
        ("police <= $87,500,000", BUDGETS.format(1), None),
        ("police <= $87,499,999", BUDGETS.format(1), "police is $88 million, more than $87,499,999"),
        ("police == $87 million", BUDGETS.format(1), "police is $88 million, not $87 million"),
        ("police == 88 million euros", BUDGETS.format(1), None),
        ("max(police, fire) <= min(safety, police)", BUDGETS.format(70), "max(police, fire) is $88 million, more than"),
        ("max(police, fire) <= min(safety, police)", BUDGETS.format(90), None),
        ("-police + safety == fire", BUDGETS.format(149), None),
        ("2 * (police + fire) == safety", BUDGETS.format(298), None),
        ("2 * (police + fire) == safety", BUDGETS.format(250), "2 * (police + fire) is $298 million"),
        ("police / safety <= 50%", BUDGETS.format(149), "police / safety is 59.06%, more than 50%"),
        ("20% <= fire / safety <= 45%", BUDGETS.format(149), None),
        ("45% <= fire / safety <= 60%", BUDGETS.format(149), "fire / safety is 40.94%, less than 45%"),
        (
            "police == 2 * fire",
            "The police budget is over $10 million. The fire budget is $3 million.",
            "police is over",
        ),
        ("police == 3 * fire", "The police budget is over $10 million. The fire budget is about $4 million.", None),
    ],
)
def test_money(expression: str, text: str, message: str | None) -> None:
    findings = check(expression, text)
    assert [finding.severity for finding in findings] == ([] if message is None else [Severity.ERROR])
    assert all(message in finding.message for finding in findings if message)


@pytest.mark.parametrize(
    ("expression", "text", "fits"),
    [
        ("pupils / classes == class-size", "There are 600 pupils in 25 classes. The class size is 24.", True),
        ("pupils / classes == class-size", "There are 612 pupils in 25 classes. The class size is 30.", False),
        ("votes / voters == turnout", "Of 8,000 voters we counted 4,811 votes. Turnout was 60.1 percent.", True),
        ("votes / voters == turnout", "Of 8,412 voters we counted 4,811 votes. Turnout was 60.1 percent.", False),
        ("turnout <= 100%", "Turnout was 101 percent.", False),
        ("turnout <= 100%", "Turnout was 100 percent.", True),
        ("turnout + 5% <= 100%", "Turnout was 97 percent.", False),
        ("salt <= 2,000 kilograms", "We spread 3 tonnes of salt.", False),
        ("salt <= 2,000 kilograms", "We spread 2 tonnes of salt.", True),
        (
            "pupils * fee == police",
            "There are 650 pupils. The fee is $40 per pupil. The police budget is $26,000.",
            True,
        ),
        (
            "pupils * fee == police",
            "There are 650 pupils. The fee is $40 per pupil. The police budget is $62,000.",
            False,
        ),
        # A divisor that may be zero decides nothing.
        ("pupils / classes <= 30", "There are 600 pupils in fewer than 5 classes.", True),
    ],
)
def test_counts_shares_and_rates(expression: str, text: str, fits: bool) -> None:
    assert (check(expression, text) == ()) is fits


def test_shows_every_step() -> None:
    [finding] = check("police + fire == safety", BUDGETS.format(194))
    assert finding.steps == (
        "police: $88 million allows $87.5–89 million",
        "fire: $61 million allows $60.5–62 million",
        "safety: $194 million allows $193.5–195 million",
        "police + fire = $148–151 million",
        "no values satisfy police + fire == safety",
    )
    assert [(item.role, item.figure) for item in finding.evidence] == [
        ("police", "$88 million"),
        ("fire", "$61 million"),
        ("safety", "$194 million"),
    ]
    assert finding.suggestion == "$149 million would fit"
    assert finding.gap == "$45 million"


@pytest.mark.parametrize(
    ("expression", "total", "confirmed"),
    [("police + fire == safety", 149, True), ("police + fire == safety", 194, False), ("police <= safety", 149, False)],
)
def test_an_equation_that_holds_is_a_confirmation(expression: str, total: int, confirmed: bool) -> None:
    report = claimcheck.check({"1.txt": BUDGETS.format(total)}, rules=[pack(expression)])
    messages = [item.message for item in report.confirmations]
    assert messages == (["$88 million, $61 million and $149 million fit as the rule demands"] if confirmed else [])


def test_a_limit_suggests_no_digits() -> None:
    [finding] = check("police <= $50 million", BUDGETS.format(1))
    assert finding.suggestion == ""


def test_a_message_names_the_figures() -> None:
    keys = '    message: "{police} and {fire} are not {safety}: {message}"\n'
    [finding] = check("police + fire == safety", BUDGETS.format(194), keys=keys)
    assert finding.message.startswith("$88 million and $61 million are not $194 million: police + fire is $149 million")


def test_a_clash_of_hedges_only_is_a_note() -> None:
    text = "The police budget is over $10 million. The fire budget is over $50 million."
    [finding] = check("police == fire", text)
    assert finding.severity is Severity.NOTE


def test_exact_tolerance_forgives_no_rounding() -> None:
    keys = "    tolerance: exact\n"
    assert len(check("police + fire == safety", BUDGETS.format(150), keys=keys)) == 1
    assert check("police + fire == safety", BUDGETS.format(149), keys=keys) == ()


POLICE = "In {}, the police budget was $88 million. "
FIRE = "In {}, the fire budget was $61 million. "
SAFETY = "In 2021, the safety budget was $10 million."
YEARS = POLICE + FIRE + SAFETY


@pytest.mark.parametrize(
    ("text", "keys", "severities"),
    [
        (YEARS.format(2021, 2021), "", ["error"]),
        # What is said for two years is not added up, unless the rule says that it may be.
        (YEARS.format(2021, 2022), "", []),
        (YEARS.format(2021, 2022), "    where: {same: [entity]}\n", ["error"]),
        # Where one leaves its year unsaid, it is a warning.
        (
            POLICE.format(2021) + "BO: The fire budget is $61 million. The safety budget is $10 million.",
            "",
            ["warning"],
        ),
        # Denied and supposed figures are no claims.
        (BUDGETS.format(10).replace("is $88", "is not $88"), "", []),
        (
            BUDGETS.format(10).replace(
                "The police budget is $88 million", "If the police budget were $88 million, fine"
            ),
            "",
            [],
        ),
        # A change of a budget is no budget.
        (BUDGETS.format(10).replace("police budget is $88", "police budget rose by $88"), "", []),
    ],
)
def test_binds_figures_of_one_scope(text: str, keys: str, severities: list[str]) -> None:
    assert [str(finding.severity) for finding in check("police + fire == safety", text, keys=keys)] == severities


@pytest.mark.parametrize(("within", "found"), [("sentence", 0), ("turn", 0), ("document", 0), ("corpus", 1), (None, 0)])
def test_binds_within_a_document_unless_told(within: str | None, found: int) -> None:
    keys = f"    where: {{within: {within}}}\n" if within else ""
    texts = ("The police budget is $88 million.", "The fire budget is $61 million. The safety budget is $10 million.")
    assert len(check("police + fire == safety", *texts, keys=keys)) == found


def test_binds_no_figures_of_two_entities() -> None:
    text = "The police budget of Norden is $88 million. The fire budget of {} is $10 million."
    head = "entities: {norden: {names: [Norden]}, sunden: {names: [Sunden]}}\n"
    assert len(check("police == fire", text.format("Norden"), head=head)) == 1
    assert check("police == fire", text.format("Sunden"), head=head) == ()


def test_where_selects_speakers_and_documents() -> None:
    text = "ANNA: The police budget is $88 million. The fire budget is $10 million."
    assert len(check("police == fire", text, keys="    where: {speaker: Anna, document: '1.*'}\n")) == 1
    assert check("police == fire", text, keys="    where: {speaker: Bo}\n") == ()
    assert check("police == fire", text, keys="    where: {document: '2.*'}\n") == ()


def budgets(years: Sequence[int], topic: str) -> str:
    return " ".join(f"In {year}, the {topic} budget was ${year % 89 + 10} million." for year in years)


def test_combinations_grow_with_the_figures_and_not_with_their_product() -> None:
    rules = load(pack("police == 1.001 * fire", keys="    where: {within: corpus, same: []}\n"))
    numbers = []
    for many in (20, 40):
        years = range(1900, 1900 + many)
        claims = claimcheck.extract_claims(f"{budgets(years, 'police')} {budgets(years, 'fire')}")
        numbers.append(len(bind_expressions(claims, rules)))
    assert numbers == [20 * MOST_COMBINATIONS, 40 * MOST_COMBINATIONS]


def test_finds_the_figure_of_its_year_however_far_off() -> None:
    years = list(range(1920, 1980))
    text = f"{budgets(years, 'police')} {budgets(years, 'fire')}"
    said = "In 1920, the fire budget was $"
    text = text.replace(f"{said}61", f"{said}16")
    [finding] = check("police == fire", text)
    assert {item.quote[:8] for item in finding.evidence} == {"In 1920,"}


BROKEN = [
    ("police + fire", 13, "compares two sides", "police + fire == ..."),
    ("police + == fire", 9, 'unexpected "=="', "topics, numbers"),
    ("police fire == safety", 7, 'unexpected "fire"', "put a sign between"),
    ("police + (fire == safety", 15, 'unexpected "=="', ""),
    ("police == (fire + safety", 10, "this bracket is not closed", 'add ")"'),
    ("police == fire)", 14, 'unexpected ")"', ""),
    ("police == fire +", 16, "ends too early", "missing here"),
    ("polise == fire", 0, 'no topic "polise"', 'did you mean "police"?'),
    ("police-fire == safety", 0, 'no topic "police-fire"', '"police - fire"'),
    ("safety-5 == police", 0, 'no topic "safety-5"', '"safety - 5"'),
    ("zzz == police", 0, 'no topic "zzz"', "expected one of: class-size, classes"),
    ("police = fire", 7, '"=" does not belong', '"=="'),
    ("police != fire", 7, '"!=" does not belong', "what must hold"),
    ("police ** 2 == fire", 7, '"**" does not belong', "a * a"),
    ("police // 2 == fire", 7, '"//" does not belong', '"/"'),
    ("police × 2 == fire", 7, '"×" does not belong', '"*"'),
    ("police ≤ fire", 7, '"≤" does not belong', '"<="'),
    ("police == fire and police == safety", 15, 'unexpected "and"', "several rules"),
    ("avg(police, fire) == safety", 0, 'no function "avg"', "max, min, sum"),
    ("__import__(os) == police", 0, 'no function "__import__"', ""),
    ("police.real == fire", 0, 'no topic "police.real"', 'did you mean "police"'),
    ("police[0] == fire", 6, '"[0" does not belong', ""),
    ("'police' == fire", 0, '"\'police" does not belong', ""),
    ("lambda == fire", 0, 'no topic "lambda"', ""),
    ("5 == 5", 0, "names at least one topic", ""),
    ("police == 5000 dolars", 10, '"5000 dolars" is not read', 'a count has no unit: "5000"'),
    ("pupils == 12 pupils", 10, '"12 pupils" is not read', '"12"'),
    ("pupils == 1e9", 10, '"1e9" does not belong', ""),
    ("police / 0 == fire", 7, "divides by zero", ""),
    ("police == pupils", 7, "police is money, pupils is a bare number: == cannot compare", "check the dim"),
    ("police == 5000", 7, "police is money, 5000 is a bare number", "5000 dollar"),
    ("police == salt", 7, "police is money, salt is mass", "check the dimensions"),
    ("police + pupils == fire", 7, "police is money, pupils is a bare number: + cannot take both", ""),
    ("sum(police, salt) == fire", 0, "police is money, salt is mass: sum cannot take both", ""),
    ("police * fire == safety", 14, "police * fire is money^2, safety is money", ""),
    ("pupils / police == fire", 16, "pupils / police is 1/money, fire is money", ""),
    ("salt / classes == 5", 15, "salt / classes is mass, 5 is a bare number", "give it a unit"),
    ("turnout <= 100", 8, "turnout is a percentage, 100 is a bare number", "5%"),
    ("plain == fire", 0, 'topic "plain" has no dimension', "dimension: money"),
    ("police == 5 dollars + 5 euros", 20, "5 dollars is money:dollar, 5 euros is money:euro: + cannot", ""),
    ("(" * 30 + "police" + ")" * 30 + " == fire", 20, "more than 20 deep", "several rules"),
    ("police == " + "1" * 40, 10, "more than 30 digits", ""),
    ("police == fire" + " + fire" * 100, 0, "714 characters; at most 500", "several rules"),
    (
        "police + fire + safety + pupils + classes + class-size + turnout + votes + voters == salt",
        0,
        "10 topics; at most 8",
        "",
    ),
]


@pytest.mark.parametrize(("expression", "at", "message", "hint"), BROKEN)
def test_a_wrong_expression_is_refused_at_its_place(expression: str, at: int, message: str, hint: str) -> None:
    written = f'"{expression}"'
    with pytest.raises(RuleError) as caught:
        load(pack(written))
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    start = len("    expression: ") + len('"')
    line = len(TOPICS) + 7
    assert str(error.place) == f"t.yaml:{line}:{start + at + 1}"


@pytest.mark.parametrize(
    ("written", "column"),
    [("polise == fire", 17), ('"polise == fire"', 18), ("'polise == fire'", 18)],
)
def test_the_place_counts_quotes(written: str, column: int) -> None:
    with pytest.raises(RuleError) as caught:
        load(pack(written))
    assert caught.value.place
    assert caught.value.place.column == column


GROUPS = """\
entities:
  ports: {names: [our ports, the league], members: [Lund, ystad, malmo]}
  lund: {names: [Lund]}
  ystad: {names: [Ystad, the eastern port]}
  malmo: {names: [Malmo]}
  lone: {names: [the lone]}
"""
PORTS = (
    "The salt of Lund was {} tonnes. The salt of the eastern port was {} tonnes, and the salt of Malmo was 31 tonnes."
)


@pytest.mark.parametrize(
    ("expression", "text", "message"),
    [
        ("sum(salt of ports) <= 60 tonnes", PORTS.format(12, 15), None),
        (
            "sum(salt of ports) <= 60 tonnes",
            PORTS.format(21, 15),
            "sum(salt of ports) is 67 tonnes, more than 60 tonnes",
        ),
        (
            "max(salt of ports) <= 30 tonnes",
            PORTS.format(12, 15),
            "max(salt of ports) is 31 tonnes, more than 30 tonnes",
        ),
        ("min(salt of ports) >= 10 tonnes", PORTS.format(12, 15), None),
        (
            "min(salt of ports) >= 20 tonnes",
            PORTS.format(12, 25),
            "min(salt of ports) is 12 tonnes, less than 20 tonnes",
        ),
        # A member without a figure leaves the sum open.
        ("sum(salt of ports) <= 20 tonnes", "The salt of Lund was 12 tonnes. The salt of Malmo was 31 tonnes.", None),
        # Figures for two years are no sum.
        (
            "sum(salt of ports) <= 20 tonnes",
            "In 2019 the salt of Lund was 12 tonnes. In 2020 the salt of Ystad was 15 tonnes. In 2021 the salt of Malmo"
            " was 31 tonnes.",
            None,
        ),
    ],
)
def test_sums_over_the_members_of_a_group(expression: str, text: str, message: str | None) -> None:
    findings = check(expression, text, head=GROUPS)
    assert [finding.message for finding in findings] == ([message] if message else [])


def test_a_sum_over_members_names_each_of_them() -> None:
    [finding] = check("sum(salt of ports) <= 60 tonnes", PORTS.format(21, 15), head=GROUPS)
    assert [(one.role, one.figure) for one in finding.evidence] == [
        ("salt of Lund", "21 tonnes"),
        ("salt of Ystad", "15 tonnes"),
        ("salt of Malmo", "31 tonnes"),
    ]


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ("sum(salt of prots) <= 60 tonnes", 'no entity "prots"', 'did you mean "ports"?'),
        ("sum(salt of lone) <= 60 tonnes", 'entity "lone" has no members', "members"),
        ("sum(slat of ports) <= 60 tonnes", 'no topic "slat"', 'did you mean "salt"?'),
        ("sum(salt of ports, police) <= 60 tonnes", 'unexpected ","', "an expression has"),
        ("sum(salt of ports <= 60 tonnes", 'unexpected "<="', "an expression has"),
        ("salt of ports <= 60 tonnes", 'unexpected "of"', "put a sign"),
        ("sum(salt of ports) <= police", "salt of ports", "dimensions"),
    ],
)
def test_refuses_a_sum_over_members_that_is_none(expression: str, message: str, hint: str) -> None:
    with pytest.raises(RuleError) as error:
        load(pack(expression, head=GROUPS))
    assert message in str(error.value)
    assert hint in str(error.value.hint)
