"""Older formats of one picture: BMP, TGA, PCX, SGI, PNM, WBMP, icons, IFF, Radiance."""

import struct
import zlib

import numpy as np

from picture import HEIGHT, WIDTH, Kind, noise, pack, pack_bits, palette, scaled, wide
from png import png

BMP, TGA, PCX, SGI = ("BMP", "bmp"), ("TGA", "tga"), ("PCX", "pcx"), ("SGI", "sgi")
PNM, PAM, PFM, WBMP = ("PNM", "pnm"), ("PAM", "pam"), ("PFM", "pfm"), ("WBMP", "wbmp")
ICO, CUR, ICNS, IFF, HDR = ("ICO", "ico"), ("CUR", "cur"), ("ICNS", "icns"), ("IFF", "iff"), ("HDR", "hdr")


# BMP

def bmp(lines, bits, header=40, compression=0, table=b"", masks=b"", top_down=False, width=WIDTH, height=HEIGHT, used=0):
    data = b"".join(lines if top_down else lines[::-1]) if isinstance(lines, list) else lines
    if header == 12:
        info = struct.pack("<IHHHH", 12, width, height, 1, bits)
    else:
        info = struct.pack("<IiiHHIIiiII", header, width, -height if top_down else height, 1, bits, compression, len(data),
                           2835, 2835, used, 0)
        extra = masks
        if header >= 108:
            extra = masks.ljust(16, b"\0") + b"BGRs" + bytes(header - 60)
        info = (info + extra).ljust(header, b"\0") if header > 40 else info + masks
    at = 14 + len(info) + len(table)
    return b"BM" + struct.pack("<IHHI", at + len(data), 0, 0, at) + info + table + data


def fours(rows):
    return [row + bytes(-len(row) % 4) for row in rows]


def bgr(samples):
    order = [2, 1, 0, 3][:samples.shape[2]]
    return fours(wide(samples[:, :, order], "u1"))


def fields(samples, sizes, shifts):
    """Pixels of bit fields, as numbers; the samples are those of the fields."""
    return sum(samples[:, :, c].astype(np.int64) << shifts[c] for c in range(len(sizes)))


def field_samples(sizes, seed=1):
    return np.dstack([noise(size, 1, seed + c)[:, :, 0] if size else np.zeros((HEIGHT, WIDTH), np.int64)
                      for c, size in enumerate(sizes)])


def as_bytes(samples, sizes):
    return np.dstack([scaled(samples[:, :, c], size) for c, size in enumerate(sizes)])


def runs_8(index, delta=False):
    """BI_RLE8: runs, absolute runs, ends of lines, and optionally a jump."""
    out = bytearray()
    for row in index[::-1]:
        x = 0
        while x < len(row):
            if x % 2 == 0 and len(row) - x >= 5:
                out += bytes([0, 5]) + bytes(row[x:x + 5].tolist()) + b"\0"
                x += 5
                continue
            run = 1
            while x + run < len(row) and row[x + run] == row[x]:
                run += 1
            out += bytes([run, row[x]])
            x += run
        out += b"\0\0"
    return bytes(out[:-2] + b"\0\1")


def runs_4(index):
    out = bytearray()
    for row in index[::-1]:
        x = 0
        while x < len(row):
            if x % 2 == 0 and len(row) - x >= 5:
                nibbles = row[x:x + 5].tolist() + [0, 0, 0]
                out += bytes([0, 5]) + bytes(nibbles[i] << 4 | nibbles[i + 1] for i in (0, 2, 4)) + b"\0"
                x += 5
                continue
            second = row[x + 1] if x + 1 < len(row) else row[x]
            run = 1
            while x + run < len(row) and row[x + run] == (row[x], second)[run % 2]:
                run += 1
            out += bytes([run, row[x] << 4 | second])
            x += run
        out += b"\0\0"
    return bytes(out[:-2] + b"\0\1")


