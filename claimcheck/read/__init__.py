"""From files to documents: every form a transcript comes in, with each character's place in the file.

documents, skipped = read_paths(["talks/", "minutes.md"])
documents = read_text("talk.txt", "ANNA: We sold 12 buses.")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.deferred import deferred

if TYPE_CHECKING:
    from claimcheck.read.decoding import decode
    from claimcheck.read.facts import check_fact_fields, declare_fact_columns, read_fact_rows, read_facts
    from claimcheck.read.git import open_repository
    from claimcheck.read.history import History
    from claimcheck.read.language import part_foreign
    from claimcheck.read.loading import load_bytes
    from claimcheck.read.pieces import Gatherer, plain_block
    from claimcheck.read.reading import Readers, find_readers, name_of, read_file, read_paths, read_text
    from claimcheck.read.registry import Reader, readers
    from claimcheck.read.settings import Columns, ReadSettings
    from claimcheck.read.shaping import Known, make_document, shape_documents
    from claimcheck.read.walking import STDIN, find_files

# docs/readers.md promises these to readers of other packages.
__all__ = [
    "STDIN",
    "Columns",
    "Gatherer",
    "History",
    "Known",
    "ReadSettings",
    "Reader",
    "Readers",
    "check_fact_fields",
    "declare_fact_columns",
    "decode",
    "find_files",
    "find_readers",
    "load_bytes",
    "make_document",
    "name_of",
    "open_repository",
    "part_foreign",
    "plain_block",
    "read_fact_rows",
    "read_facts",
    "read_file",
    "read_paths",
    "read_text",
    "readers",
    "shape_documents",
]

if not TYPE_CHECKING:
    __getattr__ = deferred(
        __name__,
        {
            "Columns": "settings",
            "Gatherer": "pieces",
            "History": "history",
            "Known": "shaping",
            "ReadSettings": "settings",
            "Reader": "registry",
            "Readers": "reading",
            "STDIN": "walking",
            "check_fact_fields": "facts",
            "declare_fact_columns": "facts",
            "decode": "decoding",
            "find_files": "walking",
            "find_readers": "reading",
            "load_bytes": "loading",
            "make_document": "shaping",
            "name_of": "reading",
            "open_repository": "git",
            "part_foreign": "language",
            "plain_block": "pieces",
            "read_fact_rows": "facts",
            "read_facts": "facts",
            "read_file": "reading",
            "read_paths": "reading",
            "read_text": "reading",
            "readers": "registry",
            "shape_documents": "shaping",
        },
    )
