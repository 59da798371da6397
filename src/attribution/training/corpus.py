"""PolNeAR and other articles as arrays: tokens and features from the engine's own program, gold attributions as token indices."""

import bisect
import json
import os
import re
import subprocess
from dataclasses import dataclass, field

import numpy as np

ROLES = ("source", "cue", "content")
# As in network.h and network.cpp.
WINDOW_BEFORE, WINDOW_BEHIND = 56, 80
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 35)
OPENS, INSIDE = 1, 2  # Quote
GAP = 16  # rows of nothing between two texts: the largest dilation
WINDOW_GAP = 8  # between two windows: the largest dilation of the second stage


@dataclass
class Attribution:
    """Token indices of one attribution."""
    cue: tuple  # (first, end)
    source: list
    content: list


@dataclass
class Article:
    id: str
    text: str
    gold: list  # [{role: [[begin, end], ...]}], code points
    tokens: np.ndarray  # begin, end, paragraph, sentence, quote
    words: list  # normalised
    features: np.ndarray  # rows of the tables: word, ending, short ending, beginning, shape, place
    paragraphs: list  # first token of each, and the number of tokens
    attributions: list = field(default_factory=list)

    def __len__(self):
        return len(self.words)


# ---- PolNeAR

def read_brat(path):
    """Attributions of one brat standoff file: [{role: [[begin, end], ...]}]."""
    spans, events = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            parts = line.rstrip("\n").split("\t")
            if len(parts) > 1 and re.fullmatch(r"T\d+", parts[0]):
                spans[parts[0]] = [[int(x) for x in span.split()] for span in parts[1].split(" ", 1)[1].split(";")]
            elif len(parts) > 1 and re.fullmatch(r"E\d+", parts[0]):
                events.append([argument.split(":") for argument in parts[1].split()])
    out = []
    for arguments in events:
        if arguments[0][0].startswith("Attribution"):
            attribution = {role: [] for role in ROLES}
            for role, name in arguments[1:]:
                role = re.sub(r"\d+$", "", role).lower()
                if role in ROLES:
                    attribution[role] += spans.get(name, [])
            out.append({role: sorted(attribution[role]) for role in ROLES})
    return out


def polnear(folder, split, every_annotator=False):
    """Articles of a split as {id, text, attributions}; of several annotators the first, or one record for each."""
    annotations = os.path.join(folder, "data", split, "attributions")
    last = None
    for name in sorted(os.listdir(annotations)):
        if not name.endswith(".ann"):
            continue
        article = name[:-4].rsplit("_", 1)[0]
        text = os.path.join(folder, "data", split, "text", article + ".txt")
        if not os.path.exists(text) or (article == last and not every_annotator):
            continue
        last = article
        with open(text, encoding="utf-8", newline="") as file:
            yield {"id": article, "text": file.read(), "attributions": read_brat(os.path.join(annotations, name))}


# ---- tokens and features

