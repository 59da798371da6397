"""The network in torch: as network.cpp computes it, and what only training needs."""

import numpy as np
import torch
from torch import nn

ROWS = (1024, 256, 512, 128, 12)  # of the tables; checked against `attribution-features --tables`
ROLES = 7  # outside; begin and inside of source, cue, content
TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()  # parts of speech
CUE_LABELS, SPAN_LABELS = 3, 5
DISTANCE_ROWS, MARK_ROWS, SIDE_ROWS = 20, 3, 10


class Dropout(nn.Module):
    """Dropout from a pool of random bytes, begun anywhere: torch's own draws every number anew, which took a tenth of the time."""

    pool = None

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, values):
        if not self.training or self.share == 0:
            return values
        if Dropout.pool is None:
            Dropout.pool = torch.from_numpy(np.random.default_rng(5).integers(0, 256, 1 << 24, np.uint8))
        begin = int(torch.randint(0, len(Dropout.pool) - values.numel(), ()))
        kept = Dropout.pool[begin:begin + values.numel()].view(values.shape) >= round(256 * self.share)
        return values * (kept.float() / (1 - self.share))


class GatedConvolution(nn.Module):
    """hidden + a * sigmoid(b), (a, b) = convolution over three tokens of the normalised hidden values."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.norm = nn.LayerNorm(width, elementwise_affine=False)
        self.convolution = nn.Conv1d(width, 2 * width, 3, padding=dilation, dilation=dilation)
        self.dropout = Dropout(dropout)

    def forward(self, hidden, mask):
        normal = self.dropout(self.norm(hidden) * mask)
        values, gates = self.convolution(normal.t().unsqueeze(0))[0].t().chunk(2, -1)
        return (hidden + values * torch.sigmoid(gates)) * mask


class Network(nn.Module):
    """Rows are tokens of several texts one after another; where `mask` is 0 there is none, and the rows of two texts lie further
    apart than any dilation."""

    def __init__(self, pretrained, word=24, tables=(8, 6, 8, 8, 6), width=88, dilations=(1, 2, 4, 8, 16, 1), span_width=56,
                 span_dilations=(1, 2, 4, 8, 1), dropout=0.2, word_dropout=0.12):
        super().__init__()
        self.dilations, self.span_dilations, self.word_dropout = dilations, span_dilations, word_dropout
        # A word's row: a learned projection of its pretrained vector, which words that training never saw share, and a difference of
        # its own.
        self.register_buffer("pretrained", pretrained)
        self.projection = nn.Linear(pretrained.shape[1], word, bias=False)
        self.difference = nn.Embedding(len(pretrained), word)
        nn.init.normal_(self.difference.weight, 0, 0.01)
        self.fixed = None
        self.tables = nn.ModuleList([nn.Embedding(rows, columns) for rows, columns in zip(ROWS, tables)])
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.2)
        self.input = nn.Linear(word + sum(tables), width)
        self.encoder = nn.ModuleList([GatedConvolution(width, dilation, dropout) for dilation in dilations])
        self.norm = nn.LayerNorm(width, elementwise_affine=False)
        self.dropout = Dropout(dropout)
        self.cue = nn.Linear(width, CUE_LABELS)
        # Further tasks in training; they do not ship.
        self.role = nn.Linear(width, ROLES)
        self.tag = nn.Linear(width, len(TAGS))
        self.span_input = nn.Linear(width, span_width)
        self.distance = nn.Embedding(DISTANCE_ROWS, span_width)
        self.mark = nn.Embedding(MARK_ROWS, span_width)
        self.side = nn.Embedding(SIDE_ROWS, span_width)
        for table in (self.distance, self.mark, self.side):
            nn.init.normal_(table.weight, 0, 0.3)
        self.span_layers = nn.ModuleList([GatedConvolution(span_width, dilation, dropout) for dilation in span_dilations])
        self.span_norm = nn.LayerNorm(span_width, elementwise_affine=False)
        self.span = nn.Linear(span_width, SPAN_LABELS)

    def sizes(self):
        return {"word": self.projection.weight.shape[0], "tables": [table.weight.shape[1] for table in self.tables],
                "width": self.input.weight.shape[0], "dilations": self.dilations,
                "span_width": self.span_input.weight.shape[0], "span_dilations": self.span_dilations}

    def word_table(self):
        if self.fixed is not None:
            return self.fixed
        return self.projection(self.pretrained) + self.difference.weight

    def fix_words(self, table):
        """From now on the rows are these."""
        self.fixed = table

    def word_rows(self, words):
        if self.fixed is not None:
            return self.fixed[words]
        return self.projection(self.pretrained[words]) + self.difference(words)

    def encode(self, features, mask):
        """features: tokens × (word, ending, short ending, beginning, shape, place) rows."""
        words = features[:, 0]
        if self.training:
            words = words * (torch.rand(words.shape) > self.word_dropout)
        parts = [self.word_rows(words)] + [table(features[:, i + 1]) for i, table in enumerate(self.tables)]
        mask = mask.unsqueeze(-1).float()
        hidden = self.input(self.dropout(torch.cat(parts, -1))) * mask
        for number, layer in enumerate(self.encoder):
            hidden = layer(hidden, mask)
            if number == len(self.encoder) // 2 - 1:
                self.halfway = hidden
        return self.norm(hidden) * mask

    def tag_scores(self):
        """Parts of speech of what encode() was called with last, seen halfway through it."""
        return self.tag(self.dropout(self.halfway))

    def find_spans(self, encoded, at, distance, mark, side, mask):
        """One row for each token of each cue's window; `at` is its row in `encoded`."""
        mask = mask.unsqueeze(-1).float()
        hidden = self.span_input(self.dropout(encoded))[at] + self.distance(distance) + self.mark(mark) + self.side(side)
        hidden = hidden * mask
        for layer in self.span_layers:
            hidden = layer(hidden, mask)
        return self.span(self.dropout(self.span_norm(hidden)))
