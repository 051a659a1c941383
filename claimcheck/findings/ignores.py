"""What remarks in transcripts ask to be kept silent, and what is wrong with those that ask in vain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from claimcheck.errors import Place
from claimcheck.model.document import Document
from claimcheck.model.remark import Complaint, Ignore, Remark

IGNORE, START, END, WHOLE_FILE = "ignore", "ignore-start", "ignore-end", "ignore-file"
VERBS = (IGNORE, START, END, WHOLE_FILE)
FORM = 'write "ignore core/sum -- why"'
# What word processors make of two hyphens is taken for them.
_REASON = re.compile(r"\s(?:--|—|–)\s")
_RULES = re.compile(r"[\s,]+")


def read_remarks(documents: Iterable[Document]) -> tuple[list[Ignore], list[Complaint]]:
    """The ignores that the documents' comments ask for, and a complaint for each comment that asks for none.

    "ignore core/sum, core/share -- counted without overseas staff" is for one line; "ignore-start" is up to
    "ignore-end", and "ignore-file" for the whole file.
    """
    ignores: list[Ignore] = []
    complaints: list[Complaint] = []
    by_file: dict[str, list[Document]] = {}
    for document in documents:
        if document.remarks:
            by_file.setdefault(document.file, []).append(document)
    for file in sorted(by_file):
        remarks = sorted((one for document in by_file[file] for one in document.remarks), key=lambda one: one.start)
        length = max(len(document.text) for document in by_file[file])
        for found in _of_file(file, remarks, length):
            if isinstance(found, Ignore):
                ignores.append(found)
            else:
                complaints.append(found)
    return ignores, complaints


def _of_file(file: str, remarks: Sequence[Remark], length: int) -> Iterator[Ignore | Complaint]:
    opened: list[tuple[Remark, tuple[str, ...], str]] = []
    for remark in remarks:
        place = Place(file, remark.line, remark.column)
        head, reason = _part_reason(remark.text)
        verb, *rules = [word for word in _RULES.split(head) if word] or [""]
        if verb not in VERBS:
            near = get_close_matches(verb, VERBS, 1)
            yield Complaint(place, f'"{verb}" is nothing to ask for', f'did you mean "{near[0]}"?' if near else FORM)
        elif verb == END:
            if not opened:
                yield Complaint(place, '"ignore-end" ends nothing', 'begin with "ignore-start core/sum -- why"')
                continue
            first, named, why = opened.pop()
            start = Place(file, first.line, first.column)
            yield Ignore(named, why, start, file=file, span=(first.end, remark.start))
        elif not rules:
            yield Complaint(place, f'"{verb}" names no rule', f"{FORM}; * is any rule")
        elif not reason:
            yield Complaint(place, f'"{verb} {" ".join(rules)}" says no reason, and is not heeded', FORM)
        elif verb == START:
            opened.append((remark, tuple(rules), reason))
        else:
            span = (0, length) if verb == WHOLE_FILE else remark.covers
            yield Ignore(tuple(rules), reason, place, file=file, span=span)
    for first, named, why in opened:
        place = Place(file, first.line, first.column)
        yield Complaint(place, '"ignore-start" never ends', 'put "ignore-end" where it does; it holds to the end')
        yield Ignore(named, why, place, file=file, span=(first.end, length))


def _part_reason(text: str) -> tuple[str, str]:
    """What is asked for, and why: "ignore core/sum -- by car" is ("ignore core/sum", "by car")."""
    head, *reason = _REASON.split(f" {text} ", maxsplit=1)
    return head.strip(), "".join(reason).strip()
