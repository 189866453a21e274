"""TIFF: colours, depths, kinds of numbers, compression, order of bytes, planes, tiles, alpha."""

import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import numpy as np

from picture import HEIGHT, WIDTH, Kind, lzw, noise, pack, pack_bits, palette, smooth, wide

TIFF = ("TIFF", "tif")
WHITE, BLACK, RGB, PALETTE, CMYK, YCBCR, LAB, ICCLAB, ITULAB = 0, 1, 2, 3, 5, 6, 8, 9, 10
UNSIGNED, SIGNED, FLOAT = 1, 2, 3
NONE, LZW, DEFLATE, PACKBITS, OLD_DEFLATE = 1, 5, 8, 32773, 32946
OTHER, ASSOCIATED, UNASSOCIATED = 0, 1, 2
TILE = 16
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 11: 4, 12: 8, 16: 8}
CODES = {1: "B", 2: "B", 3: "H", 4: "I", 11: "f", 12: "d", 16: "Q"}


def element(bits, form, order):
    kind = "f" if form == FLOAT else "i" if form == SIGNED else "u"
    return np.dtype(f"{order}{kind}{bits // 8}") if bits > 8 else np.dtype(f"{kind}1")


def bytes_of(part, bits, form, order):
    """The bytes of the rows of a part of the picture."""
    if bits == 24:
        kind, cut = f"{order}{'u' if form == UNSIGNED else 'f'}4", slice(1, 4) if order == ">" else slice(0, 3)
        return [np.frombuffer(row, np.uint8).reshape(-1, 4)[:, cut].tobytes() for row in wide(part, kind)]
    if bits % 8:
        return pack_any(part, bits)
    return wide(part, element(bits, form, order))


def pack_any(samples, bits):
    """Rows of samples of any number of bits, the most significant first."""
    rows = []
    for row in samples.reshape(samples.shape[0], -1):
        fields = ((row[:, None] >> np.arange(bits - 1, -1, -1)) & 1).astype(np.uint8).ravel()
        rows.append(np.packbits(fields).tobytes())
    return rows