def bmp_kinds():
    for bits in (1, 2, 4, 8):
        colours = palette(1 << bits)
        index = noise(bits, 1)
        stored = ("RGB", colours[index[:, :, 0]], 255)
        quads = b"".join(bytes([b, g, r, 0]) for r, g, b in colours.tolist())
        triples = b"".join(bytes([b, g, r]) for r, g, b in colours.tolist())
        yield Kind(BMP, f"palette, {bits} bits", bmp(fours(pack(index, bits)), bits, table=quads), stored)
        yield Kind(BMP, f"palette, {bits} bits, top-down", bmp(fours(pack(index, bits)), bits, table=quads, top_down=True), stored)
        yield Kind(BMP, f"palette, {bits} bits, OS/2", bmp(fours(pack(index, bits)), bits, 12, table=triples), stored)
        yield Kind(BMP, f"palette, {bits} bits, OS/2 2", bmp(fours(pack(index, bits)), bits, 64, table=quads), stored)
        yield Kind(BMP, f"palette, {bits} bits, V4", bmp(fours(pack(index, bits)), bits, 108, table=quads), stored)
    colours = palette(5)
    index = noise(8, 1) % 5
    quads = b"".join(bytes([b, g, r, 0]) for r, g, b in colours.tolist())
    yield Kind(BMP, "palette of 5 colours, 8 bits", bmp(fours(pack(index, 8)), 8, table=quads, used=5),
               ("RGB", colours[index[:, :, 0]], 255))
    greys = b"".join(bytes([g, g, g, 0]) for g in range(256))
    yield Kind(BMP, "palette of greys, 8 bits", bmp(fours(pack(noise(8, 1), 8)), 8, table=greys), ("L", noise(8, 1), 255))
    for bits, runs, code in ((8, runs_8, 1), (4, runs_4, 2)):
        colours = palette(1 << bits)
        index = np.repeat(noise(bits, 1), 2, axis=1)[:, :WIDTH]
        quads = b"".join(bytes([b, g, r, 0]) for r, g, b in colours.tolist())
        yield Kind(BMP, f"palette, RLE{bits}", bmp(runs(index[:, :, 0]), bits, compression=code, table=quads),
                   ("RGB", colours[index[:, :, 0]], 255))
    five = field_samples((5, 5, 5))
    words = fours(wide(fields(five, (5, 5, 5), (10, 5, 0)), "<u2"))
    yield Kind(BMP, "16 bits, no masks (555)", bmp(words, 16), ("RGB", as_bytes(five, (5, 5, 5)), 255), 1)
    kinds = (
        ("565", (5, 6, 5, 0), (11, 5, 0, 0), 16), ("444", (4, 4, 4, 0), (8, 4, 0, 0), 16),
        ("1555", (5, 5, 5, 1), (10, 5, 0, 15), 16), ("4444", (4, 4, 4, 4), (8, 4, 0, 12), 16),
        ("888 as RGBX", (8, 8, 8, 0), (24, 16, 8, 0), 32), ("888 as XBGR", (8, 8, 8, 0), (0, 8, 16, 0), 32),
        ("10 10 10", (10, 10, 10, 0), (20, 10, 0, 0), 32), ("8888 as ARGB", (8, 8, 8, 8), (16, 8, 0, 24), 32),
        ("8888 as RGBA", (8, 8, 8, 8), (24, 16, 8, 0), 32), ("8888 as ABGR", (8, 8, 8, 8), (0, 8, 16, 24), 32),
    )
    for name, sizes, shifts, bits in kinds:
        alpha = sizes[3] > 0
        count = 4 if alpha else 3
        samples = field_samples(sizes[:count])
        masks = struct.pack("<4I", *[((1 << size) - 1) << shift for size, shift in zip(sizes, shifts)])
        lines = fours(wide(fields(samples, sizes[:count], shifts), f"<u{bits // 8}"))
        stored = ("RGBA" if alpha else "RGB", as_bytes(samples, sizes[:count]), 255)
        for header, title in ((40, "V1"), (52, "V2"), (56, "V3"), (108, "V4"), (124, "V5")):
            if alpha and header in (40, 52) or not alpha and header == 108:
                continue
            size = 12 if header in (40, 52) else 16
            yield Kind(BMP, f"{bits} bits, masks {name}, {title}", bmp(lines, bits, header, 3, masks=masks[:size]), stored, 1)
    yield Kind(BMP, "24 bits", bmp(bgr(noise(8, 3)), 24), ("RGB", noise(8, 3), 255))
    yield Kind(BMP, "24 bits, top-down", bmp(bgr(noise(8, 3)), 24, top_down=True), ("RGB", noise(8, 3), 255))
    yield Kind(BMP, "24 bits, OS/2", bmp(bgr(noise(8, 3)), 24, 12), ("RGB", noise(8, 3), 255))
    yield Kind(BMP, "24 bits, V5", bmp(bgr(noise(8, 3)), 24, 124), ("RGB", noise(8, 3), 255))
    four = noise(8, 4)
    yield Kind(BMP, "32 bits, V1, fourth byte not 0", bmp(bgr(four), 32), ("RGB", four[:, :, :3], 255))
    empty = np.dstack([four[:, :, :3], np.zeros((HEIGHT, WIDTH), np.int64)])
    yield Kind(BMP, "32 bits, V1, fourth byte 0", bmp(bgr(empty), 32), ("RGB", four[:, :, :3], 255))
    yield Kind(BMP, "32 bits, V1, top-down", bmp(bgr(empty), 32, top_down=True), ("RGB", four[:, :, :3], 255))
    yield Kind(BMP, "32 bits, V4 without masks", bmp(bgr(empty), 32, 108), ("RGB", four[:, :, :3], 255))


