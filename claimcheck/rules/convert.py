"""From the entries of a rule file to rules, with every name in them known."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.errors import RuleError
from claimcheck.model.expression import Expression
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Guide, Rule, Where, Within
from claimcheck.rules.declare import Declared, check_dimension, check_entity, check_names
from claimcheck.rules.expressions import check_dimensions, parse_expression
from claimcheck.rules.expressions.tokens import ExpressionError
from claimcheck.rules.messages import check_message
from claimcheck.rules.opened import Opened
from claimcheck.rules.places import Location, Source, nearest
from claimcheck.rules.registry import find_check, known_checks
from claimcheck.rules.schema import RuleEntry

FigureReader = Callable[[str], Quantity | None]


def convert_rule(file: Opened, index: int, declared: Declared, read_figure: FigureReader) -> Rule:
    """One rule of a file; raises RuleError at its place for an id, check, name or expression that is wrong."""
    source, entry, location = file.source, file.pack.rules[index], ("rules", index)
    _check_id(source, file.pack.pack, location, entry)
    _check_check(source, location, entry)
    _check_tests(source, location, entry)
    expression = _expression(file, location, entry, declared, read_figure)
    check_message(source, (*location, "message"), entry.message or "", expression)
    near = Within.DOCUMENT if expression else Within.CORPUS
    return Rule(
        id=entry.id,
        summary=entry.summary,
        check=entry.check,
        within=entry.where.within or near,
        tolerance=entry.tolerance,
        severity=entry.severity,
        dimension=check_dimension(source, (*location, "where", "dimension"), entry.where.dimension),
        inconsistent=entry.tests.inconsistent,
        consistent=entry.tests.consistent,
        facts=tuple(fact.model_dump() for fact in entry.tests.facts),
        file=source.file,
        line=source.place(location).line,
        where=_where(file, (*location, "where"), entry, declared),
        message=entry.message or "",
        expression=expression,
        guide=Guide(entry.why or "", entry.limits, entry.tune or ""),
    )


def _check_id(source: Source, pack: str, location: Location, entry: RuleEntry) -> None:
    if not entry.id.startswith(f"{pack}/"):
        name = entry.id.partition("/")[2]
        place = source.place((*location, "id"))
        raise source.error(f'rule id "{entry.id}" is not in pack "{pack}"', place, f'expected "{pack}/{name}"')


def _check_check(source: Source, location: Location, entry: RuleEntry) -> None:
    if entry.check not in known_checks():
        place = source.place((*location, "check"))
        raise source.error(f'unknown check "{entry.check}"', place, nearest(entry.check, known_checks()))
    try:
        find_check(entry.check)
    except RuleError as error:
        raise source.error(error.message, source.place((*location, "check")), error.hint) from error


def _check_tests(source: Source, location: Location, entry: RuleEntry) -> None:
    for text in entry.tests.inconsistent:
        if text in entry.tests.consistent:
            at = entry.tests.consistent.index(text)
            place = source.place((*location, "tests", "consistent", at))
            raise source.error("a test text is both consistent and inconsistent", place, "remove one of the two")


def _where(file: Opened, location: Location, entry: RuleEntry, declared: Declared) -> Where:
    where, entities, source = entry.where, declared.entities_for(file), file.source
    if entry.check == "expression":
        for key in ("topic", "dimension"):
            if getattr(where, key):
                place = source.place((*location, key), key=True)
                hint = "remove it; the expression names its topics, and they their dimensions"
                raise source.error(f'"{key}" has no use beside an expression', place, hint)
    elif where.same is not None:
        place = source.place((*location, "same"), key=True)
        raise source.error('"same" is for expressions only', place, "remove it; other checks know what they compare")
    speakers = [name for said in where.speaker for name in (said, *(entities[said].names if said in entities else ()))]
    return Where(
        topics=tuple(check_names(source, (*location, "topic"), where.topic, declared.topics_for(file))),
        entities=tuple(
            check_entity(source, (*location, "entity", index), name, entities)
            for index, name in enumerate(where.entity)
        ),
        speakers=tuple(name.lower() for name in speakers),
        documents=where.document,
        same=Where().same if where.same is None else where.same,
    )


def _expression(
    file: Opened, location: Location, entry: RuleEntry, declared: Declared, read_figure: FigureReader
) -> Expression | None:
    source, at = file.source, (*location, "expression")
    if entry.check != "expression":
        if entry.expression is not None:
            place = source.place(at, key=True)
            raise source.error(f'check "{entry.check}" takes no expression', place, "write check: expression")
        return None
    if entry.expression is None:
        hint = 'add "expression: TOPIC == TOPIC + TOPIC" to this entry'
        raise source.error('missing key "expression"', source.place(location), hint)
    topics, entities = declared.topics_for(file), declared.entities_for(file)

    groups = {
        group.id: [(one.names[0], (one.id, *one.names)) for one in (entities[name] for name in group.members)]
        for group in entities.values()
    }
    try:
        expression = parse_expression(entry.expression, topics, read_figure, groups)
        for topic in expression.topics:
            if not topic.dimension:
                id = topic.id.partition(" of ")[0]
                hint = f'add "dimension: money", "count" or the like to topic "{id}"'
                raise ExpressionError(f'topic "{id}" has no dimension', entry.expression.find(id), hint)
        check_dimensions(expression)
    except ExpressionError as error:
        raise source.error(error.message, source.place_in(at, error.at), error.hint) from None
    return expression
