"""The command line: `claimcheck run`, `claims`, `explain`, `diff`, `init`, `config`, `baseline`, `rules`, `schema`.

Exit codes: 0 clean; 1 findings at or above --fail-on, or failing rule tests; 2 the run itself failed: a wrong
rule file or option, nothing readable, or a path that does not exist (the others are still reported).
stdout carries the report only; progress, skipped files and errors go to stderr.
"""

from claimcheck.cli.commands import app, main

__all__ = ["app", "main"]
