"""Furniture by its shape: date stamps, editors' codes, credits and raw markup."""

from __future__ import annotations

import re

from kawat.layers.furniture.phrases import alternation
from kawat.lexicon import table
from kawat.lexicon.outlets import outlet_at

_DATE = re.compile(
    rf"\b\d{{1,2}}[ \-/.]+(?:{alternation('stamp', 'months')})\.?[ ,\-/]+\d{{2,4}}\b"
    r"|\b\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2,4}\b|\b\d{4}[/\-]\d{1,2}[/\-]\d{1,2}(?=\b|t)"
    rf"|\b(?:{alternation('stamp', 'months')})\.? \d{{1,2}}, ?\d{{4}}\b"
    r"|\b\d{1,2} (?:detik|menit|jam|hari|minggu|bulan) (?:yang )?lalu\b"
)
_STAMP_WORDS = frozenset(
    word for name in ("months", "days", "words") for word in table("furniture")["stamp"][name]
)
_SIGNATURES = tuple(table("furniture")["stamp"]["signatures"])
_BREAK = re.compile(r"[-|,•·–—/]\s*|\s")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_CODE = "|".join(
    (
        r"[a-z]{2,5}\d?(?: ?[/|,-] ?[a-z]{1,6}\d{0,3}){0,4}",  # (stu), (aik/aik), (bbc/m10)
        r"[A-Z][a-z]{0,3}\.? ?(?:[/|. -]+ ?[A-Z]{0,3}[a-z]{0,4}-?\d{0,4}){1,4}",  # (Uu. G005)
        r"[A-Z]{1,5}(?: ?[/-] ?[A-Za-z0-9-]{1,6}){1,4}",  # (T/RI-1/P1)
        r"[A-Z]\d{2,4}|[A-Z]{1,3}-\d{1,3}",  # (I015), (P-5)
        r"[A-Z][a-z]{1,3}/[a-z]{2,4}|\*{1,3}",  # (Ist/sur), (***)
        r"\w{2,20} ?/ ?[\w-]{2,20}\.(?:com|co|id|net)|[\w-]{2,20}\.(?:com|co|id|net)(?: - \w+)?",
    )
)
_CODE_TAIL = re.compile(rf"[(\[] ?(?:{_CODE}) ?[)\]][.\s]*$")
_NAME_TAIL = re.compile(r"[(\[] ?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3} ?[)\]][.\s]*$")
_LONE_CODE = re.compile(rf"[(\[] ?(?:{_CODE}) ?[)\]]\.?")
_DESK = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){0,3} ?\([A-Za-z,/ -]{2,40}\)")  # rap/hp (afp, dpa)
_DESK_TAIL = re.compile(
    r"(?<=[.!?\"”])[a-z]{2,4}(?:/[a-z]{2,4}){1,3} ?\([A-Za-z,/ -]{2,40}\)[.\s]*$"
)
_TRADE = re.compile(rf"(?i:{alternation('signature', 'trades')})\b.{{0,30}}|(?:detik|kumparan)\w*")
_SIGNED_BY = re.compile(r"(?:Oleh|By) [A-Z][\w.' ]{2,40}|Tim [A-Z]\w+(?: \w+)?")
_NOT_CODES = frozenset({"dan", "atau", "dan/atau", "sic", "alm", "as", "ri", "rp", "usd"})
_SLASHED = re.compile(r"[(\[] ?[a-z]{2,4}\d?(?: ?/ ?[a-z]{2,4}\d?){1,3} ?[)\]][.\s]*$")

