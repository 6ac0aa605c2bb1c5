"""Same in, same out: also in processes that order their sets differently."""

from __future__ import annotations

import os
import subprocess
import sys

TEXT = """\
"Kami senang," kata Sir Alan Morton, Senin. "Saya juga," kata Sir Boby Carlton.
"Benar," kata Sir. Sir menolak pergi. Menurut Sir, itu tidak benar.
"""


def test_the_order_of_sets_does_not_change_a_reading() -> None:
    """Python orders strings in sets by a seed that differs from process to process."""
    code = "import sys, kawat; print(kawat.read(sys.argv[1]).to_json())"
    readings = set()
    for seed in "1234":
        done = subprocess.run(
            [sys.executable, "-c", code, TEXT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert '"person"' in done.stdout
        readings.add(done.stdout)
    assert len(readings) == 1
