"""All checks by name: those that come with claimcheck, and those of installed packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from claimcheck.errors import RuleError
from claimcheck.model.link import Link
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Verdict
from claimcheck.rules.checks import CHECKS
from claimcheck.rules.checks.check import Check, CheckFunction
from claimcheck.rules.expressions import EXPRESSION

PLUGIN_GROUP = "claimcheck.checks"

_BUILT_IN: Mapping[str, Check] = {**CHECKS, EXPRESSION.name: EXPRESSION}
# What arithmetic may raise on an odd figure; the figure is then undecided, whoever wrote the check.
_ODD_FIGURE = (ArithmeticError, ValueError)


def shipped_checks() -> list[Check]:
    """The checks that come with claimcheck."""
    return list(_BUILT_IN.values())


def known_checks() -> Sequence[str]:
    """The names of all checks; a package cannot take the name of a check that comes with claimcheck."""
    return sorted({*_BUILT_IN, *_plugin_points()})


def find_check(name: str) -> Check:
    """The check of a name: "sum", or one that an installed package brings.

    Raises RuleError when there is none, or its package cannot be loaded.
    """
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    point = _plugin_points().get(name)
    if point is None:
        raise RuleError(f'unknown check "{name}"')
    return _load(point)


def checks_in_use() -> list[Check]:
    """The checks that come with claimcheck and those of packages that work."""
    return [*_BUILT_IN.values(), *_working_plugins()]


def forget_plugins() -> None:
    """Look for installed packages anew, as after one was installed."""
    for cached in (_plugin_points, _load, _working_plugins):
        cached.cache_clear()


@cache
def _plugin_points() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=PLUGIN_GROUP) if point.name not in _BUILT_IN}


@cache
def _working_plugins() -> tuple[Check, ...]:
    working = []
    for _, point in sorted(_plugin_points().items()):
        try:
            working.append(_load(point))
        except RuleError:
            # Named where a rule asks for it; rules that do not need it are none the worse.
            continue
    return tuple(working)


@cache
def _load(point: EntryPoint) -> Check:
    try:
        check = point.load()
    except Exception as error:
        told = f'check "{point.name}" ({point.value}) cannot be loaded: {type(error).__name__}: {error}'
        raise RuleError(told, hint="repair or remove the package that brings it") from error
    if not isinstance(check, Check):
        told = f'check "{point.name}" ({point.value}) is no claimcheck.plugins.Check but {type(check).__name__}'
        raise RuleError(told, hint="its entry point must name a Check")
    if check.name != point.name:
        told = f'check "{point.name}" ({point.value}) calls itself "{check.name}"'
        raise RuleError(told, hint="give its entry point and the check one name")
    return replace(check, function=_guarded(check))


def _guarded(check: Check) -> CheckFunction:
    """The check's function; what it raises is told with its name, and not as a fault of claimcheck."""

    def judge(link: Link, tolerance: Tolerance) -> Verdict:
        try:
            return check.function(link, tolerance)
        except _ODD_FIGURE:
            raise
        except Exception as error:
            figures = ", ".join(claim.quantity.text for claim in link.claims)
            told = f'check "{check.name}" failed on {figures}: {type(error).__name__}: {error}'
            raise RuleError(told, hint="report this to whoever wrote the check") from error

    return judge
