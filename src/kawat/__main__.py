"""``python -m kawat``."""

from __future__ import annotations

from kawat.cli import main

if __name__ == "__main__":
    main()
