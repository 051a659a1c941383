"""Who is who, within a document and across documents."""

from __future__ import annotations

import itertools

import pytest

from claimcheck.model.document import Document, Speaker
from claimcheck.model.rule import Entity
from claimcheck.read import read_text
from claimcheck.turns import take_turns


def speakers(*texts: str, aliases: tuple[Entity, ...] = ()) -> list[list[Speaker]]:
    """The speakers of each text's turns."""
    documents = [read_text(f"{number}.txt", text)[0] for number, text in enumerate(texts)]
    return [_of(document) for document in take_turns(documents, aliases)]


def _of(document: Document) -> list[Speaker]:
    return [turn.speaker for turn in document.turns if turn.speaker]


def lines(*labels: str) -> str:
    return "\n".join(f"{label}: We sold buses here." for label in labels)


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Mayor Anna Berg", "Ms Berg", "Anna Berg"], ["Anna Berg"] * 3),
        (["Oleg Andreev", "Mr Andreyev"], ["Oleg Andreyev", "Oleg Andreyev"]),
        (["Resident of Norland Oleg Andreev", "Oleg Andreev"], ["Oleg Andreev", "Oleg Andreev"]),
        (["Anna Berg", "Carl Berg"], ["Anna Berg", "Carl Berg"]),
        (["Anna Berg", "Carl Berg", "Ms Berg"], ["Anna Berg", "Carl Berg", "Ms Berg"]),
        (["Mr Berg", "Ms Berg"], ["Mr Berg", "Ms Berg"]),
        (["President Anna Berg", "THE PRESIDENT"], ["Anna Berg", "Anna Berg"]),
        (
            ["President of Norland Anna Berg", "President of Soren Carl Lind", "President of Soren"],
            ["Anna Berg", "Carl Lind", "Carl Lind"],
        ),
        (["The Minister for Trams (Anna Berg)", "The Minister for Trams"], ["Anna Berg", "Anna Berg"]),
        (["Dr. A. Berg", "Anna Berg", "ANNA BERG"], ["Anna Berg"] * 3),
        (["Anna Berg", "Anna"], ["Anna Berg", "Anna Berg"]),
        (["Madam Chair", "The Chair"], ["The Chair", "The Chair"]),
        (["Admiral Polander", "ADMIRAL POLADNER"], ["Admiral Polander", "Admiral Polander"]),
    ],
)
def test_one_name_a_person(labels: list[str], names: list[str]) -> None:
    assert [speaker.name for speaker in speakers(lines(*labels))[0]] == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Here is Dr. Carl Berg.", "Carl Berg"),
        ("Carl Berg is here. Carl Berg speaks.", "Carl Berg"),
        ("I met Carl Berg.", "Dr. Berg"),
        ("I met Carl Berg, and Carl Osei.", "Dr. Berg"),
        ("Carl Berg is here. Please, Carl.", "Carl Berg"),
        ("I met Second Lady Karen Berg. Second Lady Karen Berg spoke.", "Dr. Berg"),
        ("Dr. Anthony Berg. They call him Dr. Tony Berg.", "Anthony Berg"),
    ],
)
def test_the_text_tells_the_given_name(told: str, name: str) -> None:
    assert speakers(f"DR. BERG: Thank you.\nBO LIND: {told}")[0][0].name == name


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Remarks by President Berg and Vice President Lind", ["President Berg", "Vice President Lind"]),
        ("Remarks by President Anna Berg", ["Anna Berg", "The Vice President"]),
        ("Remarks by Former President Berg", ["The President", "The Vice President"]),
        ("Remarks on Buses and Trams in Town", ["The President", "The Vice President"]),
    ],
)
def test_the_title_tells_who_holds_an_office(title: str, names: list[str]) -> None:
    (found,) = speakers(f"{title}\nMay 3, 2021\n" + lines("THE PRESIDENT", "THE VICE PRESIDENT"))
    assert [speaker.name for speaker in found] == names


def test_office_tells_whom_a_speaker_represents() -> None:
    assert speakers("President of Norland Oleg Andreev: Trade grew.")[0][0].represents == ("Norland",)


def test_declared_alias_wins() -> None:
    alias = Entity("anna", ("Anna Berg", "Annie"), represents=("Norland",))
    ((speaker,),) = speakers("Annie: Trade grew by half.", aliases=(alias,))
    assert (speaker.name, speaker.represents) == ("Anna Berg", ("Norland",))


