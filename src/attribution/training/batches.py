"""Training batches: pieces of articles one after another in one sequence, and the windows of their cues in another."""

import numpy as np
import torch

import corpus

PIECE = 320  # tokens of a piece, about
BATCH = 2560


def pieces(articles, random):
    """(article's index, first token, end): whole paragraphs; where the first piece ends varies, and with it all others."""
    out = []
    for index, article in enumerate(articles):
        begin, size = 0, random.randint(PIECE // 2, PIECE)
        for first, end in zip(article.paragraphs, article.paragraphs[1:]):
            if end - begin > size and first > begin:
                out.append((index, begin, first))
                begin, size = first, PIECE
            while end - begin > 2 * PIECE:
                out.append((index, begin, begin + PIECE))
                begin += PIECE
        if len(article) > begin:
            out.append((index, begin, len(article)))
    return out


def groups(all_pieces, random):
    """Shuffled lists of pieces with about BATCH tokens each."""
    shuffled = list(all_pieces)
    random.shuffle(shuffled)
    out, current, tokens = [], [], 0
    for piece in shuffled:
        length = piece[2] - piece[1] + corpus.GAP
        if current and tokens + length > BATCH:
            out.append(current)
            current, tokens = [], 0
        current.append(piece)
        tokens += length
    return out + [current] if current else out


class Batch:
    """features, mask, and by name the labels of each token: cue, role, tag (-1: unknown)."""

    def __init__(self, articles, group):
        self.group, self.offsets, size = group, [], 0
        for _, begin, end in group:
            self.offsets.append(size)
            size += end - begin + corpus.GAP
        self.mask = torch.zeros(size, dtype=torch.bool)
        self.features = torch.zeros((size, 6), dtype=torch.long)
        for (index, begin, end), offset in zip(group, self.offsets):
            self.mask[offset:offset + end - begin] = True
            self.features[offset:offset + end - begin] = torch.from_numpy(articles[index].features[begin:end])

    def gather(self, per_article):
        """Rows of an array of each article, without the gaps: in the order of `mask`."""
        return torch.from_numpy(np.concatenate([per_article[index][begin:end] for index, begin, end in self.group]))


class Windows:
    """The windows of the cues in a batch. `others` gives for an article what else is taken for cues: list of (begin, end)."""

    def __init__(self, articles, batch, others, soft, random):
        rows = {name: [] for name in ("at", "distance", "mark", "side", "label")}
        soft_rows, masks = [], []
        for (index, begin, end), offset in zip(batch.group, batch.offsets):
            article = articles[index]
            inside = [a for a in article.attributions if begin <= a.cue[0] and a.cue[1] <= end]
            wrong = [cue for cue in others[index] if begin <= cue[0] and cue[1] <= end]
            every = [a.cue for a in inside] + wrong
            for number, cue in enumerate(every):
                bounds = corpus.window(article, cue)
                first, last = max(bounds[0], begin), min(bounds[1], end)
                seen = [other for other in every if other == cue or random.random() > 0.1]
                distance, mark, side = corpus.window_rows(article, cue, seen, (first, last))
                label = np.zeros(last - first, np.int64)
                if number < len(inside):
                    corpus.write_labels(label, inside[number].content, 3, first)
                    corpus.write_labels(label, inside[number].source, 1, first)
                gap = np.zeros(corpus.WINDOW_GAP, np.int64)
                for name, values in (("at", offset + np.arange(first, last) - begin), ("distance", distance),
                                     ("mark", mark), ("side", side)):
                    rows[name] += [values, gap]
                rows["label"].append(label)
                masks += [np.ones(last - first, bool), gap.astype(bool)]
                if soft is not None:
                    soft_rows.append(soft[index][cue][first - bounds[0]:last - bounds[0]])
        self.empty = not masks
        if self.empty:
            return
        self.at, self.distance, self.mark, self.side, self.label = (
            torch.from_numpy(np.concatenate(rows[name])) for name in ("at", "distance", "mark", "side", "label"))
        self.mask = torch.from_numpy(np.concatenate(masks))
        self.soft = torch.from_numpy(np.concatenate(soft_rows)) if soft is not None else None
