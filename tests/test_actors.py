"""Which names are of one actor, which never are, which stay apart for the analyst to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.lexicon import rows
from kawat.lexicon.people import shared_names
from kawat.reading import Reading
from kawat.record.actors.features import APART, SAME, UNSURE, WEIGHTS, compare, points
from kawat.record.actors.grouping import Actor, Decided, actors
from kawat.record.actors.named import Named, Seen, gather, seen_in
from kawat.record.actors.spelling import spelled
from kawat.record.names import name_key

GOLD = Path(__file__).parents[2] / "shared" / "gold"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold readings are not here")

PERSONS = {
    "Ahmed al-Asadi", "Alexander Lavrentiev", "Alexander Novak", "Ali Khamenei", "Barack Obama",
    "Bashar al-Assad", "Bassem Abu Odeh", "Benjamin Netanyahu", "Denis Manturov",
    "Dmitry Medvedev", "Donald Trump", "Ezzedine al-Haddad", "Hakan Fidan", "Hulusi Akar",
    "Ibrahim Kalin", "Israel Katz", "Itsunori Onodera", "James Mattis", "John Kerry",
    "John Smith", "Jonathan Beale", "Li Hong Ri", "Mevlut Cavusoglu", "Mohammed Awda",
    "Moon Jae-in", "Prabowo Subianto", "Retno Marsudi", "Rex Tillerson", "Ri Yong-ho",
    "Salman bin Abdulaziz", "Sergei Lavrov", "Sergei Shoigu", "Sheikh Mohammad Abdullah al-Sabah",
    "Steven Mnuchin", "Sugiono", "Sun Wei", "Taro Kono", "Valery Gerasimov", "Vladimir Putin",
    "Walid Phares", "Yuri Ushakov",
}  # fmt: skip
"""Every person named, or told by an office that one person held, in the seeds and dev."""

UNNAMED = {
    "istri Mohammed Odeh": 1, "komandan aliansi militer": 1, "komandan pasukan bersenjata": 1,
    "pejabat Hamas": 1, "pejabat Kemlu Jepang": 1, 'pemimpin sel "teror"': 1, "sumber": 1,
    "wanita Palestina": 1, "juru bicara kementerian luar negeri Korea Utara": 3,
}  # fmt: skip
"""People told without a name, and how many: one an article, since nobody can know more."""

SPELLINGS = {
    frozenset({"Sergei Lavrov", "Sergey Lavrov"}),
    frozenset({"Bashar al-Assad", "Bashar Assad"}),
    frozenset({"Mohammed Awda", "Mohammed Odeh"}),
}
"""The persons of the seeds and dev who are written in more than one way."""

_articles = count()


def named(
    name: str,
    country: str | None = None,
    role: str | None = None,
    *,
    kind: str = "person",
    day: str = "2018-01-01",
) -> Named:
    [found] = gather([seen(name, country, role, kind=kind, day=day)])
    return found


def seen(
    name: str,
    country: str | None = None,
    role: str | None = None,
    *,
    kind: str = "person",
    day: str = "2018-01-01",
) -> Seen:
    return Seen(f"a{next(_articles)}", "e1", name, kind, country, role, day)


def gold(*folders: str) -> list[Reading]:
    files = [f for folder in folders for f in sorted((GOLD / folder).glob("*.gold.json"))]
    texts = [f.with_name(f.name.replace(".gold.json", ".txt")).read_bytes() for f in files]
    return [
        Reading.from_json(file.read_bytes(), text.decode())
        for file, text in zip(files, texts, strict=True)
    ]


def groups(found: Iterable[Actor]) -> set[frozenset[str]]:
    return {frozenset(named.name for named in actor.names) for actor in found}


@needs_gold
def test_the_gold_has_one_actor_for_every_person() -> None:
    """Over seeds and dev: every person once, those without a name once an article."""
    found = actors(seen for reading in gold("seeds", "dev") for seen in seen_in(reading))
    people = [actor for actor in found if actor.kind == "person"]
    names = [actor.name for actor in people if actor.name in PERSONS]
    assert sorted(names) == sorted(PERSONS)
    others = [name_key(actor.name) for actor in people if actor.name not in PERSONS]
    expected = [name_key(name) for name, times in UNNAMED.items() for _ in range(times)]
    assert sorted(others) == sorted(expected)
    assert {group for group in groups(people) if len(group) > 1} == SPELLINGS


@needs_gold
def test_a_role_alone_is_its_holder_of_the_day_in_the_gold() -> None:
    """With train: whom the office, told without a name, is of; and no other names are joined."""
    found = actors(s for reading in gold("seeds", "dev", "train") for s in seen_in(reading))
    joined = {group for group in groups(a for a in found if a.kind == "person") if len(group) > 1}
    assert joined == SPELLINGS | {
        frozenset({"Antonio Guterres", "Sekjen PBB"}),
        frozenset({"Boris Johnson", "Menlu Inggris"}),
        frozenset({"Mevlut Cavusoglu", "Menlu Turki"}),
        frozenset({"Ali Khamenei", "Pemimpin tertinggi Iran"}),
        frozenset({"Retno Marsudi", "Retno LP Marsudi"}),
    }


@needs_gold
def test_the_actors_of_the_gold_are_the_same_from_last_to_first() -> None:
    entities = [seen for reading in gold("seeds", "dev") for seen in seen_in(reading)]
    assert actors(entities) == actors(reversed(entities)) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Sergei Shoigu", "RUS"), named("Sergey Shoygu", "RUS")),
        (named("Volodymyr Zelensky", "UKR"), named("Volodymyr Zelenskyy")),
        (named("Recep Tayyip Erdogan", "TUR"), named("Recep Tayyip Erdoğan", "TUR")),
        (named("Soekirno Djati", "IDN"), named("Sukirno Jati", "IDN")),
        (named("S. Barlianov", "RUS"), named("Sergei Barlianov", "RUS")),
        (named("Nurul Hakim", "IDN"), named("Nurul Hakim Pratama", "IDN")),
        (named("Barlianov", "RUS", "Dubes Rusia"), named("Oleg Barlianov", "RUS", "Dubes Rusia")),
        (named("Presiden AS", "USA", day="2016-09-05"), named("Barack Obama", "USA")),
        (named("Menlu Rusia", "RUS", day="2017-11-22"), named("Sergey Lavrov", "RUS")),
        (named("Jokowi", "IDN"), named("Joko Widodo", "IDN")),
        (named("SBY", "IDN"), named("Susilo Bambang Yudhoyono", "IDN")),
        (named("Joseph Biden", "USA"), named("Joe Biden", "USA")),
        (named("Muammar Khadafi", "LBY"), named("Muammar Gaddafi", "LBY")),
        (named("Abu Mohammed al-Jolani", "SYR"), named("Ahmed al-Sharaa", "SYR")),
        (named("Menhan Rusia", "RUS", day="2016-09-05"), named("Sergei Shoigu", "RUS")),
        (named("Utusan Khusus PBB untuk Suriah", day="2016-09-09"), named("Staffan de Mistura")),
        (named("PBB", kind="organization"),
         named("Perserikatan Bangsa-Bangsa", kind="organization")),
        (named("AS", "USA", kind="country"), named("Amerika Serikat", "USA", kind="country")),
    ],
)  # fmt: skip
def test_names_of_one_actor(one: Named, other: Named) -> None:
    assert points(one, other) == points(other, one) >= SAME
    [actor] = actors([*one.seen, *other.seen])
    written = {spelling for named in actor.names for spelling in named.spellings}
    assert written == {one.name, other.name}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("George W. Bush", "USA", "Presiden AS"),
         named("George H. W. Bush", "USA", "Presiden AS")),
        (named("Kim Jong Un", "PRK", "Pemimpin"), named("Kim Jong Il", "PRK", "Pemimpin")),
        (named("Israel Katz", "ISR"), named("Israel", "ISR", kind="country")),
        (named("Bashar al-Assad", "SYR"), named("Hafez al-Assad", "SYR")),
        (named("Kim Jong Un", "PRK"), named("Kim Il Sung", "PRK")),
        (named("Kim Jong Un", "PRK"), named("Kim Yo Jong", "PRK")),
        (named("Ali Khamenei", "IRN"), named("Mojtaba Khamenei", "IRN")),
        (named("Nawaz Sharif", "PAK", "PM"), named("Shehbaz Sharif", "PAK", "PM")),
        (named("Michel Aoun", "LBN", "Presiden"), named("Joseph Aoun", "LBN", "Presiden")),
        (named("Tammam Salam", "LBN", "PM"), named("Nawaf Salam", "LBN", "PM")),
        (named("Rafik Hariri", "LBN", "PM"), named("Saad Hariri", "LBN", "PM")),
        (named("Farouk al-Sharaa", "SYR"), named("Ahmed al-Sharaa", "SYR")),
        (named("Mohammed bin Salman", "SAU"), named("Mohammed bin Nayef", "SAU")),
        (named("Mohammed bin Salman", "SAU"), named("Khalid bin Salman", "SAU")),
        (named("Laurent Kabila", "COD"), named("Joseph Kabila", "COD")),
        (named("Heydar Aliyev", "AZE"), named("Ilham Aliyev", "AZE")),
        (named("Akhmad Kadyrov", "RUS"), named("Ramzan Kadyrov", "RUS")),
        (named("Mahinda Rajapaksa", "LKA"), named("Gotabaya Rajapaksa", "LKA")),
        (named("Abdel Fattah al-Sisi", "EGY"), named("Abdel Fattah al-Burhan", "SDN")),
        (named("Antonio Guterres"), named("Francisco Guterres", "TLS")),
        (named("Sergei Ivanov", "RUS"), named("Igor Ivanov", "RUS")),
        (named("Susan Rice", "USA"), named("Condoleezza Rice", "USA")),
        (named("Ri Yong-ho", "PRK", "Menlu"), named("Ri Su-yong", "PRK", "Menlu")),
        (named("Prabowo Subianto", "IDN"), named("Listyo Sigit Prabowo", "IDN")),
        (named("Donald Trump", "USA"), named("Lara Trump", "USA")),
        (named("Hun Sen", "KHM", "PM"), named("Hun Manet", "KHM", "PM")),
        (named("Li Keqiang", "CHN", "PM"), named("Li Qiang", "CHN", "PM")),
        (named("Mohammed Odeh", "PSE"), named("Bassem Abu Odeh", "PSE")),
        (named("Yordania", "JOR", kind="country"), named("Georgia", "GEO", kind="country")),
        (named("Budi Prasetyo", "IDN", "Dirjen"), named("Agus Prasetyo", "IDN", "Dirjen")),
        (named("R. A. Winarto", "IDN"), named("R. B. Winarto", "IDN")),
        (named("Presiden AS", "USA", day="2016-09-05"), named("Donald Trump", "USA")),
        (named("Presiden AS", "USA", day="2016-09-05"),
         named("Presiden AS", "USA", day="2018-09-05")),
        (named("Georgia", "GEO", kind="country"), named("Georgia", "USA", kind="place")),
        (named("militer", "RUS", kind="organization"),
         named("militer", "TUR", kind="organization")),
    ],
)  # fmt: skip
def test_names_that_must_not_be_one(one: Named, other: Named) -> None:
    """The points part them, so that no third name can join them either."""
    assert points(one, other) == points(other, one) <= APART
    assert len(actors([*one.seen, *other.seen])) == 2


def test_every_spelling_of_the_table_is_its_person() -> None:
    """However little it is like the name: Gus Dur, Ahok, MBS; but for names that many bear."""
    spellings = [
        (row, spelling)
        for row in rows("people")
        for spelling in filter(None, row["variants"].split("|"))
        if not {row["name"].casefold(), spelling.casefold()} & shared_names()
    ]
    apart = [
        (row["name"], spelling)
        for row, spelling in spellings
        if points(named(row["name"], row["country"]), named(spelling, row["country"])) < SAME
    ]
    assert len(spellings) > 500
    assert apart == []


def test_no_two_people_of_the_table_are_one() -> None:
    """Where a word of their names begins alike; the others have nothing to join them."""
    people = [named(row["name"], row["country"]) for row in rows("people")]
    alike: dict[str, list[Named]] = {}
    for one in people:
        for word in spelled(one.name):
            alike.setdefault(word[:4], []).append(one)
    pairs = {
        (a.name, b.name): points(a, b)
        for some in alike.values()
        for a, b in combinations(some, 2)
        if a is not b and shared_names().isdisjoint({a.name.casefold(), b.name.casefold()})
    }
    assert len(pairs) > 1000
    assert {pair: found for pair, found in pairs.items() if found > APART} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seen("Barlianov", "RUS"), seen("Oleg Barlianov", "RUS")),
        (seen("Ahmad Zulkarnaen", "IDN"), seen("Ahmad Zulkarnaen", "MYS")),
        (seen("Hassan Berkani", "DZA"), seen("Hussein Berkani", "DZA")),
    ],
)
def test_unsure_names_stay_apart_and_are_listed(one: Seen, other: Seen) -> None:
    first, second = actors([one, other])
    [maybe] = first.unsure
    assert UNSURE <= maybe.points < SAME
    assert maybe.name == second.names[0]


def test_a_surname_of_two_people_is_neither() -> None:
    """It could be of each of them, so it is of its own, and listed with both."""
    role = "Menteri Perikanan"
    people = [seen("Budi Sarwono", "IDN", role), seen("Agus Sarwono", "IDN", role)]
    found = {actor.name: actor for actor in actors([*people, seen("Sarwono", "IDN", role)])}
    assert set(found) == {"Budi Sarwono", "Agus Sarwono", "Sarwono"}
    assert {maybe.name.name for maybe in found["Sarwono"].unsure} == {p.name for p in people}


def test_a_name_of_two_people_joins_neither() -> None:
    """Running mates printed as one name are not the bridge between the two."""
    names = ["Wiro Gunadi", "Tarno Basuki", "Wiro Gunadi-Tarno Basuki"]
    found = actors(seen(name, "IDN") for name in names)
    assert {actor.name for actor in found} == set(names)


def test_an_office_is_its_holder_of_the_day() -> None:
    days = ("2012-05-05", "2016-05-05", "2016-06-06", "2018-05-05")
    found = actors(seen("Presiden AS", "USA", day=day) for day in days)
    assert [(actor.name, len(actor.seen)) for actor in found] == [
        ("Barack Obama", 3), ("Donald Trump", 1),
    ]  # fmt: skip


def test_people_without_a_name_are_one_an_article() -> None:
    assert len(actors([seen("sumber"), seen("sumber"), seen("juru bicara Kremlin", "RUS")])) == 3


def test_the_analyst_stands_above_points() -> None:
    """Also above what the lists say, and above the contradiction of others."""
    people = [seen("Sergei Lavrov", "RUS"), seen("Sergey Lavrov", "RUS"), seen("Ali Ramadi")]
    parted = frozenset({frozenset({"sergei lavrov", "sergey lavrov"})})
    assert len(actors(people, Decided(apart=parted))) == 3
    joined = frozenset({frozenset({"sergei lavrov", "ali ramadi"})})
    assert len(actors(people, Decided(same=joined))) == 1


def test_every_feature_explains_itself_and_counts_both_ways_alike() -> None:
    assert all((feature.__doc__ or "").endswith((".", "not.")) for feature, _ in WEIGHTS)
    one, other = named("S. Lavrov", "RUS", "Menlu Rusia"), named("Sergei Lavrov", "RUS")
    reasons = {reason.name for reason in compare(one, other)}
    assert {"surname_and_initial", "same_country", "in_office"} <= reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [("Shoygu", "Shoigu"), ("Zelensky", "Zelenskyy"), ("Erdoğan", "Erdogan"),
     ("Soeharto", "Suharto"), ("Djoko", "Joko"), ("al-Assad", "Assad")],
)  # fmt: skip
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert spelled(one) == spelled(other) != ()


def test_words_that_only_look_alike_are_kept_apart() -> None:
    assert spelled("Militer AS") != spelled("Militer")


_names = st.sampled_from(
    ["Sergei Lavrov", "Sergey Lavrov", "S. Lavrov", "Lavrov", "Kim Jong Un", "Kim Jong Il", "Kim",
     "George Bush", "George W. Bush", "George H. W. Bush", "Bush", "Presiden AS", "A", "…", "al"]
)  # fmt: skip
_countries = st.sampled_from([None, "RUS", "USA", "PRK"])
_build: Callable[..., Seen] = Seen
_seen = st.builds(
    _build,
    article=st.text("abc", min_size=1, max_size=3),
    entity=st.sampled_from(["e1", "e2"]),
    name=_names,
    kind=st.sampled_from(["person", "person", "organization"]),
    country=_countries,
    role=st.sampled_from([None, "Presiden AS", "Menlu Rusia"]),
    day=st.sampled_from(["", "1990-05-05", "2003-05-05"]),
)


@given(
    st.lists(_seen, min_size=1, max_size=12, unique_by=lambda s: (s.article, s.entity)),
    st.randoms(),
)
def test_actors_are_the_same_in_any_order_and_hold_every_entity_once(
    entities: list[Seen], random: object
) -> None:
    shuffled = list(entities)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = actors(entities)
    assert found == actors(shuffled)
    assert sorted((s for a in found for s in a.seen), key=repr) == sorted(entities, key=repr)
    for actor in found:
        assert len({named.kind for named in actor.names}) == 1
