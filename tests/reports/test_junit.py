from dataclasses import replace
from xml.etree import ElementTree

from sample_reports import BUSES, LOOSE, TRADE, report_of

from claimcheck.reports import render


def test_a_suite_a_rule_and_a_failure_a_finding() -> None:
    report = report_of(TRADE, BUSES, LOOSE, rules=("core/part-of", "core/period", "core/sum"))
    root = ElementTree.fromstring(render(report, "junit"))
    suites = {suite.get("name"): suite for suite in root.iter("testsuite")}
    assert list(suites) == ["core/part-of", "core/period", "core/sum"]
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    [case] = suites["core/part-of"].iter("testcase")
    [failure] = case.iter("failure")
    assert (case.get("file"), case.get("line")) == ("docs/port.txt", "4")
    assert (failure.get("type"), failure.get("message")) == ("error", TRADE.message)
    assert failure.text is not None
    assert "^^^^^^^^^^^ whole: [27.5, 29) million dollar" in failure.text
    [passed] = suites["core/period"].iter("testcase")
    assert list(passed) == []


def test_a_file_without_lines_has_none() -> None:
    finding = replace(TRADE, evidence=(replace(TRADE.evidence[0], landmark="page 3, paragraph 2"),))
    [case] = ElementTree.fromstring(render(report_of(finding, rules=()), "junit")).iter("testcase")
    assert (case.get("file"), case.get("line")) == ("docs/port.txt", None)


def test_cases_of_one_message_are_told_apart() -> None:
    root = ElementTree.fromstring(render(report_of(TRADE, BUSES), "junit"))
    names = [case.get("name") for case in root.iter("testcase")]
    assert f"{TRADE.message} [{TRADE.fingerprint}]" in names
    assert len(names) == len(set(names))
