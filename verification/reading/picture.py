"""Pictures to put into files, and the kinds of files that hold them."""

import random

import numpy as np

WIDTH, HEIGHT = 19, 13


class Kind:
    """A file of a kind, and the samples that were put into it.

    stored is an array of rows, columns and components, or None if only other programs know: (family, array, largest value).
    The family is L, LA, RGB, RGBA, CMYK, or NUMBERS for numbers that have no largest value.
    """

    def __init__(self, family, name, data, stored=None, tolerance=0):
        self.format, self.suffix = family
        self.name = name
        self.data = data
        self.stored = stored
        self.tolerance = tolerance


def noise(bits, channels, seed=1, width=WIDTH, height=HEIGHT):
    """Random samples, the smallest and the largest among them."""
    draw = random.Random(f"{bits} {channels} {seed}")
    most = (1 << bits) - 1
    samples = [draw.randint(0, most) for _ in range(width * height * channels)]
    samples[0], samples[-1] = most, 0
    return np.array(samples, dtype=np.int64).reshape(height, width, channels)


def smooth(channels, width=64, height=48):
    """Slow waves of 8 bits, for formats that lose detail."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [127.5 + 100 * np.sin((x * (1 + c % 2) + y * (2 - c % 2) + 9 * c) / 14) for c in range(channels)]
    return np.stack(waves, axis=2).round().astype(np.int64)


def palette(entries, channels=3, seed=5):
    """Random colours of 8 bits."""
    return noise(8, channels, seed, entries, 1)[0]


def pack(samples, bits, most_significant_first=True):
    """The bytes of rows of samples of 1 to 8 bits, each row in whole bytes."""
    rows = []
    for row in samples.reshape(samples.shape[0], -1):
        fields = ((row[:, None] >> np.arange(bits - 1, -1, -1)) & 1).astype(np.uint8).ravel()
        rows.append(np.packbits(fields, bitorder="big" if most_significant_first else "little").tobytes())
    return rows


def wide(samples, kind):
    """The bytes of rows of samples of whole bytes, such as >u2."""
    return [row.astype(kind).tobytes() for row in samples.reshape(samples.shape[0], -1)]


def pack_bits(row):
    """Apple's PackBits of a row."""
    out, i = bytearray(), 0
    while i < len(row):
        run = 1
        while i + run < len(row) and run < 128 and row[i + run] == row[i]:
            run += 1
        if run > 1:
            out += bytes([257 - run, row[i]])
            i += run
            continue
        end = i + 1
        while end < len(row) and end - i < 128 and (end + 1 >= len(row) or row[end] != row[end + 1]):
            end += 1
        out += bytes([end - i - 1]) + row[i:end]
        i = end
    return bytes(out)


def lzw(data, least_bits=8, tiff=True):
    """LZW as in TIFF (most significant bit first, early change), or as in GIF (least first)."""
    clear, end = 1 << least_bits, (1 << least_bits) + 1
    out, buffer, held = bytearray(), 0, 0
    size = least_bits + 1

    def put(code):
        nonlocal buffer, held
        if tiff:
            buffer = buffer << size | code
        else:
            buffer |= code << held
        held += size
        while held >= 8:
            if tiff:
                out.append(buffer >> held - 8 & 255)
                buffer &= (1 << held - 8) - 1
            else:
                out.append(buffer & 255)
                buffer >>= 8
            held -= 8

    table = {bytes([i]): i for i in range(1 << least_bits)}
    put(clear)
    known, following = b"", end + 1
    for value in data:
        longer = known + bytes([value])
        if longer in table:
            known = longer
            continue
        put(table[known])
        table[longer] = following
        following += 1
        if following + (1 if tiff else 0) > 1 << size and size < 12:
            size += 1
        if following >= 4094:
            put(clear)
            table = {bytes([i]): i for i in range(1 << least_bits)}
            size, following = least_bits + 1, end + 1
        known = bytes([value])
    if known:
        put(table[known])
        following += 1
        if following + (1 if tiff else 0) > 1 << size and size < 12:
            size += 1
    put(end)
    if held:
        out.append((buffer << 8 - held if tiff else buffer) & 255)
    return bytes(out)


def scaled(samples, bits):
    """Samples of some bits as the nearest of 8 bits."""
    most = (1 << bits) - 1
    return (samples * 510 + most) // (2 * most)
