"""Transcript prose for benchmarks: made up, from a seed, with a figure about every 180 characters.

>>> text, figures = make_prose(300_000, seed=1)
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

PEOPLE = ("Nora Lindqvist", "Tomas Veiga", "Amina Sorel", "Piet van Rooy", "Carla Ostrow", "Jonas Beck", "Ruth Imani")
WORDS: Mapping[str, tuple[str, ...]] = {
    "place": ("the harbour", "Eastmere", "the northern districts", "Velden", "our three valleys", "the old town"),
    "body": ("the transport board", "our ministry", "the water company", "the school trust", "the fund", "the council"),
    "thing": ("bridges", "clinics", "classrooms", "turbines", "buses", "flats", "pumping stations", "library books"),
    "group": ("nurses", "farmers", "apprentices", "pensioners", "drivers", "first-year students", "volunteers"),
    "good": ("milk", "timber", "cement", "salmon", "solar panels", "spare parts", "wheat", "steel pipes"),
    "time": ("this spring", "before the summer", "over the winter", "last quarter", "by the end of the year"),
    "who": ("my colleague", "the auditor", "our engineer", "the lady over there", "the previous speaker"),
    "manner": ("slowly", "with some luck", "against all advice", "faster than planned", "as we had hoped"),
    "topic": ("the budget", "the timetable", "the flood wall", "training", "the tariff", "the new contract"),
    "virtue": ("patient", "honest", "thorough", "careful with promises", "open about our mistakes"),
}
PLAIN = (
    "I would like to come back to what {who} said about {topic}, because it matters more than it may seem.",
    "Let me be {virtue} here.",
    "People in {place} have told us again and again that {topic} is what keeps them awake.",
    "Nobody at {body} expected that, and I do not blame them.",
    "There is a good deal of work behind this, done {manner}, and I want to thank the {group} for it.",
    "We asked {body} for a written answer {time}, and we are still waiting for it.",
    "If you drive through {place} today, you can see what has changed and what has not.",
    "That is a fair question, and I will try to answer it without hiding behind {topic}.",
    "It went {manner}, and then it went wrong.",
    "Everybody agrees that {topic} cannot wait, but nobody agrees on who should begin.",
    "We buy {good} from neighbours, we sell {good} to strangers, and both sides complain about {topic}.",
    "You may remember that {body} promised the {group} a meeting {time}.",
    "The {thing} are where they were, the {group} are not.",
    "I have no better explanation than {who} has, but I can tell you how we found out.",
    "When the rain came to {place}, the {thing} held, and that was not a matter of course.",
    "Please do not take this as criticism of {body}; they have been {virtue} throughout.",
)
OPENERS = ("Well: ", "As I said: ", "Look, to be plain about it: ", "Thank you. ", "Let me add this. ", "In short: ")
COUNTED = (
    "{body} bought {count} {thing} {time}, {hedge} {count} of them second-hand.",
    "We now employ {count} {group} in {place}, up from {count} a year ago.",
    "The price of {good} rose by {percent} in {year}, while wages went up {percent}.",
    "It cost {money} to repair the {thing} in {place}, and {body} paid {hedge} {money} of that.",
    "Exports of {good} came to {money} {time}, which is {percent} of everything that leaves {place}.",
    "{hedge} {count} {group} signed the petition on {date}.",
    "The pipeline is {length} long and carries {mass} of {good} a day.",
    "Our share of the market is {percent}, and I expect {range} {time}.",
    "In {year} there were {words} {thing} for every {group}; today there are {words}.",
    "They offered us {money} a year for the {thing}, over {words} years.",
    "Waiting times fell from {words} weeks to {words}, a third less than in {year}.",
    "Of the {count} {thing} that were inspected, {count} failed and another {words} were closed at once.",
    "{percent} of the {group} said yes, {percent} said no, and the rest did not answer.",
    "By {date}, {body} had moved {mass} of {good} across {length} of bad road.",
    "The loan of {money} runs until {year} at {percent}, {hedge} {money} of it for {topic}.",
    "We lost {words} of our {words} {thing} in a single night.",
)
HEDGES = ("about", "over", "almost", "at least", "nearly", "more than", "some", "roughly", "up to")
CURRENCIES = ("${}", "€{}", "£{}", "{} dollars", "{} euros", "US${}", "{} crowns")
SCALES = ("{} million", "{} billion", "{}m", "{}bn", "{:,} thousand")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "sixteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = ("January", "March", "April", "June", "August", "October", "December")
SLOT = re.compile(r"\{(\w+)\}")


def make_prose(length: int, seed: int) -> tuple[str, int]:
    """At least so many characters of talk, and how many figures stand in it; one seed gives one text."""
    talk = random.Random(seed)
    turns: list[str] = []
    size = figures = 0
    while size < length:
        sentences = []
        for _ in range(talk.randint(2, 7)):
            sentence, found = _sentence(talk, COUNTED if talk.random() < 0.22 else PLAIN)
            opener = talk.choice(OPENERS) if talk.random() < 0.2 else ""
            sentences.append(opener + sentence)
            figures += found
        turns.append(f"{talk.choice(PEOPLE)}: {' '.join(sentences)}")
        size += len(turns[-1]) + 2
    return "\n\n".join(turns), figures


def _sentence(talk: random.Random, templates: tuple[str, ...]) -> tuple[str, int]:
    figures = 0

    def fill(slot: re.Match[str]) -> str:
        nonlocal figures
        name = slot[1]
        if name in WORDS:
            return talk.choice(WORDS[name])
        figures += name != "hedge"
        return FIGURES[name](talk)

    text = SLOT.sub(fill, talk.choice(templates))
    return text[0].upper() + text[1:], figures


def _amount(talk: random.Random) -> str:
    amount = talk.choice((str(talk.randint(2, 950)), f"{talk.uniform(1, 99):.1f}"))
    if talk.random() < 0.3:
        return f"{talk.randint(1_000, 999_999):,}"
    scale = talk.choice(SCALES)
    return scale.format(talk.randint(2, 900)) if "," in scale else scale.format(amount)


def _words(talk: random.Random) -> str:
    small = talk.choice(UNITS)
    return talk.choice(
        (small, f"{talk.choice(TENS)}-{talk.choice(UNITS[:9])}", f"{small} hundred", f"{small} thousand")
    )


FIGURES: Mapping[str, Callable[[random.Random], str]] = {
    "hedge": lambda talk: talk.choice(HEDGES),
    "count": lambda talk: talk.choice((str(talk.randint(2, 999)), f"{talk.randint(1_000, 80_000):,}", _words(talk))),
    "percent": lambda talk: talk.choice(("{}%", "{} percent", "{} per cent")).format(
        talk.choice((talk.randint(2, 95), f"{talk.uniform(0.1, 30):.1f}"))
    ),
    "money": lambda talk: talk.choice(CURRENCIES).format(_amount(talk)),
    "length": lambda talk: f"{talk.randint(2, 900)} {talk.choice(('km', 'kilometres', 'miles', 'metres'))}",
    "mass": lambda talk: f"{talk.randint(2, 9_000):,} {talk.choice(('tonnes', 'tons', 'kilograms', 'kg'))}",
    "range": lambda talk: talk.choice(("{}–{}%", "{} to {} percent", "between {} and {}%")).format(
        talk.randint(2, 40), talk.randint(41, 90)
    ),
    "words": _words,
    "year": lambda talk: str(talk.randint(1985, 2024)),
    "date": lambda talk: talk.choice(("{0} {1}", "{1} {0}, 2019")).format(talk.randint(1, 28), talk.choice(MONTHS)),
}
