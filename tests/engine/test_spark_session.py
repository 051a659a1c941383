"""What is told of an error of Spark: the reason, without traces."""

import pytest

from claimcheck.engine.spark_session import first_line


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "ValueError"),
        ("[PATH_NOT_FOUND] Path does not exist: s3a://talks.\n", "[PATH_NOT_FOUND] Path does not exist: s3a://talks."),
        (
            "An error occurred while calling None.Spark.\n: java.lang.IllegalStateException: stopped\n\tat a.B.c(D)",
            "java.lang.IllegalStateException: stopped",
        ),
        (
            "An exception was thrown from the Python worker:\nTraceback (most recent call last):\n  File x, line 1\n"
            "ModuleNotFoundError: No module named 'claimcheck'",
            "An exception was thrown from the Python worker: ModuleNotFoundError: No module named 'claimcheck'",
        ),
    ],
)
def test_the_reason_is_told_without_traces(said: str, told: str) -> None:
    assert first_line(ValueError(said)) == told
