"""What a machine of a cluster makes of a file: the same as this one, or why it has nothing."""

from pathlib import Path

from claimcheck.clustered import UNSEEN_HINT, FromFolder, FromStore
from claimcheck.model.settings import DEFAULT_UNITS
from claimcheck.read import ReadSettings
from claimcheck.study import FileStudy
from tests.command_line import write

STUDY = FileStudy(ReadSettings(), DEFAULT_UNITS)


def test_a_file_of_the_folder_of_the_run_reads_as_here(folder: Path) -> None:
    write("docs/a.txt", "ANNA: The town leased 12 buses.\n")
    assert FromFolder(STUDY, str(folder))("docs/a.txt", None) == STUDY("docs/a.txt")
    assert FromStore(STUDY)("docs/a.txt", Path("docs/a.txt").read_bytes()).extracts == STUDY("docs/a.txt").extracts


def test_a_file_that_only_the_machine_of_the_run_sees_is_told(folder: Path) -> None:
    [skipped] = FromFolder(STUDY, str(folder))("docs/a.txt", None).skipped
    assert (skipped.reason, skipped.hint) == ("cannot be read: No such file or directory", UNSEEN_HINT)


def test_what_spark_did_not_read_was_too_large() -> None:
    [skipped] = FromStore(STUDY)("s3a://talks/a.txt", None).skipped
    assert skipped.reason == "is larger than 64,000,000 bytes"
