"""The layers of a reading, one file each, in the order in which they run."""

from __future__ import annotations

from kawat.draft import Layer
from kawat.layers.anaphora import anaphora
from kawat.layers.dating import dating
from kawat.layers.entities import entities
from kawat.layers.events import events
from kawat.layers.figures import figures
from kawat.layers.furniture import furniture
from kawat.layers.language import language
from kawat.layers.names import names
from kawat.layers.parse import parse
from kawat.layers.slips import slips
from kawat.layers.sources import sources
from kawat.layers.statements import statements
from kawat.layers.subject import subject
from kawat.layers.times import times

ORDER: tuple[Layer, ...] = (
    furniture,
    language,
    subject,
    slips,
    parse,
    sources,
    times,
    names,
    entities,
    dating,
    statements,
    figures,
    events,
    anaphora,
)