# TGA

def tga_runs(pixels):
    """Pixels, each some bytes, run by run; runs do not cross rows."""
    out = bytearray()
    for row in pixels:
        i = 0
        while i < len(row):
            run = 1
            while i + run < len(row) and run < 128 and row[i + run] == row[i]:
                run += 1
            if run > 1:
                out += bytes([127 + run]) + row[i]
                i += run
                continue
            end = i + 1
            while end < len(row) and end - i < 128 and (end + 1 >= len(row) or row[end] != row[end + 1]):
                end += 1
            out += bytes([end - i - 1]) + b"".join(row[i:end])
            i = end
    return bytes(out)


def tga(values, size, kind, alpha_bits=0, top=False, right=False, table=b"", entries=0, entry_bits=0, first=0, bits=None,
        identity=b""):
    ordered = values if top else values[::-1]
    ordered = ordered[:, ::-1] if right else ordered
    pixels = [[int(v).to_bytes(size, "little") for v in row] for row in ordered]
    body = tga_runs(pixels) if kind > 8 else b"".join(b"".join(row) for row in pixels)
    head = struct.pack("<BBBHHBHHHHBB", len(identity), 1 if table else 0, kind, first, entries, entry_bits, 0, 0,
                       values.shape[1], values.shape[0], bits or 8 * size, alpha_bits | (32 if top else 0) | (16 if right else 0))
    return head + identity + table + body


