"""The archive: what files said, remembered in one DuckDB file.

with open_archive("archive.duckdb") as archive: archive.keep([reading], basis)
"""

from claimcheck.store.archive import Archive, Kept, open_archive

__all__ = ["Archive", "Kept", "open_archive"]
