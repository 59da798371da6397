"""From scores to attributions, as decode.cpp and network.cpp do it."""

import numpy as np
import torch

import corpus

LONGEST_CUE = 12


def best_labels(scores, bias=0.0):
    """Viterbi over begin-inside labels; scores: tokens × labels, logarithms of probabilities."""
    count = scores.shape[1]
    scores = scores.copy()
    scores[:, 0] -= bias
    forbidden = np.array([[-1e9 if after and after % 2 == 0 and before not in (after, after - 1) else 0.0
                           for after in range(count)] for before in range(count)])
    best = scores[0] + forbidden[0]
    before = np.zeros(scores.shape, int)
    for at in range(1, len(scores)):
        ways = best[:, None] + forbidden
        before[at] = ways.argmax(0)
        best = ways.max(0) + scores[at]
    labels = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        labels.append(int(before[at][labels[-1]]))
    return labels[::-1]


def spans_of(labels, kind, first=0):
    out = []
    for at, label in enumerate(labels):
        if label == 2 * kind + 2 and out and out[-1][1] == first + at:
            out[-1][1] += 1
        elif label in (2 * kind + 1, 2 * kind + 2):
            out.append([first + at, first + at + 1])
    return out


def encode(network, article):
    mask = torch.ones(len(article), dtype=torch.bool)
    encoded = network.encode(torch.from_numpy(article.features), mask)
    return encoded, torch.log_softmax(network.cue(encoded), -1).numpy()


def cues_of(article, cue_scores, bias):
    found = []
    for begin, end in zip(article.paragraphs, article.paragraphs[1:]):
        found += spans_of(best_labels(cue_scores[begin:end], bias), 0, begin)
    return [[int(begin), int(min(end, begin + LONGEST_CUE))] for begin, end in found]


def span_scores(network, encoded, article, cues):
    """For each cue its window and the window's scores. All windows go through the network at once, with rows of nothing between."""
    if not cues:
        return []
    all_bounds = [corpus.window(article, cue) for cue in cues]
    gap = np.zeros(corpus.WINDOW_GAP, np.int64)
    columns, begins, size = [[], [], [], []], [], 0
    for cue, bounds in zip(cues, all_bounds):
        begins.append(size)
        size += bounds[1] - bounds[0] + len(gap)
        for column, values in zip(columns, (np.arange(*bounds), *corpus.window_rows(article, cue, cues, bounds))):
            column += [values, gap]
    mask = torch.zeros(size, dtype=torch.bool)
    for begin, bounds in zip(begins, all_bounds):
        mask[begin:begin + bounds[1] - bounds[0]] = True
    rows = [torch.from_numpy(np.concatenate(column)) for column in columns]
    found = torch.log_softmax(network.find_spans(encoded, *rows, mask), -1).numpy()
    return [(bounds, found[begin:begin + bounds[1] - bounds[0]]) for begin, bounds in zip(begins, all_bounds)]


def scores(network, article, cue_bias):
    """What Network::Log holds: cue scores, cues, the scores of their windows."""
    encoded, cue_scores = encode(network, article)
    cues = cues_of(article, cue_scores, cue_bias)
    spans = [found for _, found in span_scores(network, encoded, article, cues)]
    return cue_scores, cues, np.concatenate(spans) if spans else np.zeros((0, 5))


def facts_of(cue, cue_scores, bounds, scores_of_spans, labels, source, content):
    """What the confidence is made of; see attribution_of in decode.cpp."""
    chosen = np.array(labels)
    outside_cue = np.array([not cue[0] <= at < cue[1] for at in range(*bounds)])
    probability = np.exp(scores_of_spans)

    def certainty(columns):
        inside = probability[:, columns].sum(1)
        sure = np.where(np.isin(chosen, columns), inside, 1 - inside)
        return np.log(np.maximum(1e-6, sure))[outside_cue].sum()

    return [max(-4.0, cue_scores[cue[0]:cue[1], 1:].max(1).mean()), max(-8.0, certainty([1, 2])),
            max(-12.0, certainty([3, 4])), float(not source),
            float(np.log(sum(end - begin for begin, end in content)))]


@torch.no_grad()
def attributions(network, article, cue_bias, threshold=0.0, factors=(0, 0, 0, 0, 0), factor_bias=0.0):
    """[{source, cue, content: token spans; facts; confidence}]"""
    network.eval()
    if not len(article):
        return []
    encoded, cue_scores = encode(network, article)
    cues = cues_of(article, cue_scores, cue_bias)
    out = []
    for cue, (bounds, found) in zip(cues, span_scores(network, encoded, article, cues)):
        labels = best_labels(found)
        labels = [0 if cue[0] <= bounds[0] + at < cue[1] else label for at, label in enumerate(labels)]
        source, content = spans_of(labels, 0, bounds[0]), spans_of(labels, 1, bounds[0])
        if not content:
            continue
        facts = facts_of(cue, cue_scores, bounds, found, labels, source, content)
        confidence = 1 / (1 + np.exp(-(factor_bias + np.dot(factors, facts))))
        if confidence >= threshold:
            out.append({"source": source, "cue": [cue], "content": content, "facts": facts, "confidence": float(confidence)})
    return out


def as_ranges(article, found):
    """Token spans to code points: the form of a gold attribution."""
    return {role: [[int(article.tokens[begin, 0]), int(article.tokens[end - 1, 1])] for begin, end in found[role]]
            for role in corpus.ROLES}
