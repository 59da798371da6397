"""Trains the attribution network and writes its weights file. See ../../../assets/attribution/model-card.md; `./run train` calls it.

    python3 train.py --polnear FOLDER --vectors FILE --modules FOLDER --program FILE --work FOLDER --out FILE

--modules: the node_modules that hold wink-nlp and wink-eng-lite-web-model; --program: attribution-features.

Several teachers are trained one after another; the network that ships learns from the annotators and from the mean of the teachers'
probabilities. Everything is seeded; on other machines and versions of torch the sums come out a little different, and so do the
weights. Each network that is done is kept in --work and not trained again."""

import os

# Many small products: one thread does them faster than several that wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import math
import random
import time

import numpy as np
import torch
from torch.nn import functional

import batches
import corpus
import decode
import network
import score
import vocabulary
import weights_file

HELD_OUT = 40  # articles that no network learns from: bias, threshold and calibration are set on them
CUE_WEIGHT, ROLE_WEIGHT, TAG_WEIGHT, SPAN_WEIGHT = 2.0, 0.5, 0.3, 2.0
SOFT = 0.7  # share of the teachers in what the student learns
TEACHERS = [
    dict(seed=1, epochs=9),
    dict(seed=4, epochs=9, word=64, width=128, span_width=80, dropout=0.3),
]
STUDENT = dict(seed=9, epochs=6, rate=2e-3)  # begins as the first teacher
BITS = dict(word_bits=4, table_bits=4, matrix_bits=5)


def cross_entropy(scores, labels, soft):
    """Against the annotators' labels and, if given, the teachers' probabilities."""
    loss = functional.cross_entropy(scores, labels)
    if soft is None:
        return loss
    return (1 - SOFT) * loss - SOFT * (soft * torch.log_softmax(scores, -1)).sum(-1).mean()


def wrong_cues(scores, batch, articles):
    """Cues that the network sees where there are none, for each article of the batch; the second stage learns to leave them empty."""
    seen = scores.detach().argmax(-1).numpy() > 0
    out = {}
    for (index, begin, end), offset in zip(batch.group, batch.offsets):
        gold = {at for a in articles[index].attributions for at in range(*a.cue)}
        labels = [1 if here and (at == 0 or not before) else 2 if here else 0
                  for at, (before, here) in enumerate(zip([False, *seen[offset:]], seen[offset:offset + end - begin]))]
        found = [tuple(span) for span in decode.spans_of(labels, 0, begin)]
        out.setdefault(index, []).extend(span for span in found if not gold & set(range(*span)))
    return out


