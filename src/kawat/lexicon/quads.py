"""PLOVER's quads: which types of events are conflict; the others are cooperation.

Source: the PLOVER codebook, whose types from AGREE to RETREAT are cooperation, in words or deeds,
and the others conflict.
"""

from __future__ import annotations

CONFLICT = frozenset(
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
     "ASSAULT")
)  # fmt: skip
