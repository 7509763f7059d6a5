"""LaTeX as it stands in BibTeX files, turned into plain text: accents, letters, signs, dashes and quotes."""

from __future__ import annotations

import re
import unicodedata

from sightline.cite.marks import clean

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", '"': "\u0308",
    "u": "\u0306", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
"""Commands that set an accent on the letter after them."""
_SIGNS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"', "guillemotleft": "«", "guillemotright": "»",
    "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“", "quotedblbase": "„", "quotesinglbase": "‚", "lq": "‘", "rq": "’",
    "ldots": "…", "dots": "…", "textellipsis": "…", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "S": "§", "textsection": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "textdegree": "°", "degree": "°", "textdollar": "$", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textexclamdown": "¡", "textquestiondown": "¿", "textperiodcentered": "·",
    "slash": "/", "times": "×", "textmu": "µ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "mu": "μ", "pi": "π",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "quad": " ", "newline": " ", "par": " ", "space": " ",
}  # fmt: skip
_PASSED_OVER = frozenset(
    "emph textit textbf textsc textrm textsf texttt textup textnormal textsuperscript textsubscript mathrm mathit mathbf"
    " text mkbibquote mkbibemph sl it bf em sc rm tt url path href protect ensuremath mbox hbox nocase relax noopsort"
    " uppercase lowercase MakeUppercase bibstring textln allowbreak break penalty".split()
)
"""Commands that change how a text looks, not what it says."""
_JOINED = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?\s*|\\(?P<sign>.)|(?P<joined>---?|``|''|[?!]`)|(?P<mark>[{}$~])"
    r"|(?P<text>[^\\{}$~`'?!-]+|.)",
    re.DOTALL,
)


def plain(text: str) -> tuple[str, list[str]]:
    """The text as TeX would print it, on one line, and the commands that are not known here."""
    made: list[str] = []
    unknown: list[str] = []
    accent, in_formula = "", False
    for token in _TOKEN.finditer(text):
        word = token["word"] or token["sign"] or ""
        if word in _ACCENTS and not in_formula:
            accent = _ACCENTS[word]
            continue
        if token["mark"] and token["mark"] != "~":
            in_formula ^= token["mark"] == "$"
            accent = accent if token["mark"] == "{" else ""
            continue
        piece = _piece(token, word, unknown)
        if in_formula and token["text"]:
            piece = piece.translate({ord("_"): None, ord("^"): None})
        if accent and piece.strip():
            piece = piece.lstrip()
            letter = {"ı": "i", "ȷ": "j"}.get(piece[0], piece[0])
            piece, accent = letter + accent + piece[1:], ""
        made.append(piece)
    return unicodedata.normalize("NFC", clean("".join(made))), unknown


def _piece(token: re.Match[str], word: str, unknown: list[str]) -> str:
    if token["joined"]:
        return _JOINED[token["joined"]]
    if token["mark"] or token["sign"] in (" ", "\\", "\n", "\t"):
        return " "
    if token["text"]:
        return token["text"]
    if token["sign"]:
        return "" if word in "-/,;:!@()[]" else word
    if word not in _SIGNS and word not in _PASSED_OVER:
        unknown.append(f"\\{word}")
    return _SIGNS.get(word, "")
