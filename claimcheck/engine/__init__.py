"""Work on many files at once, in processes of this machine.

for item, outcome in work_through(read, ["a.txt", "b.txt"], sizes=[10, 20], workers=2): ...
"""

from claimcheck.engine.batches import choose_processes, choose_workers, make_batches
from claimcheck.engine.beside import do_beside
from claimcheck.engine.failure import Failure, describe
from claimcheck.engine.local import work_through

__all__ = ["Failure", "choose_processes", "choose_workers", "describe", "do_beside", "make_batches", "work_through"]