def tga_kinds():
    doubled = lambda samples: np.repeat(samples, 2, axis=1)[:, :WIDTH]
    for packed in (0, 8):
        title = ", RLE" if packed else ""
        grey = doubled(noise(8, 1))
        yield Kind(TGA, "grey, 8 bits" + title, tga(grey[:, :, 0], 1, 3 + packed), ("L", grey, 255))
        pair = doubled(noise(8, 2))
        yield Kind(TGA, "grey and alpha, 16 bits, 8 of alpha" + title,
                   tga(pair[:, :, 0] | pair[:, :, 1] << 8, 2, 3 + packed, 8), ("LA", pair, 255))
        five = np.repeat(field_samples((5, 5, 5)), 2, axis=1)[:, :WIDTH]
        words = fields(five, (5, 5, 5), (10, 5, 0))
        yield Kind(TGA, "RGB, 16 bits" + title, tga(words, 2, 2 + packed), ("RGB", scaled(five, 5), 255), 1)
        yield Kind(TGA, "RGB, 15 bits" + title, tga(words, 2, 2 + packed, bits=15), ("RGB", scaled(five, 5), 255), 1)
        bit = doubled(noise(1, 1))
        yield Kind(TGA, "RGB, 16 bits, 1 of alpha" + title, tga(words | bit[:, :, 0] << 15, 2, 2 + packed, 1),
                   ("RGBA", np.dstack([scaled(five, 5), bit * 255]), 255), 1)
        rgb = doubled(noise(8, 3))
        three = fields(rgb, (8, 8, 8), (16, 8, 0))
        for top in (False, True):
            for right in (False, True):
                name = "RGB, 24 bits, " + ("top" if top else "bottom") + (" right" if right else " left")
                yield Kind(TGA, name + title, tga(three, 3, 2 + packed, top=top, right=right), ("RGB", rgb, 255))
        four = doubled(noise(8, 4))
        quads = fields(four, (8, 8, 8, 8), (16, 8, 0, 24))
        yield Kind(TGA, "RGBA, 32 bits, 8 of alpha" + title, tga(quads, 4, 2 + packed, 8), ("RGBA", four, 255))
        yield Kind(TGA, "RGB, 32 bits, none of alpha" + title, tga(quads, 4, 2 + packed), ("RGB", four[:, :, :3], 255))
        colours = palette(200)
        index = doubled(noise(8, 1)) % 200
        stored = ("RGB", colours[index[:, :, 0]], 255)
        table = b"".join(bytes([b, g, r]) for r, g, b in colours.tolist())
        yield Kind(TGA, "palette, 24 bits" + title, tga(index[:, :, 0], 1, 1 + packed, table=table, entries=200, entry_bits=24), stored)
        yield Kind(TGA, "palette, 24 bits, first index 50" + title,
                   tga(index[:, :, 0] + 50, 1, 1 + packed, table=table, entries=200, entry_bits=24, first=50), stored)
        yield Kind(TGA, "palette, 24 bits, top left, with an identity" + title,
                   tga(index[:, :, 0], 1, 1 + packed, top=True, table=table, entries=200, entry_bits=24, identity=b"words"), stored)
        alphas = palette(200, 4, 7)
        table = b"".join(bytes([b, g, r, a]) for r, g, b, a in alphas.tolist())
        yield Kind(TGA, "palette, 32 bits" + title, tga(index[:, :, 0], 1, 1 + packed, 8, table=table, entries=200, entry_bits=32),
                   ("RGBA", alphas[index[:, :, 0]], 255))
        narrow = noise(5, 3, 8, 200, 1)[0]
        table = b"".join(struct.pack("<H", r << 10 | g << 5 | b) for r, g, b in narrow.tolist())
        for entry in (15, 16):
            yield Kind(TGA, f"palette, {entry} bits" + title,
                       tga(index[:, :, 0], 1, 1 + packed, table=table, entries=200, entry_bits=entry),
                       ("RGB", scaled(narrow, 5)[index[:, :, 0]], 255), 1)


# PCX

def pcx_runs(row):
    out, i = bytearray(), 0
    while i < len(row):
        run = 1
        while i + run < len(row) and run < 63 and row[i + run] == row[i]:
            run += 1
        if run > 1 or row[i] >= 0xc0:
            out += bytes([0xc0 | run])
        out.append(row[i])
        i += run
    return bytes(out)


def pcx(planes, bits, version=5, table16=b"", table256=b"", packed=True, line=None, grey=False):
    """planes is a list of lists of rows."""
    line = line or len(planes[0][0]) + len(planes[0][0]) % 2
    head = struct.pack("<BBBBHHHHHH", 10, version, 1 if packed else 0, bits, 0, 0, WIDTH - 1, HEIGHT - 1, 300, 300)
    head += table16.ljust(48, b"\0") + struct.pack("<BBHH", 0, len(planes), line, 2 if grey else 1)
    body = b""
    for y in range(HEIGHT):
        for plane in planes:
            row = plane[y].ljust(line, b"\0")
            body += pcx_runs(row) if packed else row
    return head.ljust(128, b"\0") + body + (b"\x0c" + table256 if table256 else b"")


