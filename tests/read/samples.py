"""A small transcript in every format, to be cut, bent and piled up by the tests of hostile input."""

from __future__ import annotations

import gzip
import json

from tests.read.sample_docx import make_docx, table
from tests.read.sample_pdf import lines, make_pdf

SAID = (("Anna Berg", "We bought 12 trams & 7 buses."), ("Bo Lind", "That is 19, or “2.5 times” as many."))


def _cue(number: int, comma: str, text: str) -> str:
    return f"00:00:{number:02}{comma}000 --> 00:00:{number + 1:02}{comma}000\n{text}\n\n"


SAMPLES: dict[str, bytes] = {
    "text": ("Tram Debate\nJune 3, 2021\n\n" + "\n".join(f"{who}: {text}" for who, text in SAID * 2)).encode(),
    "markdown": (
        "# Tram *Debate*\n\n"
        + "\n\n".join(f"**{who}:** {text}" for who, text in SAID)
        + "\n\n| a | b |\n|--|--|\n| 1 | 2 |\n"
    ).encode(),
    "html": (
        "<!DOCTYPE html><html><head><title>Tram Debate</title></head><body><nav><a href='/'>Home</a></nav><article>"
        + "".join(f"<p><b>{who}:</b> {text.replace('&', '&amp;')}</p>" for who, text in SAID * 2)
        + "</article></body></html>"
    ).encode(),
    "vtt": (
        "WEBVTT\n\n" + "".join(_cue(n, ".", f"<v {who}>{text}</v>") for n, (who, text) in enumerate(SAID))
    ).encode(),
    "srt": "".join(f"{n + 1}\n" + _cue(n, ",", f"{who}: {text}") for n, (who, text) in enumerate(SAID)).encode(),
    "json": json.dumps({"segments": [{"speaker": who, "text": text, "start": 0.5} for who, text in SAID]}).encode(),
    "jsonl": "\n".join(json.dumps({"speaker": who, "text": text}) for who, text in SAID * 2).encode(),
    "csv": ("speaker,text,date\n" + "".join(f'{who},"{text}",2021-06-03\n' for who, text in SAID)).encode(),
    "tsv": ("speaker\ttext\n" + "".join(f"{who}\t{text}\n" for who, text in SAID)).encode(),
    "xml": (
        '<?xml version="1.0"?><TEI><text><body>'
        + "".join(f'<u who="#{who.split()[0]}"><seg>{text.replace("&", "&amp;")}</seg></u>' for who, text in SAID)
        + "</body></text></TEI>"
    ).encode(),
    "docx": make_docx("Tram Debate", *(f"**{who}:** {text}" for who, text in SAID), table(("1", "2"))),
    "pdf": make_pdf(lines("Tram Debate", "", *(f"**{who}:** {text}" for who, text in SAID)), lines("Page of 3 lines.")),
}
NAMES = {format_name: f"talk.{format_name}" for format_name in SAMPLES} | {"text": "talk.txt", "markdown": "talk.md"}


def packed(raw: bytes) -> bytes:
    """The same, compressed as .gz."""
    return gzip.compress(raw, mtime=0)


def piled(format_name: str, depth: int) -> bytes:
    """Something nested to no purpose, in the manner of a format."""
    openings = {
        "html": ("<div><b>", "x"), "xml": ("<a><b>", "x"), "json": ('[{"text":', "1"), "jsonl": ("[", "1"),
        "markdown": ("> - **[", "x"), "vtt": ("<v A><i>", "x"), "csv": ('"', "x,"), "tsv": ("\t", "x"),
    }  # fmt: skip
    opening, core = openings.get(format_name, ("((", "x"))
    heads = {"html": "<html><body>", "xml": "<?xml version='1.0'?>", "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}
    return (heads.get(format_name, "") + opening * depth + core).encode()