def run(program, records, *options):
    lines = "".join(json.dumps({"id": record["id"], "text": record["text"]}) + "\n" for record in records)
    done = subprocess.run([program, *options], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fingerprints(program, words):
    done = subprocess.run([program, "--fingerprints"], input="".join(word + "\n" for word in words).encode(),
                          stdout=subprocess.PIPE, check=True)
    return [int(line) for line in done.stdout.split()]


def token_indices(tokens, spans):
    """Tokens at least half of which lie in one of the spans."""
    begins, ends, out = list(tokens[:, 0]), list(tokens[:, 1]), set()
    for begin, end in spans:
        at = bisect.bisect_right(ends, begin)
        while at < len(begins) and begins[at] < end:
            if 2 * (min(end, ends[at]) - max(begin, begins[at])) >= ends[at] - begins[at]:
                out.add(at)
            at += 1
    return sorted(out)


def word_rows(features, vocabulary):
    """vocabulary: upper 24 bits of a fingerprint to row; as Weights::word_row."""
    return np.array([vocabulary.get(int(word) >> 8) or vocabulary.get(int(tail) >> 8, 0)
                     for word, tail in features[:, :2]], np.int64)


def articles(program, records, vocabulary):
    out = []
    for record, found in zip(records, run(program, records)):
        tokens = np.array(found["tokens"], np.int64).reshape(-1, 5)
        features = np.array(found["features"], np.int64).reshape(-1, 7)
        rows = np.concatenate([word_rows(features, vocabulary)[:, None], features[:, 2:]], 1)
        paragraph = tokens[:, 2]
        paragraphs = [0] * bool(len(tokens)) + list(np.nonzero(np.diff(paragraph))[0] + 1) + [len(tokens)]
        article = Article(record["id"], record["text"], record["attributions"], tokens, found["words"], rows, paragraphs)
        for gold in record["attributions"]:
            cue, source, content = (token_indices(tokens, gold[role]) for role in ("cue", "source", "content"))
            if cue and content:
                article.attributions.append(Attribution((cue[0], cue[-1] + 1), source, content))
        out.append(article)
    return out


# ---- labels

def write_labels(labels, indices, begin, shift=0):
    """labels[index - shift] = `begin` at the first token of a run, begin + 1 in the rest of it."""
    last = None
    for index in indices:
        if 0 <= index - shift < len(labels):
            labels[index - shift] = begin + (last == index - 1)
        last = index


def cue_labels(article):
    labels = np.zeros(len(article), np.int64)
    for attribution in article.attributions:
        write_labels(labels, range(*attribution.cue), 1)
    return labels


def role_labels(article):
    labels = np.zeros(len(article), np.int64)
    for attribution in article.attributions:
        write_labels(labels, attribution.content, 5)
        write_labels(labels, attribution.source, 1)
        write_labels(labels, range(*attribution.cue), 3)
    return labels


def parts_of_speech(modules, records):
    """By tags.mjs: {id: [[begin, end, tag], ...]}. modules: the folder that holds wink-nlp and its model."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tags.mjs")
    tagged = run("node", records, script, os.path.abspath(modules))
    return {record["id"]: record["tags"] for record in tagged}


def tag_labels(article, tags, names):
    """Part of speech of each token: that of the first tagged word that begins in it; -1 = none does."""
    labels = np.full(len(article), -1, np.int64)
    begins = [tag[0] for tag in tags]
    for at, (begin, end) in enumerate(article.tokens[:, :2]):
        first = bisect.bisect_left(begins, begin)
        if first < len(tags) and begins[first] < end and tags[first][2] in names:
            labels[at] = names.index(tags[first][2])
    return labels


def window(article, cue):
    """As window_of in network.cpp."""
    paragraph, quote = article.tokens[cue[0], 2], article.tokens[:, 4]
    begin, end = article.paragraphs[paragraph], article.paragraphs[paragraph + 1]
    continued = end < len(article) and quote[end] == OPENS
    continues = begin > 0 and quote[begin] == OPENS and quote[begin - 1] in (OPENS, INSIDE)
    if continued:
        end = article.paragraphs[paragraph + 2]
    if continues:
        begin = article.paragraphs[paragraph - 1]
    return max(begin, cue[0] - WINDOW_BEFORE), min(end, cue[1] + WINDOW_BEHIND)


DISTANCE_ROW = np.array([(10 if d >= 0 else 0) + sum(abs(d) >= bound for bound in DISTANCES) for d in range(-999, 1000)])


def window_rows(article, cue, cues, bounds):
    """Rows of the three tables of the second stage for each token of the window, as in network.cpp."""
    at = np.arange(*bounds)
    apart = np.where(at < cue[0], at - cue[0], np.where(at >= cue[1], at - cue[1] + 1, 0))
    mark = np.zeros(len(at), np.int64)
    for begin, end in cues:
        mark[max(begin - bounds[0], 0):max(end - bounds[0], 0)] = 2
    mark[cue[0] - bounds[0]:cue[1] - bounds[0]] = 1
    sentences, paragraphs = article.tokens[at, 3], article.tokens[at, 2]
    side = np.clip(sentences - article.tokens[cue[0], 3], -2, 2) + 2 + 5 * (paragraphs != article.tokens[cue[0], 2])
    return DISTANCE_ROW[apart + 999], mark, side
