"""Large input in a process with little memory: read or refused, with what is left of the run unharmed."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import resource, sys
from claimcheck.read import ReadSettings
from claimcheck.read.registry import readers
from claimcheck.errors import ReadError
from tests.read.samples import NAMES, SAMPLES, piled

# What the modules take is not what a file takes.
known = readers(ReadSettings(pdf_seconds=10, pdf_memory=600_000_000))
for name, raw in SAMPLES.items():
    if name in known:
        known[name](NAMES[name], raw)
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
most = used + 250_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
for name, reader in known.items():
    sample = SAMPLES.get(name, b"x")
    for raw in (b"A" * 4_000_000, b"Anna: we bought 12 trams. " * 40_000, sample + b" " * 2_000_000 + sample,
                sample + b"\\n" * 400_000, piled(name, 50_000)[:200_000]):
        try:
            reader(NAMES.get(name, "talk"), raw)
        except ReadError:
            pass
        except Exception as error:
            if isinstance(error, MemoryError):
                sys.exit(f"{name}: no memory for {len(raw):,} bytes of {raw[:20]!r}")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux how much memory is used")
def test_large_files_need_little_memory() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
