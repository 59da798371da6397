#!/usr/bin/env python3
"""Writes fold_table.inc: the pairs (base, mark) that compose to one character of the Basic Multilingual Plane.

    python3 src/text/fold_table.py > src/text/fold_table.inc

Taken from the Unicode data of this Python. Singletons (Kelvin, Angstrom, Ohm signs) are listed apart. Left out: Hangul, which
composes by arithmetic, and the CJK compatibility ideographs. Unlike NFC, composition exclusions compose too: folding needs one
form for both sides, not the standard's.
"""
import sys
import unicodedata

by_mark, single = {}, []
for code in range(0x80, 0x10000):
    if 0xAC00 <= code <= 0xD7A3 or 0xF900 <= code <= 0xFAFF or 0xD800 <= code <= 0xDFFF:
        continue
    parts = unicodedata.decomposition(chr(code))
    if not parts or parts.startswith('<'):
        continue
    codes = [int(part, 16) for part in parts.split()]
    if len(codes) == 1 and codes[0] < 0x10000:
        single.append((code, ord(unicodedata.normalize('NFC', chr(code))[0])))
    elif len(codes) == 2 and max(codes) < 0x10000 and not unicodedata.combining(chr(codes[0])):
        base, mark = codes
        by_mark.setdefault(mark, []).append((base, code))


def rows(numbers, width=14):
    numbers = list(numbers)
    for i in range(0, len(numbers), width):
        print('    ' + ' '.join(f'0x{n:04X},' for n in numbers[i:i + width]))


pairs = [(mark, base, code) for mark in sorted(by_mark) for base, code in sorted(by_mark[mark])]
print(f'// Written by fold_table.py from Unicode {unicodedata.unidata_version}. Do not edit.')
print('constexpr uint16_t kMarks[] = {')
rows(sorted(by_mark))
print('};\n// Where the pairs of each mark begin; one more for the end.')
print('constexpr uint16_t kMarkBegin[] = {')
begin, total = [], 0
for mark in sorted(by_mark):
    begin.append(total)
    total += len(by_mark[mark])
rows(begin + [total])
print('};\nconstexpr uint16_t kBases[] = {')
rows(base for _, base, _ in pairs)
print('};\nconstexpr uint16_t kComposites[] = {')
rows(code for _, _, code in pairs)
print('};\nconstexpr uint16_t kSingles[][2] = {')
for i in range(0, len(single), 6):
    print('    ' + ' '.join(f'{{0x{a:04X}, 0x{b:04X}}},' for a, b in single[i:i + 6]))
print('};')
print(f'{len(pairs)} pairs, {len(single)} singles', file=sys.stderr)
