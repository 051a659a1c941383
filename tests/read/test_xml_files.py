"""XML of parliaments and corpora, and the files that are no transcripts but attacks."""

from __future__ import annotations

import pytest

from claimcheck.errors import ReadError
from claimcheck.model.document import TurnKind
from claimcheck.read.xml_files import read_xml
from tests.read.readings import place_of, read_one, said

ANNA = ("Anna Berg", "We sold 12 buses.")
BO = ("Bo Lind", "I counted 13.")
TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI n="b" xmlns="http://www.tei-c.org/ns/1.0" rend="a">
<teiHeader><fileDesc><titleStmt><title xml:lang="de">Busrat</title>
<title xml:lang="en">Bus Board</title></titleStmt><publicationStmt><date when="2024-01-01">2024</date></publicationStmt>
</fileDesc><profileDesc><settingDesc><setting><name type="city">Norville</name><date when="2021-06-03">3 June</date>
</setting></settingDesc><particDesc><listPerson><person xml:id="ab"><persName><surname>Berg</surname>
<forename>Anna</forename><roleName>Dr</roleName></persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div><head>Buses</head><note type="speaker">The Mayor:</note><u who="#ab"><seg>We sold
<pb n="3"/>12 <note>Laughter from 14 benches.</note>buses.</seg></u>
<note type="speaker">Bo Lind</note><u who="#bl"><seg>I counted 13.</seg><vocal><desc>15 cheers</desc></vocal></u>
</div></body></text></TEI>"""
AKN = """<akomaNtoso><debate name="Bus Board"><meta><identification><FRBRWork><FRBRdate date="2021-06-04"/></FRBRWork>
</identification><references>
<TLCPerson eId="ab" showAs="Anna Berg"/></references></meta>
<preface><p>Thursday, <docDate date="2021-06-03">3 June</docDate></p></preface><debateBody><debateSection>
<heading>Buses</heading><p>The board met at 10.</p>
<speech by="#ab"><from>The MAYOR</from><p>We sold <b>12</b> buses.</p>
</speech><speech by="#bl"><from>Bo Lind:</from><p>I counted 13.</p></speech></debateSection>
</debateBody></debate></akomaNtoso>"""
PARLPARSE = """<?xml version="1.0"?><!DOCTYPE publicwhip [<!ENTITY pound "&#163;">]>
<publicwhip><major-heading id="x/debates/2021-06-03.1.0">Buses</major-heading>
<speech id="x/debates/2021-06-03.1.1" speakername="Anna Berg"><p>We sold 12 buses.</p></speech>
<speech id="x/debates/2021-06-03.1.2" nospeaker="true"><p>The board divided: 14 to 15.</p></speech>
<speech id="x/debates/2021-06-03.1.3" speakername="Bo Lind"><p>I counted 13.</p></speech></publicwhip>"""
TTML = """<tt xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata>
<ttm:agent xml:id="a1"><ttm:name>Anna Berg</ttm:name></ttm:agent>
<ttm:agent xml:id="b1"><ttm:name>Bo Lind</ttm:name></ttm:agent></metadata></head><body><div>
<p begin="1s" ttm:agent="a1">We sold<br/> 12 buses.</p>
<p begin="2s" ttm:agent="b1">I counted 13.</p></div></body></tt>"""
PLAY = """<TEI><text><body><sp who="#x">
<speaker>Anna Berg</speaker><p>We sold 12 buses.</p></sp>
<sp><speaker>Bo Lind.</speaker>
<stage>rises 14 times</stage><l>I counted 13.</l></sp></body></text></TEI>"""
OTHER = """<transcript><line speaker="Anna Berg">We sold 12 buses.</line>
<line speaker="Bo Lind">I counted 13.</line></transcript>"""


@pytest.mark.parametrize("text", [TEI, AKN, PARLPARSE, TTML, OTHER])
def test_finds_who_says_what(text: str) -> None:
    assert said(read_one("a.xml", text)) == [ANNA, BO]


def test_speech_without_names_is_speech() -> None:
    (turn,) = read_one("a.ttml", '<tt><body><div><p begin="1s">We sold 12 buses.</p></div></body></tt>').turns
    assert (turn.text, turn.kind) == ("We sold 12 buses.", TurnKind.PROSE)


def test_a_play_has_its_speakers_inside() -> None:
    assert [text for _, text in said(read_one("a.xml", PLAY))] == [ANNA[1], BO[1]]


@pytest.mark.parametrize("text", [TEI, AKN, PARLPARSE])
def test_the_day_is_that_of_the_event(text: str) -> None:
    document = read_one("a.xml", text)
    assert document.date is not None
    assert document.date.value == "2021-06-03"


def test_what_the_file_says_of_itself() -> None:
    document = read_one("a.xml", TEI)
    stated = [document.title, document.date, document.place]
    assert [(one.value, one.source) for one in stated if one] == [
        ("Bus Board", "element title"),
        ("2021-06-03", "element date@when"),
        ("Norville", "element name[type=city]"),
    ]
    assert [turn.text for turn in document.turns if turn.kind is TurnKind.HEADING] == ["Buses"]


def test_places_count_characters_not_bytes() -> None:
    text = TEI.replace("Buses", "Busverkehr in Öberösterreich — 5 Städte").replace("12 ", "12&#160;&lt;")
    document = read_one("a.xml", text)
    assert said(document)[0][1] == "We sold 12 <buses."
    assert place_of(document, "13") == "13"
    assert place_of(document, "12 <buses") == "12&#160;&lt;<note>Laughter from 14 benches.</note>buses"


def test_a_declared_character_is_that_character() -> None:
    text = PARLPARSE.replace("12 buses", "buses for &pound;12")
    document = read_one("a.xml", text)
    assert said(document)[0][1] == "We sold buses for £12."
    assert place_of(document, "£12") == "&pound;12"


BOMB = """<!DOCTYPE x [<!ENTITY a "ha ha ha "><!ENTITY b "&a;&a;&a;&a;&a;">]><x>&b;</x>"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, 'declares the entity "a"'),
        (f'<!DOCTYPE x [<!ENTITY a "{"&#65;" * 9}">]><x>&a;</x>', 'declares the entity "a"'),
        ('<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b "&a;&a;">]><x y="&b;"/>', 'declares the entity "b"'),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>', 'declares the external entity "a"'),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;]><x/>', 'declares the external entity "a"'),
        ("<x>" * 100_000, "is nested deeper than 200 elements"),
        ("<x><y></x>", "is damaged xml: line 1, column 9: mismatched tag"),
        ("<x>\n<y>13", "is damaged xml: line 2"),
        ("<x/>", "has no speech"),
    ],
)
def test_says_why_it_cannot_read(text: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_xml("a.xml", text.encode())
    assert caught.value.message.startswith(reason)


def test_an_external_definition_is_not_fetched() -> None:
    text = OTHER.replace("<transcript>", '<!DOCTYPE transcript SYSTEM "file:///nowhere/a.dtd"><transcript>', 1)
    assert said(read_one("a.xml", text.replace("12", "&nbsp;12&unknown;"))) == [ANNA, BO]
