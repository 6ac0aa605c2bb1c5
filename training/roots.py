"""Make the list of Indonesian roots from treebank lemmas and from the forms of a news corpus.

A lemma of a content word in the treebanks is a root. A form of the corpus is one as well where it
takes affixes: at least three of the forms that its affixes would give occur. Names and foreign
words hardly ever do.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path

CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}
WORD = re.compile(r"[a-z]{2,12}(?![\w-])")
NOT_ROOTS = {"ber", "kap", "merosot", "mengkaji", "mempunyai", "pak", "rah", "sel", "tuh"}
NOT_ROOTS |= {"berkedudukan", "berkelanjutan", "mengemukakan"}
"""What the rules let through, seen by eye."""
NASAL = {"k": "ng", "p": "m", "t": "n", "s": "ny"}


def forms(root: str) -> set[str]:
    """Return the affixed forms that tell a root (sound changes done)."""
    first = root[0]
    if first in NASAL and root[1:2] in set("aiueo"):
        nasal = NASAL[first] + root[1:]
    elif first in "aiueogh":
        nasal = "ng" + root
    elif first in "bf":
        nasal = "m" + root
    elif first in "cdjz":
        nasal = "n" + root
    else:
        nasal = root
    stems = {f"me{nasal}", f"di{root}", f"pe{nasal}"}
    made = {stem + end for stem in stems for end in ("", "kan", "i", "an")}
    if root[1:3] == "er" or first == "r":
        made |= {f"be{root}", f"pe{root}an", f"te{root}"}
    made |= {f"pe{root}", f"per{root}", f"memper{root}kan", f"mem{root}"}
    made |= {
        f"ber{root}",
        f"per{root}an",
        f"memper{root}i",
        f"diper{root}kan",
        f"ter{root}",
        f"ke{root}an",
        f"{root}an",
        f"{root}kan",
        f"se{root}",
    }
    return made


def lemmas(files: list[Path]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) > 5 and fields[3] in CONTENT and re.fullmatch("[a-z]{2,}", fields[2]):
                counts[fields[2]] += 1
    return counts


def corpus_forms(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(re.findall(r"(?<![\w-])[a-z]{2,20}(?![\w-])", json.loads(line)["text"]))
    return counts


def affixed(word: str, roots: set[str]) -> bool:
    """Tell whether a candidate is an affixed form of a shorter root."""
    return any(
        word in forms(word[a : len(word) - b])
        or any(word in forms(k + word[a : len(word) - b]) for k in NASAL)
        for a in range(7)
        for b in (0, 1, 2, 3)
        if len(word) - a - b >= 3
        and (
            word[a : len(word) - b] in roots
            or any(k + word[a : len(word) - b] in roots for k in NASAL)
        )
        and (a or b)
    )


def find_roots(data: Path, corpus: Path) -> list[str]:
    treebank = lemmas([data / f"ud/{n}.conllu" for n in ("csui_train", "pud", "gsd_dev")])
    counts = corpus_forms(corpus)
    roots = {w for w, n in treebank.items() if n >= 2 or counts[w] >= 20}
    for word in sorted(counts, key=lambda w: (len(w), w)):
        if len(word) >= 3 and counts[word] >= 2 and word not in roots:
            seen = sum(1 for f in forms(word) if counts[f] >= 3)
            if seen >= 3:
                roots.add(word)
    roots -= NOT_ROOTS
    return sorted(w for w in roots if not affixed(w, roots - {w}) and not spoken(w, roots))


def spoken(word: str, roots: set[str]) -> bool:
    """Tell whether a candidate is a spoken form (``nulis``, ``ngambil``) or holds a suffix."""
    dropped = {first + word[len(nasal) :] for first, nasal in NASAL.items()} | {word[2:]}
    suffixed = any(word.endswith(end) and word[: -len(end)] in roots for end in ("i", "kan"))
    return (
        suffixed or word.endswith("nya") or (word.startswith("n") and not roots.isdisjoint(dropped))
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("corpus", type=Path)
    options = arguments.parse_args()
    for word in find_roots(options.data, options.corpus):
        if len(word) >= 3:
            print(word)


if __name__ == "__main__":
    main()
