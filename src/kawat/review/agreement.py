"""How far two reviewers agree, beyond what chance would give: Cohen's kappa.

Source: Jacob Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and
Psychological Measurement 20 (1960), 37-46.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kawat.record.claims import LAYERS
from kawat.record.database import Database
from kawat.record.judgments import Judgment, judgments


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two reviewers judged of one layer: ``both`` is how many claims they both judged.

    ``observed`` is the share of these with one verdict, ``kappa`` what is left of it once chance
    is taken away: 1 is full agreement, 0 no more than chance. It is none where chance alone would
    have them agree always (both gave one same verdict throughout).
    """

    layer: str
    one: str
    other: str
    both: int
    observed: float
    kappa: float | None


def agreements(database: Database) -> list[Agreement]:
    """Return how far every two reviewers agree, by layer; only where both judged the same claim.

    Claims are the same where the words and all that is said of them are; verdicts are right,
    wrong and unsure.
    """
    with database.reading() as connection:
        standing = judgments(connection)
    found = []
    for one, other in combinations(sorted({j.author for j in standing}), 2):
        for layer in LAYERS:
            pairs = _pairs([j for j in standing if j.layer == layer], one, other)
            if pairs:
                found.append(_agreement(layer, one, other, pairs))
    return found


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return kappa = (p_o - p_e) / (1 - p_e) of pairs of verdicts on one item each.

    ``p_o`` is the share of items on which both agree, ``p_e`` the share on which they would by
    chance, with each one's own share of every verdict. None where ``p_e`` is 1.
    """
    count = len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    agreed = sum(one == other for one, other in pairs)
    # Counted in whole numbers, so that full chance agreement is exactly that.
    chance = sum(ones[verdict] * others[verdict] for verdict in ones)
    if chance == count * count:
        return None
    return (agreed * count - chance) / (count * count - chance)


def _agreement(layer: str, one: str, other: str, pairs: list[tuple[str, str]]) -> Agreement:
    observed = sum(a == b for a, b in pairs) / len(pairs)
    return Agreement(layer, one, other, len(pairs), observed, cohens_kappa(pairs))


def _pairs(standing: list[Judgment], one: str, other: str) -> list[tuple[str, str]]:
    """Return the two reviewers' verdicts on each claim that both judged."""
    mine, theirs = ({_claim(j): j.verdict for j in standing if j.author == a} for a in (one, other))
    return [(mine[claim], theirs[claim]) for claim in mine if claim in theirs]


def _claim(judgment: Judgment) -> tuple[object, ...]:
    return judgment.article, judgment.layer, judgment.span, judgment.claim