def predicted(part, bits, form, order, predictor):
    if predictor == 2:
        size = element(bits, UNSIGNED, order)
        whole = part.astype(element(bits, form, "<")).view(element(bits, UNSIGNED, "<")).astype(np.int64).copy()
        whole[:, 1:] -= part.astype(element(bits, form, "<")).view(element(bits, UNSIGNED, "<")).astype(np.int64)[:, :-1]
        return wide(whole & (1 << bits) - 1, size)
    rows = []
    channels = part.shape[2]
    for row in wide(part, element(bits, form, ">")):
        planes = np.frombuffer(row, np.uint8).reshape(-1, bits // 8).T.ravel().astype(np.int64)
        planes[channels:] -= planes[:-channels].copy()
        rows.append((planes & 255).astype(np.uint8).tobytes())
    return rows


def squeeze(rows, compression):
    if compression == PACKBITS:
        return b"".join(pack_bits(row) for row in rows)
    data = b"".join(rows)
    if compression == LZW:
        return lzw(data)
    return zlib.compress(data) if compression in (DEFLATE, OLD_DEFLATE) else data


def tiff(samples, photometric, bits, form=UNSIGNED, order="<", big=False, compression=NONE, planar=False, predictor=1,
         tiled=False, rows=5, extra=(), colours=None, reverse=False, more=()):
    """A TIFF file of one page. more are further fields (tag, type, values)."""
    height, width, channels = samples.shape
    planes = [samples[:, :, c:c + 1] for c in range(channels)] if planar else [samples]
    blocks = []
    for plane in planes:
        if tiled:
            padded = np.pad(plane, ((0, -height % TILE), (0, -width % TILE), (0, 0)), "edge")
            blocks += [padded[y:y + TILE, x:x + TILE] for y in range(0, height, TILE) for x in range(0, width, TILE)]
        else:
            blocks += [plane[y:y + rows] for y in range(0, height, rows)]
    packed = []
    for block in blocks:
        lines = bytes_of(block, bits, form, order) if predictor == 1 else predicted(block, bits, form, order, predictor)
        data = squeeze(lines, compression)
        if reverse:
            data = np.packbits(np.unpackbits(np.frombuffer(data, np.uint8)), bitorder="little").tobytes()
        packed.append(data)
    fields = {256: (4, [width]), 257: (4, [height]), 258: (3, [bits] * channels), 259: (3, [compression]),
              262: (3, [photometric]), 277: (3, [channels]), 284: (3, [2 if planar else 1])}
    if form != UNSIGNED:
        fields[339] = (3, [form] * channels)
    if predictor > 1:
        fields[317] = (3, [predictor])
    if reverse:
        fields[266] = (3, [2])
    if extra:
        fields[338] = (3, list(extra))
    if colours is not None:
        fields[320] = (3, list(colours.T.ravel()))
    if tiled:
        fields[322], fields[323] = (3, [TILE]), (3, [TILE])
    else:
        fields[278] = (4, [rows])
    for tag, kind, values in more:
        fields[tag] = (kind, values)
    return assembled(fields, packed, order, big, tiled)


def assembled(fields, blocks, order, big, tiled):
    at = 16 if big else 8
    offsets = []
    body = b""
    for block in blocks:
        offsets.append(at + len(body))
        body += block + b"\0" * (len(block) % 2)
    fields[324 if tiled else 273] = (16 if big else 4, offsets)
    fields[325 if tiled else 279] = (16 if big else 4, [len(block) for block in blocks])
    start = at + len(body)
    word, entry = ("Q", 20) if big else ("I", 12)
    inline = 8 if big else 4
    values_at = start + (8 if big else 2) + len(fields) * entry + inline
    directory = struct.pack(order + ("Q" if big else "H"), len(fields))
    values = b""
    for tag, (kind, numbers) in sorted(fields.items()):
        data = struct.pack(order + CODES[kind] * len(numbers), *[float(n) if kind > 10 and kind < 13 else int(n) for n in numbers])
        directory += struct.pack(order + "HH" + word, tag, kind, len(numbers))
        if len(data) <= inline:
            directory += data.ljust(inline, b"\0")
        else:
            directory += struct.pack(order + word, values_at + len(values))
            values += data + b"\0" * (len(data) % 2)
    directory += struct.pack(order + word, 0)
    head = (b"II" if order == "<" else b"MM") + (struct.pack(order + "HHHQ", 43, 8, 0, start) if big else
                                                 struct.pack(order + "HI", 42, start))
    return head + body + directory + values


def kind(name, family, samples, photometric, bits, stored="same", **options):
    most = (1 << bits) - 1
    held = (family, samples, most) if isinstance(stored, str) else stored
    return Kind(TIFF, name, tiff(samples, photometric, bits, **options), held)


def greys():
    for bits in (1, 2, 4, 6, 8, 10, 12, 14, 16, 24, 32):
        yield kind(f"grey, {bits} bits", "L", noise(bits, 1), BLACK, bits)
        if bits in (1, 2, 4, 8, 16, 32):
            samples = noise(bits, 1)
            yield kind(f"grey, {bits} bits, white is zero", "L", samples, WHITE, bits,
                       stored=("L", (1 << bits) - 1 - samples, (1 << bits) - 1))
    yield kind("grey, 64 bits", "L", noise(62, 1), BLACK, 64, stored=("L", noise(62, 1), (1 << 64) - 1))
    yield kind("grey, 12 bits, big-endian, reversed bits", "L", noise(12, 1), BLACK, 12, order=">", reverse=True)
    yield kind("grey, 1 bit, reversed bits", "L", noise(1, 1), BLACK, 1, reverse=True)
    for bits, photometric in ((8, BLACK), (16, BLACK), (8, WHITE)):
        samples = noise(bits, 2)
        most = (1 << bits) - 1
        grey = samples[:, :, :1] if photometric == BLACK else most - samples[:, :, :1]
        name = f"grey and alpha, {bits} bits" + ", white is zero" * (photometric == WHITE)
        yield kind(name, "LA", samples, photometric, bits, extra=[UNASSOCIATED],
                   stored=("LA", np.dstack([grey, samples[:, :, 1:]]), most))


def colours():
    for bits in (2, 4, 8, 10, 12, 14, 16, 24, 32):
        for planar in (False, True):
            yield kind(f"RGB, {bits} bits" + ", planes" * planar, "RGB", noise(bits, 3), RGB, bits, planar=planar)
    for bits in (8, 16, 32):
        for planar in (False, True):
            yield kind(f"RGBA, {bits} bits" + ", planes" * planar, "RGBA", noise(bits, 4), RGB, bits, planar=planar,
                       extra=[UNASSOCIATED])
    for bits in (8, 16):
        most = (1 << bits) - 1
        samples = noise(bits, 4)
        samples[:, :, :3] = samples[:, :, :3] * samples[:, :, 3:] // most
        straight = np.where(samples[:, :, 3:] > 0,
                            (samples[:, :, :3] * 2 * most + samples[:, :, 3:]) // np.maximum(2 * samples[:, :, 3:], 1), 0)
        yield kind(f"RGBA, {bits} bits, alpha premultiplied", "RGBA", samples, RGB, bits, extra=[ASSOCIATED],
                   stored=("RGBA", np.dstack([straight, samples[:, :, 3:]]), most))
    # Pillow and ImageMagick divide by alpha and truncate
    yield kind("RGB and a fourth channel, ExtraSamples missing", "RGBA", noise(8, 4), RGB, 8)
    yield kind("RGB and an unnamed channel, 8 bits", "RGB", noise(8, 4), RGB, 8, extra=[OTHER],
               stored=("RGB", noise(8, 4)[:, :, :3], 255))
    yield kind("RGB, alpha and a channel, 16 bits", "RGBA", noise(16, 5), RGB, 16, extra=[UNASSOCIATED, OTHER],
               stored=("RGBA", noise(16, 5)[:, :, :4], 65535))
    for bits in (1, 2, 4, 8, 16):
        table = noise(16, 3, 5, 1 << bits, 1)[0]
        index = noise(bits, 1)
        yield kind(f"palette, {bits} bits", "RGB", index, PALETTE, bits, colours=table,
                   stored=("RGB", table[index[:, :, 0]], 65535))
    table = palette(256) * 257
    index = noise(8, 1)
    yield kind("palette, 8 bits, colours of 8 bits, tiles, LZW", "RGB", index, PALETTE, 8, colours=table, tiled=True,
               compression=LZW, stored=("RGB", table[index[:, :, 0]], 65535))
    yield kind("palette, 8 bits, Deflate, predictor", "RGB", index, PALETTE, 8, colours=table, compression=DEFLATE,
               predictor=2, stored=("RGB", table[index[:, :, 0]], 65535))
    for bits in (8, 16):
        for planar in (False, True):
            yield kind(f"CMYK, {bits} bits" + ", planes" * planar, "CMYK", noise(bits, 4), CMYK, bits, planar=planar)
    yield kind("CMYK and alpha, 8 bits", "CMYK", noise(8, 5), CMYK, 8, extra=[UNASSOCIATED],
               stored=("CMYK", noise(8, 5)[:, :, :4], 255))


def lays():
    for order in "<>":
        name = "little-endian" if order == "<" else "big-endian"
        for big in (False, True):
            yield kind(f"RGB, 16 bits, {name}" + ", BigTIFF" * big, "RGB", noise(16, 3), RGB, 16, order=order, big=big)
        for compression, title in ((LZW, "LZW"), (DEFLATE, "Deflate")):
            for bits in (8, 16):
                yield kind(f"RGB, {bits} bits, {title}, predictor, {name}", "RGB", noise(bits, 3), RGB, bits, order=order,
                           compression=compression, predictor=2)
    for compression, title in ((NONE, "none"), (LZW, "LZW"), (DEFLATE, "Deflate"), (OLD_DEFLATE, "old Deflate"),
                               (PACKBITS, "PackBits")):
        for tiled in (False, True):
            for planar in (False, True):
                name = f"RGBA, 8 bits, {title}" + ", tiles" * tiled + ", planes" * planar
                yield kind(name, "RGBA", noise(8, 4), RGB, 8, compression=compression, tiled=tiled, planar=planar,
                           extra=[UNASSOCIATED])
    yield kind("RGB, 16 bits, tiles, planes, big-endian, LZW, predictor", "RGB", noise(16, 3), RGB, 16, tiled=True,
               planar=True, order=">", compression=LZW, predictor=2)
    yield kind("grey, 16 bits, tiles, Deflate, predictor, BigTIFF", "L", noise(16, 1), BLACK, 16, tiled=True,
               compression=DEFLATE, predictor=2, big=True)
    yield kind("grey, 1 bit, PackBits", "L", noise(1, 1), BLACK, 1, compression=PACKBITS)
    yield kind("grey, 4 bits, LZW, tiles", "L", noise(4, 1), BLACK, 4, compression=LZW, tiled=True)
    yield kind("grey, 12 bits, tiles", "L", noise(12, 1), BLACK, 12, tiled=True)
    yield kind("grey, 32 bits, LZW, predictor", "L", noise(32, 1), BLACK, 32, compression=LZW, predictor=2)
    yield kind("RGB, 8 bits, one strip", "RGB", noise(8, 3), RGB, 8, rows=HEIGHT)
    yield kind("RGB, 8 bits, a row in each strip, reversed bits", "RGB", noise(8, 3), RGB, 8, rows=1, reverse=True)
    yield kind("CMYK, 8 bits, tiles, LZW, predictor", "CMYK", noise(8, 4), CMYK, 8, tiled=True, compression=LZW,
               predictor=2)


def numbers():
    wave = (noise(8, 3) - 100) / 8.0
    for bits in (16, 32, 64):
        for order in "<>":
            yield kind(f"grey, floats of {bits} bits, " + ("little-endian" if order == "<" else "big-endian"), "", wave[:, :, :1],
                       BLACK, bits, form=FLOAT, order=order, stored=("NUMBERS", wave[:, :, :1], 0))
    within = noise(8, 3) / 256.0
    yield kind("RGB, floats of 32 bits within 0 … 1", "", within, RGB, 32, form=FLOAT, stored=("NUMBERS", within, 0))
    yield kind("RGB, floats of 32 bits beyond 0 … 1, planes", "", wave, RGB, 32, form=FLOAT, planar=True,
               stored=("NUMBERS", wave, 0))
    yield kind("grey, floats of 32 bits, Deflate, predictor 3", "", wave[:, :, :1], BLACK, 32, form=FLOAT,
               compression=DEFLATE, predictor=3, stored=("NUMBERS", wave[:, :, :1], 0))
    yield kind("RGB, floats of 32 bits, tiles, LZW, predictor 3, big-endian", "", wave, RGB, 32, form=FLOAT, order=">",
               compression=LZW, predictor=3, tiled=True, stored=("NUMBERS", wave, 0))
    yield kind("grey, floats of 32 bits, white is zero", "", within[:, :, :1], WHITE, 32, form=FLOAT,
               stored=("NUMBERS", within[:, :, :1], 0))
    for bits in (8, 16, 32):
        signed = noise(bits, 1) - (1 << bits - 1)
        yield kind(f"grey, signed, {bits} bits", "", signed, BLACK, bits, form=SIGNED, stored=("NUMBERS", signed, 0))
    signed = noise(16, 3) - (1 << 15)
    yield kind("RGB, signed, 16 bits", "", signed, RGB, 16, form=SIGNED, stored=("NUMBERS", signed, 0))
    yield kind("grey, 16 bits, format undefined", "L", noise(16, 1), BLACK, 16, more=[(339, 3, [4])])
    yield Kind(TIFF, "complex floats", tiff(wave[:, :, :1], BLACK, 64, form=FLOAT, more=[(339, 3, [6])]))


def rgb_of_luma(samples):
    """Colours by TIFF's usual coefficients."""
    y, cb, cr = (samples[:, :, c] - (0, 128, 128)[c] for c in range(3))
    rgb = [y + 1.402 * cr, y - 0.299 / 0.587 * 1.402 * cr - 0.114 / 0.587 * 1.772 * cb, y + 1.772 * cb]
    return np.clip(np.rint(np.dstack(rgb)), 0, 255).astype(np.int64)


def rgb_of_lab(lightness, a, b, most):
    """sRGB of CIE Lab whose white is D50, by way of D65 and Bradford's adaptation, each step by its own matrix."""
    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50, d65 = np.array([0.9642, 1, 0.8249]), np.array([0.95047, 1, 1.08883])
    adapt = np.linalg.inv(bradford) @ np.diag(bradford @ d65 / (bradford @ d50)) @ bradford
    primaries = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
    f = np.stack([(lightness + 16) / 116 + a / 500, (lightness + 16) / 116, (lightness + 16) / 116 - b / 200], axis=2)
    xyz = np.where(f > 6 / 29, f ** 3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) * d50
    linear = np.clip(xyz @ (np.linalg.inv(primaries) @ adapt).T, 0, 1)
    curve = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(curve * most).astype(np.int64)


def luma():
    """Luma and chroma without compression, and colours of CIE Lab."""
    picture = smooth(3, 32, 16)
    for across, down in ((1, 1), (2, 1), (2, 2), (4, 1), (4, 2), (1, 2)):
        units = []
        for y in range(0, 16, down):
            line = b""
            for x in range(0, 32, across):
                line += picture[y:y + down, x:x + across, 0].astype(np.uint8).tobytes()
                line += picture[y, x, 1:].astype(np.uint8).tobytes()
            units.append(line)
        fields = {256: (4, [32]), 257: (4, [16]), 258: (3, [8, 8, 8]), 259: (3, [1]), 262: (3, [YCBCR]), 277: (3, [3]),
                  278: (4, [16]), 284: (3, [1]), 530: (3, [across, down]), 531: (3, [1])}
        spread = picture.copy()
        for c in (1, 2):
            spread[:, :, c] = np.kron(picture[::down, ::across, c], np.ones((down, across), np.int64))
        yield Kind(TIFF, f"YCbCr, chroma {across}×{down}", assembled(fields, [b"".join(units)], "<", False, False),
                   ("RGB", rgb_of_luma(spread), 255), 3)
    # dull colours, so that none is outside of sRGB
    dull = (picture - (0, 128, 128)) // (2, 8, 8) + (60, 0, 0)
    for name, photometric, bits, samples in (
            ("CIE Lab, 8 bits", LAB, 8, dull & 255), ("CIE Lab, 16 bits", LAB, 16, dull * 256 & 65535),
            ("ICC Lab, 8 bits", ICCLAB, 8, dull + (0, 128, 128)), ("ICC Lab, 16 bits", ICCLAB, 16, (dull + (0, 128, 128)) * 256)):
        lightness = dull[:, :, 0] * (256 if bits == 16 else 1) / (0xff00 if photometric == ICCLAB and bits == 16 else (1 << bits) - 1)
        most = (1 << bits) - 1
        alpha = noise(bits, 1, width=32, height=16)
        rgb = rgb_of_lab(lightness * 100, dull[:, :, 1], dull[:, :, 2], most)
        yield Kind(TIFF, name, tiff(samples, photometric, bits), ("RGB", rgb, most), 4)
        yield Kind(TIFF, name + ", alpha", tiff(np.dstack([samples, alpha]), photometric, bits, extra=[UNASSOCIATED]),
                   ("RGBA", np.dstack([rgb, alpha]), most), 4)
        yield Kind(TIFF, name + ", an unnamed channel", tiff(np.dstack([samples, alpha]), photometric, bits, extra=[OTHER]),
                   ("RGB", rgb, most), 4)
    wave = dull.astype(float)
    yield Kind(TIFF, "CIE Lab, floats", tiff(wave, LAB, 32, form=FLOAT))
    yield Kind(TIFF, "ITU Lab, 8 bits", tiff(dull & 255, ITULAB, 8))


def by_libtiff():
    """Kinds that libtiff's tiffcp writes."""
    bits = noise(1, 1, width=67)
    grey, rgb = smooth(1), smooth(3)
    cases = (
        ("grey, 1 bit, Group 3 fax", tiff(bits, WHITE, 1), ["-c", "g3"], ("L", 1 - bits, 1), 0),
        ("grey, 1 bit, Group 3 fax, two dimensions, filled", tiff(bits, WHITE, 1), ["-c", "g3:2d:fill"], ("L", 1 - bits, 1), 0),
        ("grey, 1 bit, Group 4 fax", tiff(bits, WHITE, 1), ["-c", "g4"], ("L", 1 - bits, 1), 0),
        ("grey, 1 bit, Group 4 fax, black is zero, reversed bits", tiff(bits, BLACK, 1), ["-c", "g4", "-f", "lsb2msb"],
         ("L", bits, 1), 0),
        ("grey, 8 bits, JPEG", tiff(grey, BLACK, 8, rows=16), ["-c", "jpeg:90"], None, 2),
        ("RGB, 8 bits, JPEG as YCbCr", tiff(rgb, RGB, 8, rows=16), ["-c", "jpeg:90"], None, 8),
        ("RGB, 8 bits, JPEG as RGB", tiff(rgb, RGB, 8, rows=16), ["-c", "jpeg:r:90"], None, 2),
        ("RGB, 8 bits, JPEG, tiles", tiff(rgb, RGB, 8, rows=16), ["-c", "jpeg:90", "-t", "-w", "32", "-l", "32"], None, 8),
        ("RGB, 8 bits, JPEG, planes", tiff(rgb, RGB, 8, rows=16), ["-c", "jpeg:r:90", "-p", "separate"], None, 2),
        ("RGB, 8 bits, LZMA", tiff(rgb, RGB, 8, rows=16), ["-c", "lzma"], ("RGB", rgb, 255), 0),
        ("RGB, 8 bits, Zstandard", tiff(rgb, RGB, 8, rows=16), ["-c", "zstd"], ("RGB", rgb, 255), 0),
        ("RGB, 8 bits, WebP", tiff(rgb, RGB, 8, rows=16), ["-c", "webp"], None, 8),
        ("RGB, 16 bits, LZW, predictor, BigTIFF", tiff(noise(16, 3), RGB, 16), ["-8", "-c", "lzw:2", "-B"],
         ("RGB", noise(16, 3), 65535), 0),
    )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.tif"), Path(folder, "b.tif")
        for name, data, options, stored, tolerance in cases:
            source.write_bytes(data)
            target.unlink(missing_ok=True)
            subprocess.run(["tiffcp", *options, source, target], check=True, capture_output=True)
            yield Kind(TIFF, name + " (tiffcp)", target.read_bytes(), stored, tolerance)


def kinds():
    for group in (greys, colours, lays, numbers, luma, by_libtiff):
        yield from group()