def train(articles, rows, tags, settings, targets=None, begin=None):
    """A network, trained; its weights are a running mean over the last few hundred steps.

    tags: parts of speech of each article's tokens; targets: of soft_targets(); begin: a trained network of the same sizes."""
    settings = dict(settings)
    seed, epochs, top_rate = settings.pop("seed"), settings.pop("epochs"), settings.pop("rate", 3e-3)
    generator = random.Random(seed)
    torch.manual_seed(seed)
    net = network.Network(torch.from_numpy(rows), **settings)
    if begin:
        net.load_state_dict(begin.state_dict())
    words = [net.difference.weight]
    others = [parameter for parameter in net.parameters() if parameter is not words[0]]
    # The words' own differences move slowly, so that words which training rarely sees stay near their kin.
    optimizer = torch.optim.AdamW([{"params": others, "factor": 1.0, "weight_decay": 1e-2},
                                   {"params": words, "factor": 0.3, "weight_decay": 0.0}], betas=(0.9, 0.98))
    cues, roles = [corpus.cue_labels(a) for a in articles], [corpus.role_labels(a) for a in articles]
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    total = epochs * len(batches.groups(batches.pieces(articles, random.Random(0)), random.Random(0)))
    step = 0
    for epoch in range(epochs):
        net.train()
        began, losses = time.time(), []
        for group in batches.groups(batches.pieces(articles, generator), generator):
            batch = batches.Batch(articles, group)
            encoded = net.encode(batch.features, batch.mask)
            dropped = net.dropout(encoded)
            cue_scores, role_scores = net.cue(dropped), net.role(dropped)
            soft_cues = batch.gather(targets.cues) if targets else None
            cue_loss = cross_entropy(cue_scores[batch.mask], batch.gather(cues), soft_cues)
            role_loss = functional.cross_entropy(role_scores[batch.mask], batch.gather(roles))
            tag_loss = functional.cross_entropy(net.tag_scores()[batch.mask], batch.gather(tags), ignore_index=-1)
            if targets:
                others_of = targets.others
            else:
                others_of = wrong_cues(cue_scores, batch, articles) if epoch else {piece[0]: [] for piece in group}
            windows = batches.Windows(articles, batch, others_of, targets.spans if targets else None, generator)
            span_loss = torch.zeros(())
            if not windows.empty:
                span_scores = net.find_spans(encoded, windows.at, windows.distance, windows.mark, windows.side, windows.mask)
                span_loss = cross_entropy(span_scores[windows.mask], windows.label, windows.soft)
            rate = top_rate * min(1, step / 200) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, step / total))))
            for part in optimizer.param_groups:
                part["lr"] = rate * part["factor"]
            loss = CUE_WEIGHT * cue_loss + ROLE_WEIGHT * role_loss + TAG_WEIGHT * tag_loss + SPAN_WEIGHT * span_loss
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                keep = min(0.998, (1 + step) / (10 + step)) ** 4
                for name, value in net.state_dict().items():
                    mean[name].mul_(keep).add_(value, alpha=1 - keep)
            losses.append([cue_loss.item(), role_loss.item(), tag_loss.item(), span_loss.item()])
        print("epoch %d: cue %.4f role %.4f tag %.4f span %.4f, %.0f s" % (epoch, *np.mean(losses, 0), time.time() - began), flush=True)
    net.load_state_dict(mean)
    return net.eval()


class Targets:
    """The teachers' mean probabilities: cues[i] an array for article i; others[i] cues that they see and the annotators do not;
    spans[i][cue] an array for the cue's window."""

    def __init__(self):
        self.cues, self.others, self.spans = [], [], []


@torch.no_grad()
def soft_targets(teachers, articles, cue_bias=0.0):
    out = Targets()
    for article in articles:
        encoded = [decode.encode(teacher, article) for teacher in teachers]
        cue = np.mean([np.exp(scores) for _, scores in encoded], 0)
        gold = {at for a in article.attributions for at in range(*a.cue)}
        found = decode.cues_of(article, np.log(cue), cue_bias)
        others = [tuple(span) for span in found if not gold & set(range(*span))]
        every = [a.cue for a in article.attributions] + others
        out.cues.append(cue.astype(np.float32))
        out.others.append(others)
        by_teacher = [decode.span_scores(teacher, rows, article, every) for teacher, (rows, _) in zip(teachers, encoded)]
        out.spans.append({span: np.mean([np.exp(scores) for _, scores in windows], 0).astype(np.float32)
                          for span, *windows in zip(every, *by_teacher)})
    return out


def judged(net, articles, cue_bias):
    """Facts of each finding and whether it softly matches a gold attribution; number of gold attributions."""
    facts, right, gold = [], [], 0
    for article in articles:
        found = decode.attributions(net, article, cue_bias)
        pairs = score.matched(article.text, article.gold, [decode.as_ranges(article, item) for item in found])
        good = {index for _, index in pairs}
        facts += [item["facts"] for item in found]
        right += [index in good for index in range(len(found))]
        gold += len(article.gold)
    return np.array(facts), np.array(right, float), gold


