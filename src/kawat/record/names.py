"""Names as they are compared: without case, accents or marks."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Return the form under which a name is stored and looked for.

    ``Recep Tayyip Erdoğan`` and ``recep tayyip erdogan`` are one, so are ``Al-Assad`` and
    ``al Assad``.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold().replace("ı", "i")
    kept = (c for c in decomposed if not unicodedata.combining(c) and c not in "'’‘ʼ`")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())
