"""The speeches of an XML file, with whom each is pointed to and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.model.document import Block, TurnKind
from claimcheck.read.columns import choose
from claimcheck.read.markup import Close, Data, Event, Open
from claimcheck.read.pieces import Gatherer
from claimcheck.read.settings import Columns
from claimcheck.read.xml_vocabulary import Vocabulary, vocabulary_of

LONGEST_TITLE = 400
_SPEAKER_ATTRIBUTES = tuple(one for one in Columns().speaker if one.startswith("speaker") or one == "who")


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: inside a speech it has the speech's number, whom it points to, and the label printed there."""

    block: Block
    speech: int = 0
    who: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """Something the file says of itself, as "setting/date@when" is "2021-06-03", in which language and line."""

    path: str
    value: str
    language: str
    start: int


@dataclass(frozen=True, slots=True)
class _Frame:
    tag: str
    path: str
    skipped: bool
    speech: int
    who: str
    heading: bool
    language: str
    captures: bool


@dataclass(slots=True)
class Speeches:
    """Consumes the events of a file; afterwards `said`, `people` and `described` are what it holds."""

    said: list[Said] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    described: list[Described] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=lambda: vocabulary_of(""))
    _stack: list[_Frame] = field(default_factory=list)
    _gatherer: Gatherer = field(default_factory=Gatherer)
    _captured: list[str] = field(default_factory=list)
    _label: str = ""
    _label_of: dict[int, str] = field(default_factory=dict)
    _person: str = ""
    _parts: dict[str, list[str]] = field(default_factory=dict)
    _count: int = 0

    def __call__(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, Open):
            self._open(event)
        elif isinstance(event, Close):
            self._close(event)
        else:
            self._add(event)

    def _open(self, event: Open) -> None:
        if not self._stack:
            self.vocabulary = vocabulary_of(event.tag)
            above = _Frame("", "", False, 0, "", False, "", False)
        else:
            above = self._stack[-1]
        words, tag, attributes = self.vocabulary, event.tag, event.attributes
        typed = f"{tag}[type={attributes.get('type', '')}]"
        is_label = tag in words.labels or typed in words.labels
        path = f"{above.tag}/{typed if f'{above.tag}/{typed}' in words.places else tag}"
        self._describe_attributes(path, attributes, event.start)
        self._introduce(tag, attributes)
        speech, who = above.speech, above.who
        pointed = self._points_to(tag, attributes)
        if pointed is not None:
            self._flush()
            self._count += 1
            speech, who = self._count, pointed
            self._label_of[speech], self._label = self._label, ""
        elif tag in words.block or tag in words.heading or is_label:
            self._flush()
        captures = is_label or tag in words.names or tag in words.parts or path in words.described
        if captures:
            self._captured = []
        if tag in words.names:
            self._parts = {}
        skipped = above.skipped or tag in words.skip or is_label
        heading = above.heading or tag in words.heading
        language = attributes.get("lang", above.language)
        self._stack.append(_Frame(tag, path, skipped, speech, who, heading, language, captures or above.captures))

    def _close(self, event: Close) -> None:
        frame, words = self._stack[-1], self.vocabulary
        is_label = frame.captures and self._is_label(frame)
        leaves_speech = len(self._stack) > 1 and self._stack[-2].speech != frame.speech
        if is_label or leaves_speech or len(self._stack) == 1 or frame.tag in words.block or frame.tag in words.heading:
            self._flush()
        self._stack.pop()
        text = ""
        if is_label or frame.tag in words.parts or frame.tag in words.names or frame.path in words.described:
            text = " ".join("".join(self._captured).split())
        if is_label and text:
            self._take_label(text.strip(" :"), frame.speech)
        elif frame.tag in words.parts and self._person and text:
            self._parts.setdefault(frame.tag, []).append(text)
        elif frame.tag in words.names and self._person:
            # A title within the name may stand anywhere; its parts have an order.
            whole = " ".join(part for key in words.parts for part in self._parts.get(key, ()))
            if whole or text:
                self.people.setdefault(self._person, whole or text)
        if frame.path in words.described and text:
            self.described.append(Described(frame.path, text[:LONGEST_TITLE], frame.language, event.start))
        if frame.tag in words.people:
            self._person = ""

    def _add(self, data: Data) -> None:
        if not self._stack:
            return
        frame = self._stack[-1]
        if frame.captures:
            self._captured.append(data.text)
        if frame.skipped:
            return
        if data.escaped:
            self._gatherer.add_decoded(data.text, data.start)
        else:
            self._gatherer.add(data.text, data.start)

    def _flush(self) -> None:
        gatherer, self._gatherer = self._gatherer, Gatherer()
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            return
        block = gatherer.block(TurnKind.HEADING if frame.heading else TurnKind.PROSE)
        if block:
            speech = 0 if frame.heading else frame.speech
            self.said.append(Said(block, speech, frame.who, self._label_of.get(speech, "")))

    def _is_label(self, frame: _Frame) -> bool:
        words = self.vocabulary
        return frame.tag in words.labels or (frame.tag == "note" and "note[type=speaker]" in words.labels)

    def _take_label(self, label: str, speech: int) -> None:
        """A label inside a speech is that speech's; one before it waits for it."""
        if speech:
            self._label_of[speech] = self._label_of.get(speech) or label
        else:
            self._label = label

    def _points_to(self, tag: str, attributes: Mapping[str, str]) -> str | None:
        """Whom a speech points to, None for an element that is no speech."""
        named = self.vocabulary.speech.get(tag)
        if named is not None:
            return next((attributes[key].lstrip("#") for key in named if attributes.get(key)), "")
        if attributes and self.vocabulary.name == "other" and tag not in self.vocabulary.people:
            key = choose(attributes, _SPEAKER_ATTRIBUTES)
            return attributes[key].lstrip("#") if key is not None else None
        return None

    def _introduce(self, tag: str, attributes: Mapping[str, str]) -> None:
        keys = self.vocabulary.people.get(tag)
        if keys is None:
            return
        held = [attributes[key] for key in keys if attributes.get(key)]
        self._person = held[0] if held else ""
        if len(held) > 1:
            self.people.setdefault(held[0], held[-1])

    def _describe_attributes(self, path: str, attributes: Mapping[str, str], start: int) -> None:
        for key, value in attributes.items():
            full = f"{path}@{key}"
            if full in self.vocabulary.described:
                self.described.append(Described(full, value[:LONGEST_TITLE], "", start))