def calibrate(net, articles):
    """Bias, threshold, and a logistic regression that says how often a finding is right."""
    best = None
    for cue_bias in (0.0, 0.25, 0.5, 0.75):
        facts, right, gold = judged(net, articles, cue_bias)
        columns = np.c_[facts, np.ones(len(facts))]
        factors = np.zeros(6)
        for _ in range(50):  # Newton's method, a little ridge
            p = 1 / (1 + np.exp(-columns @ factors))
            hessian = (columns * (p * (1 - p))[:, None]).T @ columns + np.eye(6)
            factors += np.linalg.solve(hessian, columns.T @ (right - p) - factors)
        p = 1 / (1 + np.exp(-columns @ factors))
        for threshold in (0.0, 0.15, 0.2, 0.25, 0.3, 0.35):
            kept = p >= threshold
            value = score.f1(right[kept].sum(), gold, kept.sum())
            print("cue bias %.2f threshold %.2f: soft F1 %.2f (%d found, %d gold)" % (cue_bias, threshold, 100 * value,
                                                                                      kept.sum(), gold))
            if best is None or value > best[0]:
                best = (value, {"cue_bias": cue_bias, "threshold": threshold, "factors": [float(f) for f in factors[:5]],
                                "bias": float(factors[5])})
    return best[1]


def main():
    parser = argparse.ArgumentParser()
    for name in ("polnear", "vectors", "modules", "program", "work", "out"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.work, exist_ok=True)
    assert tuple(json.loads(os.popen("'%s' --tables" % options.program).read())) == network.ROWS

    records = [r for split in ("train", "annotator-training") for r in corpus.polnear(options.polnear, split, True)]
    ids = sorted({record["id"] for record in corpus.polnear(options.polnear, "train")})
    random.Random(7).shuffle(ids)
    held_ids = set(ids[:HELD_OUT])
    words, vectors = vocabulary.read_vectors(options.vectors, os.path.join(options.work, "vectors"))
    unique = list({record["id"]: record for record in records if record["id"] not in held_ids}.values())
    chosen, rows = vocabulary.build([found["words"] for found in corpus.run(options.program, unique)], words, vectors)
    prints = corpus.fingerprints(options.program, chosen)
    known = {}
    for row, fingerprint in enumerate(prints, 1):
        known.setdefault(fingerprint >> 8, row)
    articles = corpus.articles(options.program, [r for r in records if r["id"] not in held_ids], known)
    held = corpus.articles(options.program, [r for r in corpus.polnear(options.polnear, "train") if r["id"] in held_ids], known)
    tagged = corpus.parts_of_speech(options.modules, unique)
    tags = [corpus.tag_labels(article, tagged[article.id], network.TAGS) for article in articles]
    print("%d words, %d articles, %d tokens, %d attributions" % (
        len(chosen), len(articles), sum(map(len, articles)), sum(len(a.attributions) for a in articles)), flush=True)

    def trained(name, settings, targets=None, begin=None):
        path = os.path.join(options.work, name + ".pt")
        if os.path.exists(path):
            settings = {key: value for key, value in settings.items() if key not in ("seed", "epochs", "rate")}
            net = network.Network(torch.from_numpy(rows), **settings)
            net.load_state_dict(torch.load(path))
            return net.eval()
        print(name, settings, flush=True)
        net = train(articles, rows, tags, settings, targets, begin)
        torch.save(net.state_dict(), path)
        return net

    teachers = [trained("teacher-%d" % number, settings) for number, settings in enumerate(TEACHERS)]
    targets = None if os.path.exists(os.path.join(options.work, "student.pt")) else soft_targets(teachers, articles)
    student = trained("student", STUDENT, targets, teachers[0])
    settings = {"cue_bias": 0.0, "threshold": 0.0, "factors": [0.0] * 5, "bias": 0.0, **BITS}
    weights_file.write(options.out, student, prints, settings)  # quantises: what follows sees what the widget sees
    weights_file.write(options.out, student, prints, {**settings, **calibrate(student, held)})


if __name__ == "__main__":
    main()
