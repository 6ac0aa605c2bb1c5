"""Texts that no newspaper prints and that a reader meets all the same; each of any length."""

from __future__ import annotations

PIECES = {
    "arabic": "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ",
    "arabic digits": "٢٠١٧ ",
    "bare lines": "* a\n",
    "brackets": "[Gambas:Video ",
    "bullets and dashes": "- a — b ",
    "capitalised words": "Ab Cd ",
    "capitals": "PUTIN ",
    "carriage returns": "a\r\n",
    "chinese": "俄罗斯外交部长拉夫罗夫说，",
    "closed quotations": "“”",
    "combining marks": "\u0301",
    "commas": "a, ",
    "control characters": "\x01\x02\x0b\x0c\x85\u2028",
    "cues": "mengatakan bahwa ",
    "cues with contents": "Putin mengatakan bahwa Rusia menilai ",
    "cues without words": "menurut Putin, ",
    "datelines": "JAKARTA, KOMPAS.com - ",
    "dates": "7/2/2017 ",
    "digits": "1",
    "digits and dots": "1.000.",
    "digits and slashes": "1/2/",
    "emoji": "😀🇮🇩👩‍👩‍👧 ",
    "figures": "puluhan orang tewas ",
    "figures and their parts": "12 orang tewas, termasuk ",
    "full stops": "a. ",
    "fullwidth and mathematical digits": "１２𝟏𝟐²³ ",
    "left-to-right overrides": "\u202e\u202da",
    "letters in NFD": "Me\u0301nlu Jose\u0301 ",
    "line feeds": "\n",
    "markup": "<p>a</p>",
    "mixed case": "aB",
    "names": "Vladimir Putin dan Rusia dan ",
    "numerals": "ribu juta ",
    "one letter": "a",
    "only conjunctions": "dan ",
    "open parentheses": "(",
    "open quotations": "“",
    "quotations": "“Kami siap,” kata dia. ",
    "related links in one line": ". Baca juga: Aa Bb Cc ",
    "related links": "Baca juga: x\n",
    "relative times": "sehari setelah tahun lalu pekan lalu ",
    "scraped addresses": "http://a.b/",
    "single quotation marks": "'",
    "straight quotation marks": '"',
    "tags": "Tag: ",
    "words without punctuation": "presiden rusia bertemu menlu turki ",
    "zero-width spaces": "\u200ba",
}
"""Name: what is repeated."""


def hostile(name: str, length: int) -> str:
    """Return about ``length`` code points of a kind of hostile text."""
    piece = PIECES[name]
    return "Rusia. " + piece * (length // len(piece))


def nested(depth: int) -> str:
    """Return a quotation within a quotation within …"""
    return "“Kata dia " * depth + "damai" + "” ujarnya" * depth + "."