def pcx_kinds():
    one = noise(1, 1)
    black_white = bytes([0, 0, 0, 255, 255, 255])
    yield Kind(PCX, "1 bit", pcx([pack(one, 1)], 1, table16=black_white), ("L", one, 1))
    for packed in (True, False):
        title = "" if packed else ", not packed"
        for bits in (2, 4):
            colours = palette(1 << bits)
            index = noise(bits, 1)
            yield Kind(PCX, f"{bits} bits, a plane" + title,
                       pcx([pack(index, bits)], bits, table16=colours.astype(np.uint8).tobytes(), packed=packed),
                       ("RGB", colours[index[:, :, 0]], 255))
        for count in (2, 3, 4):
            colours = palette(1 << count)
            index = noise(count, 1)
            planes = [pack(index >> plane & 1, 1) for plane in range(count)]
            yield Kind(PCX, f"1 bit, {count} planes" + title,
                       pcx(planes, 1, table16=colours.astype(np.uint8).tobytes(), packed=packed),
                       ("RGB", colours[index[:, :, 0]], 255))
        colours = palette(256)
        index = noise(8, 1)
        yield Kind(PCX, "8 bits, palette of 256" + title,
                   pcx([wide(index, "u1")], 8, table256=colours.astype(np.uint8).tobytes(), packed=packed),
                   ("RGB", colours[index[:, :, 0]], 255))
        rgb = noise(8, 3)
        yield Kind(PCX, "24 bits, 3 planes" + title, pcx([wide(rgb[:, :, c], "u1") for c in range(3)], 8, packed=packed),
                   ("RGB", rgb, 255))
    yield Kind(PCX, "24 bits, padded lines", pcx([wide(noise(8, 3)[:, :, c], "u1") for c in range(3)], 8, line=26),
               ("RGB", noise(8, 3), 255))
    four = noise(8, 4)
    yield Kind(PCX, "32 bits, 4 planes", pcx([wide(four[:, :, c], "u1") for c in range(4)], 8), ("RGBA", four, 255))
    ramp = bytes(v for v in range(256) for _ in range(3))
    yield Kind(PCX, "8 bits, palette of greys", pcx([wide(noise(8, 1), "u1")], 8, table256=ramp, grey=True), ("L", noise(8, 1), 255))


# SGI

def sgi_runs(row, size):
    out, i = [], 0
    while i < len(row):
        run = 1
        while i + run < len(row) and run < 127 and row[i + run] == row[i]:
            run += 1
        if run > 2:
            out += [run, row[i]]
            i += run
            continue
        end = i + 1
        while end < len(row) and end - i < 127 and not (end + 2 < len(row) and row[end] == row[end + 1] == row[end + 2]):
            end += 1
        out += [128 | end - i, *row[i:end]]
        i = end
    return np.array(out + [0], f">u{size}").tobytes()


def sgi(samples, size, packed, dimension=None):
    height, width, channels = samples.shape
    head = struct.pack(">HBBHHHHII", 474, int(packed), size, dimension or (3 if channels > 1 else 2), width, height, channels,
                       0, 256 ** size - 1)
    head = head.ljust(512, b"\0")
    rows = [samples[y, :, c] for c in range(channels) for y in range(height - 1, -1, -1)]
    if not packed:
        return head + b"".join(row.astype(f">u{size}").tobytes() for row in rows)
    blocks = [sgi_runs(row.tolist(), size) for row in rows]
    at, starts = 512 + 8 * len(rows), []
    for block in blocks:
        starts.append(at)
        at += len(block)
    return head + struct.pack(f">{len(rows)}I", *starts) + struct.pack(f">{len(rows)}I", *map(len, blocks)) + b"".join(blocks)


def sgi_kinds():
    for channels, family in ((1, "L"), (2, "LA"), (3, "RGB"), (4, "RGBA")):
        for size in (1, 2):
            for packed in (False, True):
                samples = np.repeat(noise(8 * size, channels), 4, axis=1)[:, :WIDTH] if packed else noise(8 * size, channels)
                name = f"{family}, {8 * size} bits" + ", RLE" * packed
                yield Kind(SGI, name, sgi(samples, size, packed), (family, samples, 256 ** size - 1))
    row = noise(8, 1, height=1)
    yield Kind(SGI, "L, a row of one dimension", sgi(row, 1, False, 1), ("L", row, 255))


# Netpbm

