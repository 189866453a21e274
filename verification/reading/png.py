"""PNG: all colour types and depths, interlaced or not, transparent or not, and with chunks that change no sample."""

import struct
import zlib

import numpy as np

from picture import HEIGHT, WIDTH, Kind, noise, pack, palette, wide

PNG = ("PNG", "png")
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
NAMES = {0: "grey", 2: "RGB", 3: "palette", 4: "grey and alpha", 6: "RGBA"}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def paeth(a, b, c):
    p = a + b - c
    distances = abs(p - a), abs(p - b), abs(p - c)
    return (a, b, c)[distances.index(min(distances))]


def filtered(rows, step):
    """Rows with all five filters in turn."""
    out, before = bytearray(), None
    for y, row in enumerate(rows):
        kind = y % 5
        up = before if before is not None else bytes(len(row))
        out.append(kind)
        for i, value in enumerate(row):
            left = row[i - step] if i >= step else 0
            corner = up[i - step] if i >= step else 0
            guess = (0, left, up[i], (left + up[i]) // 2, paeth(left, up[i], corner))[kind]
            out.append(value - guess & 255)
        before = row
    return bytes(out)


def png(samples, kind, depth, interlaced=False, before=(), transparent=None):
    """A PNG file. before are chunks in front of the pixels."""
    height, width, channels = samples.shape
    step = max(1, channels * depth // 8)
    parts = [samples[y::dy, x::dx] for x, y, dx, dy in PASSES] if interlaced else [samples]
    data = b""
    for part in parts:
        if part.size:
            data += filtered(wide(part, ">u2") if depth == 16 else pack(part, depth), step)
    out = b"\x89PNG\r\n\x1a\n"
    out += chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, int(interlaced)))
    for name, content in before:
        out += chunk(name, content)
    if transparent is not None:
        out += chunk(b"tRNS", transparent)
    packed = zlib.compress(data)
    out += chunk(b"IDAT", packed[:20]) + chunk(b"IDAT", packed[20:])
    return out + chunk(b"IEND", b"")


def colour_kinds():
    for kind, depths in DEPTHS.items():
        for depth in depths:
            for interlaced in (False, True):
                for transparent in (False, True) if kind in (0, 2, 3) else (False,):
                    yield colour_kind(kind, depth, interlaced, transparent)


def colour_kind(kind, depth, interlaced=False, transparent=False, extra=(), extra_name=""):
    samples = noise(depth, CHANNELS[kind])
    most = (1 << depth) - 1
    before, clear = list(extra), None
    family, stored = {0: "L", 2: "RGB", 4: "LA", 6: "RGBA"}.get(kind), samples
    if kind == 3:
        colours = palette(1 << depth)
        before.append((b"PLTE", colours.astype(np.uint8).tobytes()))
        alphas = palette(1 << depth, 1, 6)[:, 0]
        stored, family, most = colours[samples[:, :, 0]], "RGB", 255
        if transparent:
            clear = alphas.astype(np.uint8).tobytes()
            family, stored = "RGBA", np.dstack([stored, alphas[samples[:, :, 0]]])
    elif transparent:
        samples[3, 4] = samples[5, 6] = samples[12, 18]
        colour = samples[5, 6]
        clear = struct.pack(f">{len(colour)}H", *colour)
        opaque = (samples != colour).any(axis=2)
        family, stored = family + "A", np.dstack([samples, np.where(opaque, most, 0)])
    name = f"{NAMES[kind]}, {depth} bit{'s' * (depth > 1)}"
    name += ", interlaced" * interlaced + ", tRNS" * transparent + extra_name
    return Kind(PNG, name, png(samples, kind, depth, interlaced, before, clear), (family, stored, most))


def kinds():
    from PIL import ImageCms

    yield from colour_kinds()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    extras = (
        ("gAMA 1.0", [(b"gAMA", struct.pack(">I", 100000))]),
        ("gAMA 1/2.2 and cHRM", [
            (b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)),
            (b"gAMA", struct.pack(">I", 45455)),
        ]),
        ("sRGB", [(b"sRGB", b"\0")]),
        ("iCCP", [(b"iCCP", b"p\0\0" + zlib.compress(srgb))]),
    )
    for name, chunks in extras:
        for kind, depth in ((0, 8), (0, 16), (2, 8), (2, 16), (3, 8), (4, 8), (6, 8)):
            if kind in (0, 4) and name == "iCCP":
                continue  # a profile of colours does not fit greys
            yield colour_kind(kind, depth, extra=chunks, extra_name=", " + name)
    for kind, bits in ((0, 5), (2, 5), (6, 5)):
        sizes = bytes([bits] * CHANNELS[kind])
        yield colour_kind(kind, 8, extra=[(b"sBIT", sizes)], extra_name=", sBIT 5")
    yield colour_kind(2, 8, extra=[(b"bKGD", struct.pack(">3H", 1, 2, 3))], extra_name=", bKGD")
    few = noise(2, 1)
    colours = palette(3)
    index = few[:, :, 0] % 3
    yield Kind(PNG, "palette of 3 colours, 8 bits, tRNS of 1",
               png(index[:, :, None], 3, 8, False, [(b"PLTE", colours.astype(np.uint8).tobytes())], b"\x40"),
               ("RGBA", np.dstack([colours[index], np.where(index == 0, 64, 255)]), 255))
    for width, height in ((1, 1), (3, 2), (8, 8)):
        small = noise(8, 3, width=width, height=height)
        yield Kind(PNG, f"RGB, 8 bits, interlaced, {width}×{height}", png(small, 2, 8, True), ("RGB", small, 255))
