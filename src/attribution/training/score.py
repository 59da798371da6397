"""Soft matching of found and gold attributions: cues share a word that is no function word, sources and contents overlap by half
of their union. One-to-one, as many as possible."""

import bisect
import re

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
FUNCTION_WORDS = set(
    "a an the is are was were be been being am has have had having do does did done will would could should can may might must "
    "shall not n't to of in on at for by with as that it his her their its has also just now still and or never ever".split())


class Words:
    def __init__(self, text):
        self.found = [(match.start(), match.end(), match.group().lower()) for match in WORD.finditer(text)]
        self.ends = [word[1] for word in self.found]

    def of(self, spans):
        out = set()
        for begin, end in spans:
            at = bisect.bisect_right(self.ends, begin)
            while at < len(self.found) and self.found[at][0] < end:
                out.add(at)
                at += 1
        return out


def overlap(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


def matched(text, gold, found):
    """Pairs (gold index, found index)."""
    words = Words(text)
    sets = [[{role: words.of(item[role]) for role in ("source", "cue", "content")} for item in items] for items in (gold, found)]
    fits = []
    for g in sets[0]:
        telling = {at for at in g["cue"] if words.found[at][2] not in FUNCTION_WORDS} or g["cue"]
        fits.append([index for index, f in enumerate(sets[1]) if telling & f["cue"] and
                     overlap(g["source"], f["source"]) >= 0.5 and overlap(g["content"], f["content"]) >= 0.5])
    owner = {}

    def place(g, tried):
        for f in fits[g]:
            if f not in tried:
                tried.add(f)
                if f not in owner or place(owner[f], tried):
                    owner[f] = g
                    return True
        return False

    for g in range(len(gold)):
        place(g, set())
    return [(g, f) for f, g in owner.items()]


def f1(matches, gold, found):
    return 2 * matches / (gold + found) if gold + found else 0.0
