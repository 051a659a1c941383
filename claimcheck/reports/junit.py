"""The report as JUnit XML: a suite a rule, a failed case a finding, for whatever shows test results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.reports.places import path_of
from claimcheck.reports.safe import printable
from claimcheck.reports.terminal import render_finding
from claimcheck.reports.view import View
from claimcheck.reports.words import in_order, reading, understanding, verdict

NO_XML = re.compile("[\ufffe\uffff]")


def render_junit(report: Report, view: View) -> str:
    """The findings from `view.show` up as failures; a rule without any is one case that passes."""
    shown = in_order(report.at_least(view.show))
    rules = sorted({*report.rules, *(finding.rule for finding in shown)})
    root = ElementTree.Element("testsuites", name="claimcheck")
    cases = [_suite(root, rule, [one for one in shown if one.rule == rule], view) for rule in rules]
    root.set("tests", str(sum(cases)))
    root.set("failures", str(len(shown)))
    told = ElementTree.SubElement(root, "properties")
    for name, value in (
        ("verdict", verdict(report)),
        ("reading", reading(report)),
        ("understanding", understanding(report)),
    ):
        ElementTree.SubElement(told, "property", name=name, value=_xml(value))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(root: ElementTree.Element, rule: str, findings: Sequence[Finding], view: View) -> int:
    """Add the suite of a rule; the number of its cases."""
    cases = max(1, len(findings))
    suite = ElementTree.SubElement(
        root, "testsuite", name=_xml(rule), tests=str(cases), failures=str(len(findings)), errors="0", skipped="0"
    )
    if not findings:
        ElementTree.SubElement(suite, "testcase", classname=_xml(rule), name="no findings")
    for finding in findings:
        first = finding.evidence[0]
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=_xml(rule),
            name=_xml(f"{finding.message} [{finding.fingerprint}]"),
            file=_xml(path_of(first.file)),
        )
        if not first.landmark:
            case.set("line", str(first.line))
        failure = ElementTree.SubElement(case, "failure", type=finding.severity.value, message=_xml(finding.message))
        failure.text = NO_XML.sub("\ufffd", render_finding(finding, view.width))
    return cases


def _xml(text: str) -> str:
    """Printable text without the two characters that no XML may hold."""
    return NO_XML.sub("\ufffd", printable(text))
