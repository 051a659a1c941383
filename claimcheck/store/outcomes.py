"""What whole checks came to, so that one that is asked again need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from pydantic import ConfigDict, TypeAdapter

from claimcheck.model.document import Document
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.report import Report
from claimcheck.store.database import Database

# The latest are kept; what comes before is forgotten, so that the file does not grow for ever.
MOST_KEPT = 20
# Begins the digest that stands for the text of a document's file; no text begins so.
SAME_TEXT = "\x00sha256:"


class Outcomes:
    """The reports of earlier checks, by all that they depend on; files come as {name: content}."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, files: Mapping[str, str]) -> str:
        """One digest of all that a check of these files is compared with."""
        asked = """
            SELECT coalesce(sha256(string_agg(sha256(concat_ws(chr(10), file, content, basis)), '' ORDER BY file)), '')
            FROM files WHERE listed
            AND file NOT IN (SELECT unnest(?::VARCHAR[])) AND content NOT IN (SELECT unnest(?::VARCHAR[]))
        """
        [[state]] = self._database.ask(asked, [list(files), list(files.values())])
        return str(state)

    def recall(self, question: str, files: Mapping[str, str]) -> Report | None:
        """The report that answered a question, with all that the formats of reports tell; None if there is none.

        Of its documents only what stands in reports is kept, of its claims those that findings cite.
        """
        for text, digest in self._database.ask("SELECT report, digest FROM outcomes WHERE question = ?", [question]):
            if _digest(text) == digest:
                [report] = _reports().validate_json(text)
                return self._with_texts(report, files)
        return None

    def keep(self, question: str, report: Report, files: Mapping[str, str]) -> None:
        """Remember a report in place of what was known, but for one with halves of characters, as odd names have."""
        try:
            text = _reports().dump_json((self._without_texts(_bare(report), files),)).decode()
        except ValueError:
            return
        with self._database.remembering(), self._database.transaction():
            self._database.ask("DELETE FROM outcomes WHERE question = ?", [question])
            [[last]] = self._database.ask("SELECT coalesce(max(number), 0) FROM outcomes")
            row = [question, text, _digest(text), last + 1]
            self._database.ask("INSERT INTO outcomes VALUES (?, ?, ?, ?)", row)
            self._database.ask("DELETE FROM outcomes WHERE number <= ?", [last + 1 - MOST_KEPT])

    def check(self) -> list[str]:
        """What is wrong with them, a line each."""
        wrong = []
        for question, text, digest in self._database.ask(
            "SELECT question, report, digest FROM outcomes ORDER BY number"
        ):
            name = f"outcome {question[:12]}"
            if _digest(text) != digest:
                wrong.append(f"{name}: is not what was written")
                continue
            try:
                _reports().validate_json(text)
            except ValueError as error:
                wrong.append(f"{name}: cannot be read: {str(error).splitlines()[0]}")
        return wrong

    def _with_texts(self, report: Report, files: Mapping[str, str]) -> Report | None:
        """The report with the texts of its files, which the archive has once; None where one is no longer there."""
        left_out = [one for one in report.documents if one.text.startswith(SAME_TEXT)]
        texts = {SAME_TEXT + _digest(text): text for text in self._texts_of(left_out, files)}
        if any(one.text not in texts for one in left_out):
            return None
        documents = (replace(one, text=texts.get(one.text, one.text)) for one in report.documents)
        return replace(report, documents=tuple(documents))

    def _without_texts(self, report: Report, files: Mapping[str, str]) -> Report:
        """The report with digests in place of the texts that the archive has, too."""
        known = set(self._texts_of([one for one in report.documents if one.text], files))
        documents = (
            replace(one, text=SAME_TEXT + _digest(one.text)) if one.text in known else one for one in report.documents
        )
        return replace(report, documents=tuple(documents))

    def _texts_of(self, documents: Iterable[Document], files: Mapping[str, str]) -> list[str]:
        """The texts that the archive has of the files of these, all found at one go: each costs a walk through all."""
        named = sorted({document.file for document in documents})
        if not named:
            return []
        asked = "SELECT file, content, text FROM files WHERE list_contains(?, file)"
        return [text for file, content, text in self._database.ask(asked, [named]) if files.get(file) == content]


def _bare(report: Report) -> Report:
    """A report without what no format tells: texts that no finding stands in, and claims that none cites."""
    told = (*report.findings, *report.known, *report.suppressed)
    named = {one.document for one in _evidence(told)}
    cited = {(one.file, one.start, one.end) for one in _evidence((*told, *report.confirmations))}
    documents = tuple(
        replace(
            document, text=document.text if document.name in named else "", blocks=(), turns=(), remarks=(), _lines=()
        )
        for document in report.documents
    )
    claims = tuple(claim for claim in report.claims if (claim.file, claim.quantity.start, claim.quantity.end) in cited)
    return replace(report, documents=documents, claims=claims)


def _evidence(findings: Iterable[Finding]) -> list[Evidence]:
    return [one for finding in findings for one in finding.evidence]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _reports() -> TypeAdapter[tuple[Report]]:
    return TypeAdapter(tuple[Report], config=ConfigDict(allow_inf_nan=True))
