"""``python -m kawat.doctor [RECORD]``: the same as ``kawat doctor``, with no library at all."""

from __future__ import annotations

import sys

from kawat.doctor import findings


def main() -> int:
    """Print what is found; 1 if something is wrong."""
    found = list(findings(sys.argv[1] if len(sys.argv) > 1 else None))
    for one in found:
        print(f"{one.state:8}{one.part}: {one.what}")
        if one.fix:
            print(f"        → {one.fix}")
    return int(any(one.state == "wrong" for one in found))


if __name__ == "__main__":
    sys.exit(main())
