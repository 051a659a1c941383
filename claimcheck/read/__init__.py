"""From files to documents: every form a transcript comes in, with each character's place in the file.

documents, skipped = read_paths(["talks/", "minutes.md"])
documents = read_text("talk.txt", "ANNA: We sold 12 buses.")
"""

from claimcheck.read.reading import read_paths, read_text
from claimcheck.read.registry import Reader, readers
from claimcheck.read.settings import Columns, ReadSettings

__all__ = ["Columns", "ReadSettings", "Reader", "read_paths", "read_text", "readers"]
