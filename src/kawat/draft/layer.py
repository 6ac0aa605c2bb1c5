"""A layer: a function of a draft, with what it needs and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kawat.draft.draft import Draft
from kawat.errors import LayerOrderError


@dataclass(frozen=True, slots=True)
class Layer:
    """One step of a reading: what it needs, what it gives, and the function that does it."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Draft], None]


def layer(*, needs: str = "", gives: str) -> Callable[[Callable[[Draft], None]], Layer]:
    """Make a layer of a function; ``needs`` and ``gives`` are names of Draft, by spaces."""

    def make(run: Callable[[Draft], None]) -> Layer:
        name = getattr(run, "__name__", "layer")
        return Layer(name, frozenset(needs.split()), frozenset(gives.split()), run)

    return make


def check_order(layers: tuple[Layer, ...]) -> None:
    """Refuse an order in which a layer asks for what no earlier one gives."""
    given: dict[str, str] = {}
    later = {g: other.name for other in layers for g in other.gives}
    for step in layers:
        for need in sorted(step.needs):
            if need not in given:
                giver = later.get(need)
                fix = f"put {giver!r} before it" if giver else "add a layer that gives it"
                raise LayerOrderError(f"layer {step.name!r} needs {need!r}", fix=fix)
        given.update(dict.fromkeys(step.gives, step.name))
