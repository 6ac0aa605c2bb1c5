"""The desk's token, and what forms derive from it."""

from __future__ import annotations

import hashlib
import hmac


def csrf(token: str | None) -> str:
    """Return what forms carry to prove that this very desk made them."""
    return hmac.new((token or "").encode(), b"kawat csrf", hashlib.sha256).hexdigest()


def same(expected: str | None, given: str | None) -> bool:
    """Compare two tokens in a time that tells nothing of them; none is the same as no other."""
    if not expected or not given:
        return False
    return hmac.compare_digest(expected.encode(), given.encode())
