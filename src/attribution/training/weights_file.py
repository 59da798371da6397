"""Quantises the trained network and writes the weights file that weights.cpp reads (its form is described there)."""

import struct

import numpy as np

VERSION = 1
NAME = b"english-1"


def upper_half(values):
    """Floats rounded to their upper 16 bits (bfloat16), as uint16."""
    bits = np.asarray(values, np.float32).view(np.uint32).astype(np.uint64)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


def from_upper_half(halves):
    return (halves.astype(np.uint32) << 16).view(np.float32)


def quantise(values, bits):
    """Codes and one scale a column, of the least squared error among some scales."""
    values = np.asarray(values, np.float32)
    largest = 2 ** (bits - 1) - 1
    top = np.abs(values).max(0) + 1e-12
    best_error, best_scale = None, None
    for part in np.linspace(0.4, 1.0, 13):
        scale = from_upper_half(upper_half(top * part / largest))
        error = ((values - np.clip(np.round(values / scale), -largest, largest) * scale) ** 2).sum(0)
        if best_error is None:
            best_error, best_scale = error, scale
        best_scale = np.where(error < best_error, scale, best_scale)
        best_error = np.minimum(error, best_error)
    codes = np.clip(np.round(values / best_scale), -largest, largest).astype(np.int8)
    return codes, best_scale.astype(np.float32)


class Writer:
    """Collects the file; what it writes it also gives back as the floats that the widget will see."""

    def __init__(self):
        self.parts = []

    def add(self, form, *values):
        self.parts.append(struct.pack("<" + form, *values))

    def table(self, values, bits):
        codes, scales = quantise(values, bits)
        self.parts += [upper_half(scales).astype("<u2").tobytes(), codes.tobytes()]
        return codes * scales

    def matrix(self, values, bias, bits):
        values = self.table(values, bits)
        halves = upper_half(bias)
        self.parts.append(halves.astype("<u2").tobytes())
        return values, from_upper_half(halves)

    def file(self):
        body = b"".join(self.parts)
        checksum = 2166136261
        for byte in body:
            checksum = ((checksum ^ byte) * 16777619) & 0xFFFFFFFF
        return b"WSAT" + struct.pack("<II", VERSION, checksum) + body


def write(path, network, prints, settings, name=NAME):
    """`prints`: fingerprint of the word of each row of the word table but the first. Quantises `network` in place.

    settings: cue_bias, threshold, factors (5), bias, word_bits, table_bits, matrix_bits."""
    import torch

    out = Writer()
    sizes = network.sizes()
    order = np.argsort(np.asarray(prints, np.uint64) >> 8, kind="stable")
    short = (np.asarray(prints, np.uint64) >> 8)[order]
    keep = np.r_[True, short[1:] != short[:-1]]  # two words of one fingerprint: the first, more frequent one
    order, short = order[keep], short[keep]
    differences = np.diff(np.r_[0, short]).astype(np.int64)

    out.parts.append(name.ljust(16, b"\0"))
    out.add("I", len(order))
    out.add("6B", sizes["word"], *sizes["tables"])
    for width, dilations in ((sizes["width"], sizes["dilations"]), (sizes["span_width"], sizes["span_dilations"])):
        out.add("HB", width, len(dilations))
        out.add("%dB" % len(dilations), *dilations)
    out.add("ff", settings["cue_bias"], settings["threshold"])
    out.add("6f", *settings["factors"], settings["bias"])
    out.parts += [(differences >> shift & 255).astype(np.uint8).tobytes() for shift in (0, 8, 16)]

    def set_to(parameter, values):
        parameter.data.copy_(torch.from_numpy(np.ascontiguousarray(values)))

    def table(parameter, bits):
        set_to(parameter, out.table(parameter.detach().numpy(), bits))

    def linear(layer, bits):
        values, bias = out.matrix(layer.weight.detach().numpy().T, layer.bias.detach().numpy(), bits)
        set_to(layer.weight, values.T)
        set_to(layer.bias, bias)

    def convolution(layer, bits):
        columns, inner, taps = layer.weight.shape
        values, bias = out.matrix(layer.weight.detach().numpy().transpose(2, 1, 0).reshape(taps * inner, columns),
                                  layer.bias.detach().numpy(), bits)
        set_to(layer.weight, values.reshape(taps, inner, columns).transpose(2, 1, 0))
        set_to(layer.bias, bias)

    words = network.word_table().detach().numpy()
    rows = np.r_[0, order + 1]
    words[rows] = out.table(words[rows], settings["word_bits"])
    network.fix_words(torch.from_numpy(words))
    for embedding in network.tables:
        table(embedding.weight, settings["table_bits"])
    linear(network.input, settings["matrix_bits"])
    for layer in network.encoder:
        convolution(layer.convolution, settings["matrix_bits"])
    linear(network.cue, settings["matrix_bits"])
    linear(network.span_input, settings["matrix_bits"])
    for embedding in (network.distance, network.mark, network.side):
        table(embedding.weight, settings["table_bits"])
    for layer in network.span_layers:
        convolution(layer.convolution, settings["matrix_bits"])
    linear(network.span, settings["matrix_bits"])
    with open(path, "wb") as file:
        file.write(out.file())
