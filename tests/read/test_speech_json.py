"""The JSON of speech-to-text: one little recording in the form of every service."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.read.readings import place_of, read_one, said

# Two voices: "We sold 12 buses." from second 1 on, "I counted 13." from second 5 on.
WORDS = [
    ("We", 1.0, "a"),
    ("sold", 1.5, "a"),
    ("12", 2.0, "a"),
    ("buses.", 2.5, "a"),
    ("I", 5.0, "b"),
    ("counted", 5.5, "b"),
    ("13.", 6.0, "b"),
]
TURNS = [("a", "We sold 12 buses.", 1.0, 3.0), ("b", "I counted 13.", 5.0, 6.5)]


def _amazon() -> Any:
    items: list[Any] = []
    for word, start, _ in WORDS:
        plain = word.rstrip(".")
        items.append(
            {"type": "pronunciation", "start_time": str(start), "alternatives": [{"content": plain, "confidence": "1"}]}
        )
        if plain != word:
            items.append({"type": "punctuation", "alternatives": [{"content": "."}]})
    segments = [
        {"start_time": str(start), "end_time": str(end), "speaker_label": f"spk_{voice}"}
        for voice, _, start, end in TURNS
    ]
    whole = " ".join(word for word, _, _ in WORDS)
    return {
        "results": {"transcripts": [{"transcript": whole}], "items": items, "speaker_labels": {"segments": segments}}
    }


def _google() -> Any:
    words = [
        {
            "word": word,
            "startTime": {"seconds": str(int(start)), "nanos": int(start % 1 * 1e9)},
            "speakerTag": ord(voice) - 96,
        }
        for word, start, voice in WORDS
    ]
    plain = [{key: value for key, value in word.items() if key != "speakerTag"} for word in words]
    return {
        "results": [
            {"alternatives": [{"transcript": "We sold 12 buses. I counted 13.", "words": plain}]},
            {"alternatives": [{"words": words}]},
        ]
    }


def _ibm() -> Any:
    results = [
        {"alternatives": [{"transcript": "", "timestamps": [[word, start, start + 0.4] for word, start, _ in WORDS]}]}
    ]
    labels = [{"from": start, "to": start + 0.4, "speaker": ord(voice) - 97} for _, start, voice in WORDS]
    return {"results": results, "speaker_labels": labels}


def _rev() -> Any:
    def elements(text: str, start: float) -> list[Any]:
        parts: list[Any] = []
        for word in text.rstrip(".").split():
            parts += [{"type": "text", "value": word, "ts": start}, {"type": "punct", "value": " "}]
        return [*parts[:-1], {"type": "punct", "value": "."}]

    return {
        "speakers": [{"id": 0, "name": "Anna Berg"}, {"id": 1, "name": "Bo Lind"}],
        "monologues": [
            {"speaker": number, "elements": elements(text, start)} for number, (_, text, start, _) in enumerate(TURNS)
        ],
    }


FORMS: dict[str, Any] = {
    "Amazon": _amazon(),
    "Amazon items": [
        {
            "type": "pronunciation",
            "start_time": str(start),
            "speaker_label": f"spk_{voice}",
            "alternatives": [{"content": word}],
        }
        for word, start, voice in WORDS
    ],
    "Google": _google(),
    "IBM": _ibm(),
    "IBM in an envelope": {"results": [_ibm()]},
    "Rev.ai": _rev(),
    "Deepgram words": {
        "results": {
            "channels": [
                {
                    "alternatives": [
                        {
                            "transcript": "we sold",
                            "words": [
                                {
                                    "word": word.lower(),
                                    "punctuated_word": word,
                                    "start": start,
                                    "speaker": ord(voice) - 97,
                                }
                                for word, start, voice in WORDS
                            ],
                        }
                    ]
                }
            ]
        }
    },
    "Deepgram utterances": {
        "results": {"utterances": [{"transcript": text, "speaker": ord(voice) - 97} for voice, text, _, _ in TURNS]}
    },
    "AssemblyAI": {
        "text": "We sold 12 buses. I counted 13.",
        "words": [{"text": word, "start": start * 1000, "speaker": voice.upper()} for word, start, voice in WORDS],
        "utterances": [
            {"text": text, "start": start * 1000, "speaker": voice.upper()} for voice, text, start, _ in TURNS
        ],
    },
    "Speechmatics": {
        "results": [
            {"type": "word", "start_time": start, "alternatives": [{"content": word, "speaker": f"S{ord(voice) - 96}"}]}
            for word, start, voice in WORDS
        ]
    },
    "Speechmatics 1.0": {
        "speakers": [
            {"name": f"F{ord(voice) - 96}", "time": str(start), "duration": str(end - start)}
            for voice, _, start, end in TURNS
        ],
        "words": [{"name": word, "time": str(start), "duration": "0.4"} for word, start, _ in WORDS],
    },
    "BBC Kaldi": {
        "retval": {
            "words": [
                {"word": word.lower(), "punct": word, "start": start, "end": start + 0.4} for word, start, _ in WORDS
            ],
            "segmentation": {
                "segments": [
                    {"start": start, "duration": end - start, "speaker": {"@id": f"S{ord(voice)}"}}
                    for voice, _, start, end in TURNS
                ]
            },
        }
    },
    "Digital Paper Edit": {
        "words": [
            {"id": at, "text": word, "start": start, "end": start + 0.4} for at, (word, start, _) in enumerate(WORDS)
        ],
        "paragraphs": [
            {"id": 0, "speaker": f"F_{voice}1", "start": start, "end": end} for voice, _, start, end in TURNS
        ],
    },
    "autoEdit": {
        "text": [
            {
                "speaker": f"S{ord(voice)}",
                "paragraph": [{"line": [{"text": word, "startTime": start} for word in text.split()]}],
            }
            for voice, text, start, _ in TURNS
        ]
    },
    "Draft.js": {
        "blocks": [
            {"text": text, "data": {"speaker": f"S{ord(voice)}", "start": start}} for voice, text, start, _ in TURNS
        ]
    },
    "whisperX": {
        "segments": [
            {"text": f" {text}", "start": start, "end": end, "speaker": f"SPEAKER_0{ord(voice) - 97}"}
            for voice, text, start, end in TURNS
        ],
        "word_segments": [{"word": word, "start": start} for word, start, _ in WORDS],
    },
    "Podcast": {
        "version": "1.0.0",
        "segments": [
            {"body": word, "startTime": start, "endTime": start + 0.4, "speaker": f"Speaker {voice.upper()}1"}
            for word, start, voice in WORDS
        ],
    },
    "ElevenLabs": {
        "words": [
            part
            for word, start, voice in WORDS
            for part in (
                {"text": word, "type": "word", "start": start, "speaker_id": f"speaker_{ord(voice) - 97}"},
                {"text": " ", "type": "spacing", "start": start, "speaker_id": f"speaker_{ord(voice) - 97}"},
            )
        ]
    },
    "Gladia": {
        "result": {
            "transcription": {"utterances": [{"text": text, "speaker": ord(voice) - 97} for voice, text, _, _ in TURNS]}
        }
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_reads_the_form_of(form: str) -> None:
    document = read_one("a.json", json.dumps(FORMS[form]))
    turns = said(document)
    assert [text for _, text in turns] == [text for _, text, _, _ in TURNS]
    assert len({speaker for speaker, _ in turns}) == 2
    assert all(speaker for speaker, _ in turns)


@pytest.mark.parametrize(
    "data",
    [
        {
            "text": "all",
            "segments": [{"id": 0, "start": 0.0, "text": " We sold"}, {"start": 1.0, "text": " 12 buses."}],
        },
        {
            "transcription": [
                {"offsets": {"from": 0}, "text": " We sold"},
                {"offsets": {"from": 900}, "text": " 12 buses."},
            ]
        },
        {
            "text": "",
            "chunks": [{"timestamp": [0, 1], "text": " We sold"}, {"timestamp": [1, 2], "text": " 12 buses."}],
        },
        {"events": [{"tStartMs": 0, "segs": [{"utf8": "We sold"}, {"utf8": "\n"}]}, {"segs": [{"utf8": "12 buses."}]}]},
    ],
)
def test_a_sentence_over_several_segments_is_one(data: object) -> None:
    assert said(read_one("a.json", json.dumps(data))) == [("", "We sold 12 buses.")]


def test_a_word_is_found_at_its_place_and_time() -> None:
    document = read_one("a.json", json.dumps(FORMS["Deepgram words"]))
    assert place_of(document, "13") == "13"
    start = document.turns[1].in_file(2, 3)[0]
    assert document.landmark(start) == "0:05"


def test_voices_without_names_are_numbered_and_said() -> None:
    document = read_one("a.json", json.dumps(FORMS["Draft.js"]))
    assert [speaker for speaker, _ in said(document)] == ["Speaker 1", "Speaker 2"]
    assert document.notes == ("voices without names: S97 is Speaker 1, S98 is Speaker 2",)
    assert [speaker for speaker, _ in said(read_one("a.json", json.dumps(FORMS["Rev.ai"])))] == ["Anna Berg", "Bo Lind"]
