"""PSD: modes, depths, compression, alpha and further channels."""

import struct

import numpy as np

from picture import HEIGHT, WIDTH, Kind, noise, pack, pack_bits, palette, smooth, wide

PSD, PSB = ("PSD", "psd"), ("PSB", "psb")
BITMAP, GREY, INDEXED, RGB, CMYK, MULTICHANNEL, DUOTONE, LAB = 0, 1, 2, 3, 4, 7, 8, 9


def layers(alpha, version):
    """A section of layers whose negative count says that the first further channel is alpha of the whole; without layers, nothing."""
    if not alpha:
        return struct.pack(">Q" if version == 2 else ">I", 0)
    word = ">Q" if version == 2 else ">I"
    width = 8 if version == 2 else 4
    # one empty layer of no channels
    record = struct.pack(">4iH", 0, 0, 0, 0, 0) + b"8BIMnorm" + struct.pack(">BBBB", 255, 0, 0, 0)
    record += struct.pack(">I", 12) + bytes(4) + bytes(4) + b"\0\0\0\0"
    info = struct.pack(">h", -1) + record
    info += b"\0" * (len(info) % 2)
    body = struct.pack(word, len(info)) + info + struct.pack(">I", 0)
    return struct.pack(word, len(body)) + body


def psd(planes, mode, bits, packed=False, table=b"", version=1, alpha=False, width=WIDTH, height=HEIGHT):
    """planes is a list of lists of rows."""
    out = b"8BPS" + struct.pack(">H6xHIIHH", version, len(planes), height, width, bits, mode)
    out += struct.pack(">I", len(table)) + table + struct.pack(">I", 0) + layers(alpha, version)
    rows = [row for plane in planes for row in plane]
    if packed:
        blocks = [pack_bits(row) for row in rows]
        counts = struct.pack(f">{len(blocks)}{'I' if version == 2 else 'H'}", *map(len, blocks))
        return out + struct.pack(">H", 1) + counts + b"".join(blocks)
    return out + struct.pack(">H", 0) + b"".join(rows)


def planes_of(samples, bits):
    return [wide(samples[:, :, c], f">u{bits // 8}") for c in range(samples.shape[2])]


def on_white(samples, most):
    """The merged picture as Photoshop stores it: colours lie on white."""
    alpha = samples[:, :, -1:]
    return np.dstack([(samples[:, :, :-1] * alpha + most * (most - alpha) + most // 2) // most, alpha])


def straight(samples, most):
    """The colours before they were laid on white; white where nothing is seen."""
    alpha = samples[:, :, -1:]
    light = most - ((most - samples[:, :, :-1]) * most * 2 + alpha) // np.maximum(2 * alpha, 1)
    return np.dstack([np.where(alpha > 0, np.clip(light, 0, most), most), alpha])


def kinds():
    for packed in (False, True):
        title = ", packed" if packed else ""
        one = noise(1, 1)
        yield Kind(PSD, "bitmap" + title, psd([pack(1 - one, 1)], BITMAP, 1, packed), ("L", one, 1))
        colours = palette(256)
        index = noise(8, 1)
        yield Kind(PSD, "palette" + title, psd(planes_of(index, 8), INDEXED, 8, packed, colours.T.astype(np.uint8).tobytes()),
                   ("RGB", colours[index[:, :, 0]], 255))
        for bits in (8, 16):
            most = (1 << bits) - 1
            name = f", {bits} bits" + title
            for mode, family, channels in ((GREY, "L", 1), (RGB, "RGB", 3)):
                samples = noise(bits, channels)
                yield Kind(PSD, family + name, psd(planes_of(samples, bits), mode, bits, packed), (family, samples, most))
                with_alpha = noise(bits, channels + 1)
                yield Kind(PSD, family + " and alpha" + name, psd(planes_of(on_white(with_alpha, most), bits), mode, bits, packed, alpha=True),
                           (family + "A", straight(on_white(with_alpha, most), most), most), 1)
                yield Kind(PSD, family + " and a channel" + name, psd(planes_of(with_alpha, bits), mode, bits, packed),
                           (family, with_alpha[:, :, :-1], most))
            inks = noise(bits, 4)
            yield Kind(PSD, "CMYK" + name, psd(planes_of(most - inks, bits), CMYK, bits, packed), ("CMYK", inks, most))
            five = noise(bits, 5)
            yield Kind(PSD, "CMYK and alpha" + name,
                       psd(planes_of(np.dstack([most - five[:, :, :4], five[:, :, 4:]]), bits), CMYK, bits, packed, alpha=True),
                       ("CMYK", five[:, :, :4], most))
            yield Kind(PSD, "RGB, PSB" + name, psd(planes_of(noise(bits, 3), bits), RGB, bits, packed, version=2),
                       ("RGB", noise(bits, 3), most))
    duo = noise(8, 1)
    yield Kind(PSD, "duotone, 8 bits", psd(planes_of(duo, 8), DUOTONE, 8, table=bytes(524)), ("L", duo, 255))
    yield Kind(PSD, "multichannel, 3 channels, 8 bits", psd(planes_of(noise(8, 3), 8), MULTICHANNEL, 8))
    lab = smooth(3)
    yield Kind(PSD, "CIE Lab, 8 bits", psd(planes_of(lab, 8), LAB, 8, width=64, height=48), None, 12)
    floats = noise(8, 3) / 256.0
    for mode, family, channels in ((GREY, "L", 1), (RGB, "RGB", 3)):
        samples = floats[:, :, :channels]
        yield Kind(PSD, f"{family}, floats of 32 bits", psd([wide(samples[:, :, c], ">f4") for c in range(channels)], mode, 32),
                   ("NUMBERS", samples, 0))
