"""From files to documents: every form a transcript comes in, with each character's place in the file.

documents, skipped = read_paths(["talks/", "minutes.md"])
documents = read_text("talk.txt", "ANNA: We sold 12 buses.")
"""

from claimcheck.read.decoding import decode
from claimcheck.read.facts import check_fact_fields, declare_fact_columns, read_fact_rows, read_facts
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