_CREDIT = re.compile(
    rf"(?i:^[|(\[]? ?(?:{alternation('credit', 'openers')})\b ?[:./|-])"
    rf"|(?i:\b(?:{alternation('credit', 'agencies')})\b ?/? ?"
    rf"(?:{alternation('credit', 'words')})\b)"
    rf"|(?i:^(?:{alternation('credit', 'alone')})\b)"
    r"|\bvia (?:REUTERS|Reuters|AFP|AP|Getty)\b|^[|] ?[A-Z]"
)
_AGENCY_SLASH = re.compile(
    r"^[(\[|]? ?(?P<name>[A-Z][\w. ]{1,28}?) ?/ ?(?:[A-Z@][\w.'’ /-]{1,60})[)\]]?\.?$"
)
_PICTURE_HOUSES = frozenset(
    word for name in ("agencies", "alone", "openers") for word in table("furniture")["credit"][name]
)
_CREDIT_TAIL = re.compile(
    r"(?:(?P<open>[|]|[(\[]) ?(?P<words>[^()\[\]|\n]{2,80})[)\]]?"
    r"|(?<=[.,!?)\]] )(?P<slashed>(?:[A-Z][\w.]{1,12} ?){1,3}/ ?[A-Z@][\w.'’@ /-]{1,50})"
    rf"|(?<=[.,!?)\]\"” ] )(?P<label>(?i:{alternation('credit', 'openers')}) ?[:./] ?"
    r"[A-Z@][^.\n]{1,60}))"
    r"[.\s]*$"
)
_CREDIT_MARK = re.compile(r"[|(\[/:]|\. ?[A-Z@]")  # one is in every credit, and is found sooner
_CREDIT_SIGN = re.compile(rf"[|/\])]|(?i:{alternation('credit', 'openers')})")
_EMBEDS = (
    "video|img|embed|gallery|image|foto|audio|link|caption|quote|iframe|poll|related|read|table"
)
MARKUP = re.compile(
    rf"\[(?i:gambas):[^\]\n]{{1,80}}\]|\[/?(?:{_EMBEDS})\b[^\]\n]{{0,120}}\]\\?"
    r"|\[(?:vid|pic)\.?\d+\]|</?[a-zA-Z][^<>\n]{0,300}>|<!--[^\n]{0,200}?-->"
    r"|&nbsp;|&(?:lt|gt|quot|#\d{2,5});|\{#[\w-]{1,40}\}"
)
_MARKUP_LINE = re.compile(
    r"(?:-{3,}|\*{3,}|={3,}|:{3,}|_{3,}|~{3,}|\\+|#{1,6}|null|undefined|:{3,4} ?[\w{}# -]{1,40}"
    r"|https?://\S+|www\.\S+|[{}()\[\];]+|\|+)$"
)
_MARKUP_OPENS = frozenset("-*=:_~\\#nuhw{}()[];|<&")
"""the characters that markup begins with: few lines do"""


def is_stamp(words: str) -> bool:
    """Tell whether the line is a date and time and nothing else."""
    lower = words.lower()
    return (
        len(words) <= 80
        and bool(_DATE.search(lower))
        and all(w in _STAMP_WORDS for w in _LETTERS.findall(lower))
    )


def is_signed_stamp(words: str) -> bool:
    """Tell whether the line is a name and a date and time.

    ``Sari Puspita - detikNews Selasa, 05 Sep 2017 10:30 WIB``, ``Contoh.com - 20/06/2025, 18:10``
    """
    if len(words) > 120 or not _DATE.search(words.lower()):
        return False
    for found in _BREAK.finditer(words, 0, 60):
        if is_stamp(words[found.end() :]):
            return _is_names(words[: found.start()])
    return False


def _is_names(words: str) -> bool:
    names = words.replace("-", " ").replace(",", " ").split()
    return 0 < len(names) <= 7 and all(
        not n[0].islower() or n.startswith(_SIGNATURES) for n in names
    )