def netpbm_kinds():
    bits = noise(1, 1)
    yield Kind(PNM, "P1, bits as text", b"P1\n# words\n%d %d\n" % (WIDTH, HEIGHT) +
               b"\n".join(b" ".join(b"%d" % v for v in row) for row in 1 - bits[:, :, 0]), ("L", bits, 1))
    yield Kind(PNM, "P4, bits", b"P4\n%d %d\n" % (WIDTH, HEIGHT) + b"".join(pack(1 - bits, 1)), ("L", bits, 1))
    for magic, text, channels, family in (("P2", True, 1, "L"), ("P5", False, 1, "L"), ("P3", True, 3, "RGB"), ("P6", False, 3, "RGB")):
        for most in (1, 15, 100, 255, 1000, 1023, 65535):
            samples = noise(16, channels) % (most + 1)
            samples[0, 0] = most
            data = (" ".join(str(v) for v in samples.ravel()).encode() if text
                    else samples.astype(">u2" if most > 255 else "u1").tobytes())
            yield Kind(PNM, f"{magic}, largest value {most}", f"{magic}\n{WIDTH} {HEIGHT}\n{most}\n".encode() + data,
                       (family, samples, most))
    for family, title, channels, most in (("L", "BLACKANDWHITE", 1, 1), ("L", "GRAYSCALE", 1, 255), ("L", "GRAYSCALE", 1, 65535),
                                          ("LA", "GRAYSCALE_ALPHA", 2, 255), ("LA", "GRAYSCALE_ALPHA", 2, 65535),
                                          ("LA", "BLACKANDWHITE_ALPHA", 2, 1), ("RGB", "RGB", 3, 255), ("RGB", "RGB", 3, 65535),
                                          ("RGB", "RGB", 3, 15), ("RGBA", "RGB_ALPHA", 4, 255), ("RGBA", "RGB_ALPHA", 4, 65535),
                                          ("RGBA", "RGB_ALPHA", 4, 1000), ("CMYK", "CMYK", 4, 255), ("CMYK", "CMYK", 4, 65535)):
        samples = noise(16, channels) % (most + 1)
        head = f"P7\nWIDTH {WIDTH}\nHEIGHT {HEIGHT}\nDEPTH {channels}\nMAXVAL {most}\nTUPLTYPE {title}\nENDHDR\n".encode()
        yield Kind(PAM, f"{title}, largest value {most}", head + samples.astype(">u2" if most > 255 else "u1").tobytes(),
                   (family, samples, most))
    for magic, channels in (("Pf", 1), ("PF", 3)):
        for order, scale in (("<", "-1.0"), (">", "1.0")):
            for title, values in (("within 0 … 1", noise(8, channels) / 256.0), ("beyond", (noise(8, channels) - 100) / 8.0)):
                data = values[::-1].astype(order + "f4").tobytes()
                yield Kind(PFM, f"{magic}, {'little' if order == '<' else 'big'}-endian, {title}",
                           f"{magic}\n{WIDTH} {HEIGHT}\n{scale}\n".encode() + data, ("NUMBERS", values, 0))
    yield Kind(WBMP, "bits", bytes([0, 0, WIDTH, HEIGHT]) + b"".join(pack(bits, 1)), ("L", bits, 1))
    large = noise(1, 1, width=200, height=3)
    yield Kind(WBMP, "bits, a width of two bytes", bytes([0, 0, 0x81, 200 & 127, 3]) + b"".join(pack(large, 1)), ("L", large, 1))


# Icons

def icon_picture(bits, samples, mask, colours=()):
    height, width = samples.shape[:2]
    quads = b"".join(bytes([b, g, r, 0]) for r, g, b in colours)
    lines = bgr(samples) if bits >= 24 else fours(pack(samples, bits))
    body = b"".join(lines[::-1]) + b"".join(fours(pack(1 - mask[:, :, None], 1))[::-1])
    return struct.pack("<IiiHHIIiiII", 40, width, 2 * height, 1, bits, 0, len(body), 0, 0, 0, 0) + quads + body


def icon(picture, side, bits, kind=1):
    hot = (2, 3) if kind == 2 else (1, bits)
    return struct.pack("<HHHBBBBHHII", 0, kind, 1, side, side, 0, 0, *hot, len(picture), 22) + picture


