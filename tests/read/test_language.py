"""Which documents are left out because they are not English, and which stay whatever they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.read import ReadSettings, part_foreign, read_paths, read_text
from claimcheck.read.language import foreign_share, languages
from tests.command_line import claimcheck as command
from tests.command_line import write

ENGLISH = (
    "ANNA BERG: We have planted 40 trees on the hill, and they are doing well. "
    "The school that was opened here has 300 pupils, which is more than we had thought. "
)
GERMAN = (
    "ANNA BERG: Wir haben auf dem Hügel 40 Bäume gepflanzt, und sie wachsen gut an. "
    "Die Schule, die wir hier eröffnet haben, hat 300 Schüler, und das sind mehr als gedacht. "
)
OTHERS = {
    "French": "Nous avons planté 40 arbres sur la colline, et ils sont en bonne santé. L'école que nous avons "
    "ouverte a 300 élèves, ce qui est plus que prévu pour cette année. ",
    "Spanish": "Hemos plantado 40 árboles en la colina, y todos están muy bien. La escuela que se abrió en el pueblo "
    "tiene 300 alumnos, y eso es más de lo que se pensaba. ",
    "Polish": "Posadziliśmy na wzgórzu 40 drzew i mają się one dobrze. Szkoła, która jest tu od roku, ma 300 uczniów, "
    "ale to nie jest tak dużo, jak się o tym mówi. ",
    "Russian": "Мы посадили на холме сорок деревьев, и они хорошо растут. "
    "В школе, которую мы открыли, триста учеников. ",
    "Japanese": "私たちは丘に木を四十本植えました。新しい学校には生徒が三百人います。みんな元気に育っています。",
}
NAMES = "Berg, Anna; Tate, Owen; Vidal, Marta; Holm, Per; de la Cruz, José; von Stein, Karl; van den Berg, Els; "


@pytest.mark.parametrize("text", [GERMAN, *OTHERS.values()], ids=["German", *OTHERS])
def test_a_long_text_in_another_language_is_left_out(text: str) -> None:
    [document] = read_text("talk.txt", text * 30)
    kept, [skipped] = part_foreign([document])
    assert kept == []
    assert skipped.file == "talk.txt"
    assert skipped.reason.startswith("is not English: ")
    assert "only English is understood" in skipped.hint


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH * 30,
        ENGLISH * 20 + GERMAN * 19,
        GERMAN,
        NAMES * 30,
        "Norville 40 12.5 300\nEast Moor 17 3.1 4,000\nLund 9 2.2 71\n" * 60,
        "42 " * 500,
        "Quarter Revenue Margin Total\nNorth South East West\n" * 60,
        "Xyq frob zzt blarp " * 100,
        "",
    ],
    ids=["English", "mixed", "short", "names", "table", "digits", "headings", "nonsense", "nothing"],
)
def test_what_is_english_short_or_no_prose_stays(text: str) -> None:
    assert foreign_share([text]) is None


def test_of_two_documents_only_the_foreign_one_is_left_out() -> None:
    documents = [*read_text("a.txt", ENGLISH * 20), *read_text("b.txt", GERMAN * 20)]
    kept, skipped = part_foreign(documents)
    assert [document.name for document in kept] == ["a.txt"]
    assert [item.file for item in skipped] == ["b.txt"]


def test_files_are_skipped_unless_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "rede.txt").write_text(GERMAN * 20, "utf-8")
    documents, skipped = read_paths([str(tmp_path)])
    assert (documents, len(skipped)) == ([], 1)
    documents, skipped = read_paths([str(tmp_path)], ReadSettings(any_language=True))
    assert (len(documents), skipped) == (1, [])


def test_texts_in_memory_are_skipped_too() -> None:
    report = claimcheck.check({"rede.txt": GERMAN * 20, "talk.txt": ENGLISH})
    assert [document.name for document in report.documents] == ["talk.txt"]
    assert [item.file for item in report.skipped] == ["rede.txt"]


@pytest.mark.usefixtures("folder")
def test_a_run_says_what_it_left_out() -> None:
    write("docs/rede.txt", GERMAN * 20)
    write("docs/talk.txt", ENGLISH)
    result = command("run", "docs")
    assert result.exit_code == 0
    assert "docs/rede.txt: skipped: is not English: less than 1% of its words" in result.stderr
    assert "skipped 1 file." in result.stdout
    assert "not English" not in command("run", "docs", "--any-language").stderr


def test_no_word_of_english_counts_for_another_language() -> None:
    table = languages()
    assert not any(table.english & words for words in table.others.values())
