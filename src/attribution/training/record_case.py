"""Writes tests/attribution/network_case.{weights,json}: a small network of random weights and what torch computes with it.

    python3 record_case.py FEATURES_PROGRAM PROJECT_FOLDER

Run it again when the form of the weights file or the network's structure changes."""

import json
import sys

import numpy as np
import torch

import corpus
import decode
import network
import weights_file

TEXT = ("“We know nothing of it,” the ambassador said on Monday.\n"
        "“It was never ours,” she added, “and we never said so.\n"
        "“Ask the ministry.”\n"
        "According to the Herald, officials deny that a vice-ambassador of the U.S. was there.")
WORDS = "said ambassador officials according to deny added the . , \" herald ministry".split()


def main(program, folder):
    torch.manual_seed(11)
    generator = np.random.default_rng(11)
    pretrained = torch.from_numpy(generator.normal(size=(len(WORDS) + 1, 6)).astype(np.float32))
    small = network.Network(pretrained, word=5, tables=(2, 1, 2, 3, 2), width=12, dilations=(1, 2), span_width=8,
                            span_dilations=(1, 2), dropout=0.0, word_dropout=0.0)
    with torch.no_grad():
        small.cue.weight *= 4
    small.eval()
    prints = corpus.fingerprints(program, WORDS)
    path = folder + "/tests/attribution/network_case.weights"
    weights_file.write(path, small, prints, {"cue_bias": 0.25, "threshold": 0.0, "factors": [1, 1, 1, -1, 0.2], "bias": 0.5,
                                             "word_bits": 6, "table_bits": 6, "matrix_bits": 8}, name=b"case")
    vocabulary = {fingerprint >> 8: row + 1 for row, fingerprint in enumerate(prints)}
    article = corpus.articles(program, [{"id": "case", "text": TEXT, "attributions": []}], vocabulary)[0]
    with torch.no_grad():
        cues, found, spans = decode.scores(small, article, cue_bias=0.25)
    with open(folder + "/tests/attribution/network_case.json", "w", encoding="utf-8") as file:
        json.dump({"text": TEXT, "cues": [round(float(x), 6) for x in cues.ravel()], "found": found,
                   "spans": [round(float(x), 6) for x in spans.ravel()]}, file, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