def icon_kinds():
    side = 16
    mask = noise(1, 1, 9, side, side)[:, :, 0]
    full = np.ones((side, side), np.int64)
    for family, kind in ((ICO, 1), (CUR, 2)):
        for bits in (1, 4, 8):
            colours = palette(1 << bits).tolist()
            index = noise(bits, 1, width=side, height=side)
            seen = np.array(colours)[index[:, :, 0]]
            yield Kind(family, f"palette, {bits} bits, mask", icon(icon_picture(bits, index, mask, colours), side, bits, kind),
                       ("RGBA", np.dstack([seen, mask * 255]), 255))
        rgb = noise(8, 3, width=side, height=side)
        yield Kind(family, "24 bits, mask", icon(icon_picture(24, rgb, mask), side, 24, kind),
                   ("RGBA", np.dstack([rgb, mask * 255]), 255))
        rgba = noise(8, 4, width=side, height=side)
        yield Kind(family, "32 bits", icon(icon_picture(32, rgba, full), side, 32, kind), ("RGBA", rgba, 255))
        yield Kind(family, "32 bits, all alpha 0, mask", icon(icon_picture(32, rgba * [1, 1, 1, 0], mask), side, 32, kind),
                   ("RGBA", np.dstack([rgba[:, :, :3], mask * 255]), 255))
        yield Kind(family, "PNG, RGBA", icon(png(rgba, 6, 8), side, 32, kind), ("RGBA", rgba, 255))
        yield Kind(family, "PNG, RGB", icon(png(rgb, 2, 8), side, 32, kind), ("RGB", rgb, 255))
        yield Kind(family, "16 bits", icon(icon_16(side, mask), side, 16, kind),
                   ("RGBA", np.dstack([scaled(noise(5, 3, width=side, height=side), 5), mask * 255]), 255), 1)


def icon_16(side, mask):
    five = noise(5, 3, width=side, height=side)
    lines = fours(wide(fields(five, (5, 5, 5), (10, 5, 0)), "<u2"))
    body = b"".join(lines[::-1]) + b"".join(fours(pack(1 - mask[:, :, None], 1))[::-1])
    return struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 16, 0, len(body), 0, 0, 0, 0) + body


def icns_runs(data):
    out, i = bytearray(), 0
    while i < len(data):
        run = 1
        while i + run < len(data) and run < 130 and data[i + run] == data[i]:
            run += 1
        if run >= 3:
            out += bytes([125 + run, data[i]])
            i += run
            continue
        end = i + 1
        while end < len(data) and end - i < 128 and not data[end:end + 3] == data[end:end + 1] * 3:
            end += 1
        out += bytes([end - i - 1]) + data[i:end]
        i = end
    return bytes(out)


def icns(*parts):
    body = b"".join(name + struct.pack(">I", 8 + len(data)) + data for name, data in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def icns_kinds():
    for side, colour, alpha, png_name in ((16, b"is32", b"s8mk", b"icp4"), (32, b"il32", b"l8mk", b"icp5"), (128, b"it32", b"t8mk", b"ic07")):
        rgba = np.repeat(noise(8, 4, width=side, height=side), 4, axis=1)[:, :side]
        planes = b"".join(icns_runs(rgba[:, :, c].astype(np.uint8).tobytes()) for c in range(3))
        planes = (bytes(4) if colour == b"it32" else b"") + planes
        masked = (alpha, rgba[:, :, 3].astype(np.uint8).tobytes())
        yield Kind(ICNS, f"{side}×{side}, packed planes and a mask", icns((colour, planes), masked), ("RGBA", rgba, 255))
        yield Kind(ICNS, f"{side}×{side}, PNG", icns((png_name, png(rgba, 6, 8))), ("RGBA", rgba, 255))
    bits = noise(1, 1, width=32, height=32)
    mask = noise(1, 1, 2, 32, 32)
    yield Kind(ICNS, "32×32, 1 bit and a mask", icns((b"ICN#", b"".join(pack(1 - bits, 1)) + b"".join(pack(mask, 1)))),
               ("LA", np.dstack([bits, mask]), 1))


# IFF

def ilbm(planes, width, height, depth, colours=None, compression=0, masking=0, transparent=0, mode=None, kind=b"ILBM"):
    def part(name, data):
        return name + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)

    rows = [pack_bits(row) if compression else row for line in planes for row in line]
    body = part(b"BMHD", struct.pack(">HHhhBBBBHBBhh", width, height, 0, 0, depth, masking, compression, 0, transparent, 1, 1, width, height))
    if colours is not None:
        body += part(b"CMAP", np.asarray(colours).astype(np.uint8).tobytes())
    if mode is not None:
        body += part(b"CAMG", struct.pack(">I", mode))
    body += part(b"BODY", b"".join(rows))
    return b"FORM" + struct.pack(">I", 4 + len(body)) + kind + body


