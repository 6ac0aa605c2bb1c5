"""The reading while it is being made, and the layers that make it.

A layer is a function of a :class:`Draft`: it reads what earlier layers gave and sets what it
declares to give. Asking for what nobody has given yet is a :class:`LayerOrderError`.
"""

from kawat.draft.draft import Draft
from kawat.draft.layer import Layer, check_order, layer
from kawat.draft.parts import (
    Anaphor,
    Article,
    Citation,
    Expression,
    Name,
    Note,
    TitlePhrase,
    Token,
    Words,
)

__all__ = [
    "Anaphor",
    "Article",
    "Citation",
    "Draft",
    "Expression",
    "Layer",
    "Name",
    "Note",
    "TitlePhrase",
    "Token",
    "Words",
    "check_order",
    "layer",
]