def code_start(line: str) -> int:
    """Return where an editor's code begins at the end of a line, ``-1`` where there is none.

    A code stands after the end of a sentence; only one with a slash (``(aik/bud)``) may stand
    elsewhere.
    """
    if not line.endswith((")", "]", ").", "].", ") ", "] ")):
        return -1
    tail_from = max(0, len(line) - 90)
    tail = line[tail_from:]
    opened = max(tail.rfind("("), tail.rfind("["))
    if opened < 0:
        return -1
    words = tail[opened:]
    inner = words.strip("()[]. ").lower()
    if inner in _NOT_CODES:
        return -1
    before = tail[:opened].rstrip()
    ended = before.endswith((".", "!", "?", '"', "”", "…", "'", "’")) or not before
    if _SLASHED.match(words) and len(inner) <= 20:
        return tail_from + opened
    if ended and (_CODE_TAIL.match(words) or _NAME_TAIL.match(words) or _lists_outlets(words)):
        return tail_from + opened
    desk = _DESK_TAIL.search(tail)
    return tail_from + desk.start() if desk else -1


def _lists_outlets(words: str) -> bool:
    """Tell whether brackets hold names of outlets only: ``(Antara / Reuters)``."""
    parts = re.split(r"\s*[/,|]\s*", words.strip("()[]. \n"))
    known = [outlet_at(p, 0) for p in parts]
    return all(k and k[0] == len(p) for k, p in zip(known, parts, strict=True))


def is_byline(line: str) -> bool:
    """Tell whether the line is an author's name, alone or with the trade or the outlet.

    ``Sari Puspita``, ``Sari Puspita, Jurnalis``, ``Budi - detikNews``
    """
    head, mark, tail = line.partition(",") if "," in line else line.partition(" - ")
    names = head.split()
    if not 1 < len(names) <= 4 or not all(n[0].isupper() and n[-1].isalpha() for n in names):
        return not mark and bool(_SIGNED_BY.fullmatch(line))
    if not mark:
        return len(names) <= 3 and all(n.isalpha() or "." in n for n in names)
    return bool(_TRADE.fullmatch(tail.strip()))


def is_lone_code(line: str) -> bool:
    """Tell whether the line is an editor's code and nothing else."""
    if _DESK.fullmatch(line):
        return True
    return bool(_LONE_CODE.fullmatch(line)) or bool(
        len(line) < 40 and line[:1] in "([" and _NAME_TAIL.fullmatch(line)
    )


def is_credit(words: str) -> bool:
    """Tell whether the words are the credit of a picture."""
    if len(words) > 110:
        return False
    if _CREDIT.search(words):
        return len(words.split()) <= 14
    slashed = _AGENCY_SLASH.match(words)
    if slashed and len(words.split()) <= 8:
        name = slashed.group("name")
        known = outlet_at(words, slashed.start("name"))
        named = known is not None and (not known[1].common or name.isupper())
        return named or name.lower() in _PICTURE_HOUSES
    return False


def credit_start(words: str, *, lone: bool) -> int:
    """Return where a credit begins at the end of a caption, ``-1`` where there is none.

    With ``lone`` an agency's name in brackets is a credit too; at the end of a report's paragraph
    it would be its source.
    """
    tail_from = max(0, len(words) - 100)
    if not _CREDIT_MARK.search(words, tail_from) or not _CREDIT_SIGN.search(words, tail_from):
        return -1
    found = _CREDIT_TAIL.search(words, tail_from)
    if not found or found.start() == 0:
        return -1
    if found.group("label"):
        return found.start()
    inner = (found.group("words") or found.group("slashed")).strip()
    if is_credit(inner) or (lone and found.group("open") == "|" and len(inner.split()) <= 5):
        return found.start()
    known = outlet_at(inner, 0) if lone else None
    return found.start() if known and known[0] >= len(inner) - 1 else -1


def names_agencies(words: str) -> bool:
    """Tell whether the line is an agency's name and nothing else, as a credit may be."""
    known = outlet_at(words, 0)
    return bool(known) and known is not None and known[0] == len(words)


def is_markup(line: str) -> bool:
    """Tell whether the line is markup, a rule or an address and nothing else."""
    if line[0] not in _MARKUP_OPENS:
        return False
    if _MARKUP_LINE.match(line):
        return True
    found = MARKUP.match(line)
    return bool(found) and found is not None and found.end() == len(line)