def bit_planes(index, depth):
    """For each row the rows of its planes, in words."""
    packed = [[row + b"\0" * (len(row) % 2) for row in pack(index >> p & 1, 1)] for p in range(depth)]
    return [[packed[p][y] for p in range(depth)] for y in range(index.shape[0])]


def ham(codes, colours, bits):
    """The colours of hold-and-modify codes: two bits that say what changes, and its bits.

    Of six planes all four bits of a component change, of eight the six high bits of eight, as in the machine.
    """
    out = np.zeros((*codes.shape, 3), np.int64)
    for y, row in enumerate(codes):
        now = list(colours[0])
        for x, code in enumerate(row):
            value = int(code) & (1 << bits) - 1
            what = int(code) >> bits
            if what == 0:
                now = list(colours[value])
            else:
                component = {1: 2, 2: 0, 3: 1}[what]
                now[component] = value * 17 if bits == 4 else value << 2 | now[component] & 3
            out[y, x] = now
    return out


def iff_kinds():
    for compression in (0, 1):
        title = ", packed" if compression else ""
        for depth in (1, 2, 4, 5, 8):
            colours = palette(1 << depth)
            index = noise(depth, 1)
            yield Kind(IFF, f"ILBM, {depth} planes" + title,
                       ilbm(bit_planes(index, depth), WIDTH, HEIGHT, depth, colours, compression), ("RGB", colours[index[:, :, 0]], 255))
        for channels, family in ((3, "RGB"), (4, "RGBA")):
            samples = noise(8, channels)
            joined = sum(samples[:, :, c:c + 1] << 8 * c for c in range(channels))
            yield Kind(IFF, f"ILBM, {8 * channels} planes" + title,
                       ilbm(bit_planes(joined, 8 * channels), WIDTH, HEIGHT, 8 * channels, None, compression), (family, samples, 255))
        colours = palette(256)
        index = noise(8, 1)
        rows = [[row + b"\0" * (len(row) % 2)] for row in wide(index, "u1")]
        yield Kind(IFF, "PBM, 8 bits" + title, ilbm(rows, WIDTH, HEIGHT, 8, colours, compression, kind=b"PBM "),
                   ("RGB", colours[index[:, :, 0]], 255))
    colours = (palette(16) >> 4) * 17
    codes = noise(6, 1)
    yield Kind(IFF, "ILBM, HAM6", ilbm(bit_planes(codes, 6), WIDTH, HEIGHT, 6, colours, mode=0x800),
               ("RGB", ham(codes[:, :, 0], colours.tolist(), 4), 255))
    colours = palette(64)
    codes = noise(8, 1)
    yield Kind(IFF, "ILBM, HAM8", ilbm(bit_planes(codes, 8), WIDTH, HEIGHT, 8, colours, mode=0x800),
               ("RGB", ham(codes[:, :, 0], colours.tolist(), 6), 255))
    colours = palette(32)
    index = noise(6, 1)
    both = np.concatenate([colours, colours // 2])
    yield Kind(IFF, "ILBM, extra half-bright", ilbm(bit_planes(index, 6), WIDTH, HEIGHT, 6, colours, mode=0x80),
               ("RGB", both[index[:, :, 0]], 255))
    colours = palette(16)
    index = noise(4, 1)
    mask = noise(1, 1, 3)
    planes = [row + extra for row, extra in zip(bit_planes(index, 4), bit_planes(mask, 1))]
    yield Kind(IFF, "ILBM, 4 planes, mask plane", ilbm(planes, WIDTH, HEIGHT, 4, colours, masking=1),
               ("RGBA", np.dstack([colours[index[:, :, 0]], mask * 255]), 255))
    clear = np.where(index == 3, 0, 255)
    yield Kind(IFF, "ILBM, 4 planes, transparent colour",
               ilbm(bit_planes(index, 4), WIDTH, HEIGHT, 4, colours, masking=2, transparent=3),
               ("RGBA", np.dstack([colours[index[:, :, 0]], clear]), 255))


def kinds():
    for group in (bmp_kinds, tga_kinds, pcx_kinds, sgi_kinds, netpbm_kinds, icon_kinds, icns_kinds, iff_kinds):
        yield from group()
