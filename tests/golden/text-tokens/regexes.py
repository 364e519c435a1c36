"""Writes what RE2 makes of patterns, replacements and texts, which is what torchtext's RegexTokenizer does before it cuts at spaces.

    /usr/bin/python3 tests/golden/text-tokens/regexes.py

Oracle: RE2 (Debian 12's libre2-9). Writes regexes.json; equality is exact.
"""

import json
import pathlib

import re2

TEXTS = [
    "Basic Regex Tokenization for a Line of Text",
    "Basic.Regex,Tokenization_for+a..Line,,of  Text",
    "it's \"quoted\"; (it) isn't!  3.14 and 1,000\tüber\u00a0naïve\n\nend of lines\n",
    "😀 a😀b 𝔸𝔹 漢字 éa ÿ _x_ 42nd ٣ \v\f - ] ^ \\ $",
    "",
    "aaa abab AbAB ſK",
]
BASIC = [
    (r"\'", r" '  "), (r"\"", ""), (r"\.", " . "), (r"<br \/>", " "), (",", " , "), (r"\(", " ( "), (r"\)", " ) "), (r"\!", " ! "),
    (r"\?", " ? "), (r"\;", " "), (r"\:", " "), (r"\s+", " "),
]
LISTS = [
    BASIC,
    [(r"\'", r" '  "), (r"\"", "")],
    [(r"[,._+ ]+", " ")],
    [(r"(\w+)", r"<\1>")],
    [(r"(?P<first>\w)(\w*)", r"\2\1\0 ")],
    [(r"\d", "#"), (r"\D+", "-")],
    [(r"\S", "x")],
    [(r".", "y")],
    [(r"(?s).", "y")],
    [(r"[^a-z]", " ")],
    [(r"\pL+", " L "), (r"\pN", " N ")],
    [(r"\PL", " ")],
    [(r"[\p{Lu}\d]", "*"), (r"\p{^L}", " ")],
    [(r"[[:alpha:]]+", "A"), (r"[[:^alnum:]]", " ")],
    [(r"[[:punct:]]", " p ")],
    [(r"\b", "|")],
    [(r"\Ba\B|\bo", "|")],
    [(r"x*", "-")],
    [(r"a*", "-")],
    [(r"b*", "-")],
    [(r"(a)|(b)", r"[\1\2]")],
    [(r"^", "S"), (r"$", "E")],
    [(r"(?m)^", "S"), (r"(?m)$", "E")],
    [(r"(?m:^)b", "S"), (r"^B", "E")],
    [(r"\Aa", "S"), (r"t\z", "E")],
    [(r"(?i)ab", "Z")],
    [(r"(?i:s)|k", "Z")],
    [(r"a(?i)B(?-i)a", "Z")],
    [(r"\x41|\x{1F600}", "!")],
    [(r"[\x{1D538}-\x{1D540}😀]", "!")],
    [(r"[^\x{1D538}😀a-zA-Z]", "!")],
    [(r"\Q.(\E|\Q]", "!")],
    [(r"[]^\-\\]", "!")],
    [(r"a{2}|b{1,2}|[ü]{0,}$", "!")],
    [(r"a+?b??", "!")],
    [(r"\101|\t|\n|\v|\f|\r|\a", "!")],
    [(r"a{,2}|{", "!")],
    [(r"(?:(a|ab)(c|bcd)?)", r"<\1>")],
    [(r"e", r"\\")],
    [(r"\w+$", "last")],
    [(r"\s", "_")],
    [(r"[\s\v]", "_")],
    [(r"[\S]", "_")],
    [(r"[\D\w]", "_")],
]
# All of these RE2 refuses.
WRONG = [r"(", r")", r"[a", r"a**", r"(?=a)", r"(?!a)", r"(?<=a)", r"\1", r"\8", r"\pX", r"\p{Nonsense}", r"a{1001}", r"[b-a]", r"\x{110000}", r"\y", r"(?P<a", r"(?z)", r"*a", r"[[:word2:]]", r"\x4", "\\"]


def main():
    cases = []
    for pairs in LISTS:
        found = []
        for text in TEXTS:
            for pattern, replacement in pairs:
                text = re2.replace(pattern, replacement, text)
                assert not text.startswith("wrong pattern"), (pattern, text)
            found.append(text)
        cases.append(dict(pairs=pairs, results=found))
    refused = [pattern for pattern in WRONG if re2.replace(pattern, "", "").startswith("wrong pattern")]
    assert refused == WRONG, set(WRONG) - set(refused)
    pathlib.Path(__file__).with_name("regexes.json").write_text(
        json.dumps(dict(oracle="RE2 20220601", texts=TEXTS, cases=cases, refused=WRONG), indent=1), encoding="utf-8")


main()