def test_a_country_of_a_pack_is_no_alias() -> None:
    country = Entity("georgia", ("Georgia", "Georgian"), kind="country")
    assert speakers("Georgia: Trade grew by half.", aliases=(country,))[0][0].represents == ()


def test_journalists_are_anonymous() -> None:
    (found,) = speakers("Question: How many buses?\nANNA: Twelve buses.")
    assert [speaker.anonymous for speaker in found] == [True, False]


CALL = lines("Operator", "John Smith - Tram Co.")


@pytest.mark.parametrize(
    ("told", "first", "second", "one"),
    [
        ("an equal name alone", lines("John Smith", "Anna Berg"), lines("John Smith", "Bo Lind"), False),
        ("and roles in common", lines("Operator", "John Smith"), lines("Operator", "John Smith"), False),
        ("another who speaks in both", lines("John Smith", "Anna Berg"), lines("John Smith", "Anna Berg"), True),
        (
            "two surnames in both",
            lines("MR. SMITH", "DR. BERG", "MS. LIND"),
            lines("MR. SMITH", "DR. BERG", "MS. LIND"),
            True,
        ),
        ("one surname in both", lines("MR. SMITH", "DR. BERG"), lines("MR. SMITH", "DR. BERG"), False),
        ("one country", lines("President of Norland John Smith"), lines("John Smith, Norland"), True),
        ("two countries", lines("President of Norland John Smith"), lines("President of Soren John Smith"), False),
        ("one company", lines("John Smith, Tram Co."), lines("John Smith, The Tram Company"), True),
        ("two companies", lines("John Smith, Tram Co."), lines("John Smith, North Bank"), False),
        ("one public office", lines("Governor John Smith"), lines("Governor John Smith"), True),
        ("one office of a company", lines("Chief Executive John Smith"), lines("Chief Executive John Smith"), False),
        ("one surname in one office", lines("Governor Smith"), lines("Governor Smith"), False),
    ],
)
def test_across_documents_a_name_is_not_enough(told: str, first: str, second: str, one: bool) -> None:
    pairs = itertools.product(*speakers(first, second))
    smiths = [(left, right) for left, right in pairs if "Smith" in left.name and "Smith" in right.name]
    assert [left == right for left, right in smiths] == [one], told
    assert all(bool(left.known_from) != one for left, _ in smiths)


def test_documents_of_one_file_and_of_one_event_share_people() -> None:
    glued = "Opening\nMay 3, 2021\nAnna Berg: One.\nPublished: May 4, 2021\nClosing\nMay 5, 2021\nAnna Berg: Two.\nEnd"
    first, second = take_turns(read_text("glued.txt", glued))
    assert _of(first) == _of(second)
    event = "Record of the Norland Assembly\nMay 3, 2021\n"
    (one,), (other,) = speakers(event + lines("MR. BERG"), event + lines("MR. BERG"))
    assert one == other


def test_a_surname_joins_the_full_name_of_another_document() -> None:
    full = lines("Anna Berg", "Bo Lind", "Carl Osei")
    (_, third, fourth) = speakers(full, lines("DR. BERG", "Bo Lind", "Carl Osei"), lines("Dr. Berg"))
    assert third[0].name == "Anna Berg"
    assert fourth[0].name == "Dr. Berg"


def test_two_of_one_surname_stay_two_across_documents() -> None:
    both = lines("Anna Berg", "Carl Berg", "Bo Lind", "Kofi Osei")
    found = speakers(both, lines("Anna Berg", "Bo Lind", "Kofi Osei"), lines("Dr. Berg", "Bo Lind", "Kofi Osei"))
    assert [speaker.name for speaker in found[2]] == ["Dr. Berg", "Bo Lind", "Kofi Osei"]
    assert found[0][0] == found[1][0] != found[0][1]


def test_the_order_of_documents_does_not_matter() -> None:
    texts = [lines("Anna Berg", "Bo Lind"), lines("A. Berg", "Bo Lind"), lines("DR. BERG", "B. Lind", "Kofi Osei")]
    expected = speakers(*texts)
    for order in itertools.permutations(range(3)):
        documents = [read_text(f"{number}.txt", texts[number])[0] for number in order]
        found = {document.name: _of(document) for document in take_turns(documents)}
        assert [found[f"{number}.txt"] for number in range(3)] == expected
