"""The archive gives back what it was given, replaces as a whole, and says what is wrong."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from claimcheck.errors import ArchiveError
from claimcheck.memory import reach
from claimcheck.model.document import Skipped
from claimcheck.model.extract import Reading
from claimcheck.model.settings import DEFAULT_UNITS
from claimcheck.read import ReadSettings
from claimcheck.store import Archive, open_archive
from claimcheck.study import FileStudy
from tests.command_line import write

BASIS = '{"claimcheck": "1"}'
TEXTS = (
    "2023-05-10\n\nMS BERG: Over five tons of milk, and 35–40% of it by rail. Anna’s fund holds about $1.5bn «today».",
    "ANNA: We bought 12 buses at 4.50 euros a day in 2022.\n\nBO: Ten degrees below zero. A half of a third: ⅙.",
    "Nothing to count here at all.",
    "speaker,text,document\nBo,We sold 40 trams last year.,one\nAnna,He sold 4 trams.,two\n",
)


def read(name: str, text: str) -> Reading:
    return FileStudy(ReadSettings(), DEFAULT_UNITS)(write(name, text))


def remembered(archive: Archive, *files: str) -> list[Reading]:
    return list(archive.recall(files))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_recalled_is_what_was_kept(text: str) -> None:
    reading = read("talk.csv" if text.startswith("speaker,") else "talk.txt", text)
    assert reading.extracts
    with open_archive("a.duckdb") as archive:
        archive.keep([reading], BASIS, reach)
    with open_archive("a.duckdb") as archive:
        assert remembered(archive, reading.file) == [reading]
        assert archive.check() == []


@pytest.mark.usefixtures("folder")
def test_what_was_left_out_is_remembered_with_its_reason() -> None:
    reading = Reading("rede.txt", "0" * 64, (), (Skipped("rede.txt", "is not English", "hint"),))
    with open_archive("a.duckdb") as archive:
        archive.keep([reading], BASIS, reach)
        assert remembered(archive, "rede.txt") == [reading]


@pytest.mark.usefixtures("folder")
def test_a_changed_file_replaces_itself_and_stays_listed() -> None:
    before, after = read("a.txt", "We bought 12 buses."), read("a.txt", "We bought 13 buses.")
    other = read("b.txt", "We bought 14 trams.")
    with open_archive("a.duckdb") as archive:
        archive.keep([before], BASIS, reach)
        archive.enlist(["a.txt"], reach)
        archive.keep([after, other], BASIS, reach)
        assert remembered(archive, "a.txt") == [after]
        assert {kept.file: kept.listed for kept in archive.files()} == {"a.txt": True, "b.txt": False}
        archive.remove(["a.txt"])
        assert [kept.file for kept in archive.files()] == ["b.txt"]


@pytest.mark.usefixtures("folder")
def test_readings_are_kept_all_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = read("a.txt", "We bought 12 buses."), read("b.txt", "We bought 14 trams.")
    with open_archive("a.duckdb") as archive:
        archive.keep([good], BASIS, reach)
        ask = archive._ask

        def fail_on_b(query: str, values: Sequence[object] = ()) -> list[object]:
            if query.startswith("INSERT") and values[0] == "b.txt":
                raise ArchiveError("no room")
            return ask(query, values)

        monkeypatch.setattr(archive, "_ask", fail_on_b)
        changed = read("a.txt", "We bought 13 buses.")
        with pytest.raises(ArchiveError):
            archive.keep([changed, bad], BASIS, reach)
        monkeypatch.undo()
        assert remembered(archive, "a.txt", "b.txt") == [good]


@pytest.mark.usefixtures("folder")
def test_a_name_that_is_no_text_is_not_remembered() -> None:
    reading = Reading("\udcff.txt", "0" * 64)
    with open_archive("a.duckdb") as archive:
        archive.keep([reading], BASIS, reach)
        assert archive.files() == []


@pytest.mark.usefixtures("folder")
def test_files_that_share_rare_words_and_figures_are_reached_first() -> None:
    talks = [f"The town bought {number} {what}." for number, what in ((12, "trams"), (40, "harps"), (12, "boats"))]
    readings = [read(f"{number}.txt", talk) for number, talk in enumerate(talks)]
    new = read("new.txt", "The town bought 13 harps.")

    def reached(archive: Archive) -> list[str]:
        return [one.file for one in archive.reached(reach(new), ["new.txt"], [])]

    with open_archive("a.duckdb") as archive:
        archive.keep([*readings, new], BASIS, reach)
        archive.enlist([reading.file for reading in [*readings[:2], new]], reach)
        assert reached(archive) == ["1.txt", "0.txt"]
        archive.reindex("2", lambda reading: {7})
        assert reached(archive) == ["0.txt", "1.txt"]
        archive.reindex("3", reach)
        archive.keep([read("0.txt", talks[1] + " It sold 13 harps."), read("1.txt", talks[0])], BASIS, reach)
        assert reached(archive) == ["0.txt", "1.txt"]
        archive.remove(["0.txt"])
        assert reached(archive) == ["1.txt"]


@pytest.mark.usefixtures("folder")
def test_the_tables_answer_in_sql() -> None:
    with open_archive("a.duckdb") as archive:
        archive.keep([read("a.txt", TEXTS[0])], BASIS, reach)
        archive.enlist(["a.txt"], reach)
    with duckdb.connect("a.duckdb", read_only=True) as database:
        documents = database.execute("SELECT document, date, turns FROM documents").fetchall()
        claims = database.execute("SELECT figure, least, most, unit, bound FROM claims ORDER BY id").fetchall()
    assert documents == [("a.txt", date(2023, 5, 10), 2)]
    found = {figure: (Decimal(str(least)), unit, bound) for figure, least, _, unit, bound in claims}
    assert found["five tons"][1:] == ("tonne", ">")
    assert next(most for figure, _, most, *_ in claims if figure == "five tons") == float("inf")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE files SET claims = replace(claims, '12', '13')", "a.txt: is not what was written"),
        ("INSERT INTO files SELECT * FROM files", "a.txt: is there 2 times"),
    ],
)
def test_check_finds_what_was_changed_behind_its_back(change: str, told: str) -> None:
    with open_archive("a.duckdb") as archive:
        archive.keep([read("a.txt", "We bought 12 buses.")], BASIS, reach)
    with duckdb.connect("a.duckdb") as database:
        database.execute(change)
    with open_archive("a.duckdb") as archive:
        assert told in archive.check()


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda path: path.write_text("no database"), "cannot be opened as an archive"),
        (lambda path: path.mkdir(), "is a folder, not an archive"),
        (lambda path: duckdb.connect(str(path)).execute("CREATE TABLE t (n INT)").close(), "no archive of claimcheck"),
        (lambda path: None, "there is no such archive"),
    ],
)
def test_what_is_no_archive_is_refused(folder: Path, prepare: object, told: str) -> None:
    path = folder / "a.duckdb"
    prepare(path)  # type: ignore[operator]
    with pytest.raises(ArchiveError, match=told) as raised, open_archive(path, make=False):
        pass
    assert raised.value.place
    assert raised.value.hint


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(ArchiveError, match="cannot be made"), open_archive(folder / "file" / "a.duckdb"):
        pass


@pytest.mark.usefixtures("folder")
def test_an_archive_of_another_version_is_refused() -> None:
    with open_archive("a.duckdb"):
        pass
    with duckdb.connect("a.duckdb") as database:
        database.execute("UPDATE meta SET value = '0'")
    with pytest.raises(ArchiveError, match="another version"), open_archive("a.duckdb"):
        pass


def test_an_archive_has_its_name_only_when_it_has_its_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is ended while it makes one leaves nothing that the next run would have to read."""

    def end(source: object, target: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.link", end)
        with pytest.raises(KeyboardInterrupt), open_archive(Path("new.duckdb")):
            pass
    assert not list(folder.glob("new*"))
    with open_archive(Path("new.duckdb")) as archive:
        assert archive.files() == []
    assert [file.name for file in folder.glob("new*")] == ["new.duckdb"]


def test_an_archive_is_made_where_files_have_one_name_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("os.link", refuse)
    with open_archive(Path("new.duckdb")) as archive:
        archive.keep([read("a.txt", "We leased 12 buses.")], BASIS, reach)
    with open_archive(Path("new.duckdb")) as archive:
        assert [kept.file for kept in archive.files()] == ["a.txt"]
    assert [file.name for file in folder.glob("new*")] == ["new.duckdb"]
