"""Formats that other programs write here: GIF in part, JPEG, WebP, Radiance."""

import io
import struct
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

from picture import HEIGHT, WIDTH, Kind, lzw, noise, palette, smooth

GIF, JPEG, WEBP, HDR, IFF, ICNS = ("GIF", "gif"), ("JPEG", "jpg"), ("WebP", "webp"), ("HDR", "hdr"), ("IFF", "iff"), ("ICNS", "icns")


def run(*command, data=None):
    return subprocess.run([str(c) for c in command], input=data, check=True, capture_output=True).stdout


def pnm(samples):
    height, width, channels = samples.shape
    return f"P{5 if channels == 1 else 6}\n{width} {height}\n255\n".encode() + samples.astype(np.uint8).tobytes()


def gif(index, bits, table, local=None, interlaced=False, transparent=None, canvas=None, at=(0, 0)):
    """A GIF file of one image; without a global table if table is None."""
    height, width = index.shape
    size = lambda colours: len(colours).bit_length() - 2
    screen = canvas or (width, height)
    out = b"GIF89a" + struct.pack("<HHBBB", *screen, 0x80 | size(table) if table is not None else 0, 0, 0)
    out += table.astype(np.uint8).tobytes() if table is not None else b""
    if transparent is not None:
        out += b"\x21\xf9\x04\x01\0\0" + bytes([transparent, 0])
    out += b"," + struct.pack("<HHHHB", *at, width, height, (0x80 | size(local) if local is not None else 0) | (0x40 if interlaced else 0))
    out += local.astype(np.uint8).tobytes() if local is not None else b""
    rows = [y for start, step in ((0, 8), (4, 8), (2, 4), (1, 2)) for y in range(start, height, step)] if interlaced else range(height)
    least = max(2, bits)
    data = lzw(bytes(int(v) for y in rows for v in index[y]), least, False)
    out += bytes([least])
    for i in range(0, len(data), 255):
        out += bytes([len(data[i:i + 255])]) + data[i:i + 255]
    return out + b"\0;"


def gif_kinds():
    for bits in (1, 2, 3, 4, 8):
        colours = palette(1 << bits)
        index = noise(bits, 1)[:, :, 0]
        yield Kind(GIF, f"{bits} bits", gif(index, bits, colours), ("RGB", colours[index], 255))
        yield Kind(GIF, f"{bits} bits, interlaced", gif(index, bits, colours, interlaced=True), ("RGB", colours[index], 255))
        yield Kind(GIF, f"{bits} bits, local table", gif(index, bits, palette(2), palette(1 << bits, 3, 9)),
                   ("RGB", palette(1 << bits, 3, 9)[index], 255))
        yield Kind(GIF, f"{bits} bits, local table alone", gif(index, bits, None, colours), ("RGB", colours[index], 255))
        yield Kind(GIF, f"{bits} bits, transparent", gif(index, bits, colours, transparent=1),
                   ("RGBA", np.dstack([colours[index], np.where(index == 1, 0, 255)]), 255))
    large = noise(8, 1, width=150, height=110)[:, :, 0]
    yield Kind(GIF, "8 bits, full code tables", gif(large, 8, palette(256)), ("RGB", palette(256)[large], 255))
    placed = np.zeros((HEIGHT + 4, WIDTH + 5, 4), np.int64)
    index = noise(4, 1)[:, :, 0]
    placed[1:1 + HEIGHT, 3:3 + WIDTH] = np.dstack([palette(16)[index], np.full_like(index, 255)])
    yield Kind(GIF, "4 bits, a part of the canvas", gif(index, 4, palette(16), canvas=(WIDTH + 5, HEIGHT + 4), at=(3, 1)),
               ("RGBA", placed, 255))
    greys = np.repeat(np.arange(256)[:, None], 3, axis=1)
    yield Kind(GIF, "8 bits, greys", gif(noise(8, 1)[:, :, 0], 8, greys), ("L", noise(8, 1), 255))


def saved(samples, mode, kind, **options):
    out = io.BytesIO()
    Image.fromarray(samples.astype(np.uint8).squeeze(), mode).save(out, kind, **options)
    return out.getvalue()


def adobe(data, transform):
    """The file with Adobe's segment in front, or with another colour transform in it; −1 to take it out."""
    at = data.find(b"\xff\xee\0\x0eAdobe")
    if at >= 0:
        data = data[:at] + data[at + 16:]
    if transform < 0:
        return data
    return data[:2] + b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + bytes([transform]) + data[2:]


def jpeg_kinds():
    grey, rgb, inks = smooth(1, 61, 43), smooth(3, 61, 43), smooth(4, 61, 43)
    cases = (
        ("grey", grey, ["-grayscale"], 0), ("grey, progressive", grey, ["-grayscale", "-progressive"], 0),
        ("grey, arithmetic", grey, ["-grayscale", "-arithmetic"], 0),
        ("YCbCr 4:4:4", rgb, ["-sample", "1x1"], 3), ("YCbCr 4:2:2", rgb, ["-sample", "2x1"], 12),
        ("YCbCr 4:2:0", rgb, ["-sample", "2x2"], 12), ("YCbCr 4:4:0", rgb, ["-sample", "1x2"], 12),
        ("YCbCr 4:1:1", rgb, ["-sample", "4x1"], 24), ("YCbCr 4:1:0", rgb, ["-sample", "4x2"], 24),
        ("YCbCr 4:2:0, progressive", rgb, ["-sample", "2x2", "-progressive"], 12),
        ("YCbCr 4:4:4, arithmetic", rgb, ["-sample", "1x1", "-arithmetic"], 3),
        ("YCbCr 4:4:4, arithmetic, progressive", rgb, ["-sample", "1x1", "-arithmetic", "-progressive"], 3),
        ("YCbCr 4:4:4, restarts", rgb, ["-sample", "1x1", "-restart", "3B"], 3),
        ("YCbCr 4:4:4, optimized", rgb, ["-sample", "1x1", "-optimize"], 3),
        ("YCbCr 4:4:4, quality 100", rgb, ["-sample", "1x1", "-quality", "100"], 3),
        ("YCbCr 4:4:4, quality 5", rgb, ["-sample", "1x1", "-quality", "5"], 3),
        ("RGB by Adobe's segment", rgb, ["-rgb"], 3), ("RGB by Adobe's segment, progressive", rgb, ["-rgb", "-progressive"], 3),
    )
    for name, samples, options, tolerance in cases:
        yield Kind(JPEG, name, run("cjpeg", "-quality", "90", *options, data=pnm(samples)), None, tolerance)
    yield Kind(JPEG, "sampled more in chroma than in luma", run("cjpeg", "-quality", "90", "-sample", "1x1,2x2,2x2", data=pnm(rgb)), None, 24)
    plain = run("cjpeg", "-quality", "90", "-rgb", data=pnm(rgb))
    yield Kind(JPEG, "RGB by the ids of components, no marks", adobe(plain, -1), None, 3)
    # the last segment of Adobe counts, and YCbCr is what libjpeg writes
    luma = run("cjpeg", "-quality", "90", "-sample", "1x1", data=pnm(rgb))
    bare = luma[:2] + luma[20:]
    yield Kind(JPEG, "YCbCr without JFIF", bare, None, 3)
    yield Kind(JPEG, "YCbCr, Adobe's segment says so", adobe(bare, 1), None, 3)
    yield Kind(JPEG, "JFIF and Adobe's segment that says RGB", adobe(luma, 0), None, 3)
    four = saved(inks, "CMYK", "JPEG", quality=90, subsampling=0)
    yield Kind(JPEG, "CMYK, Adobe's segment", adobe(four, 0), None, 0)
    yield Kind(JPEG, "YCCK, Adobe's segment", adobe(four, 2), None, 3)
    yield Kind(JPEG, "CMYK, no marks", adobe(four, -1), None, 0)
    yield Kind(JPEG, "CMYK, progressive, Adobe's segment", adobe(saved(inks, "CMYK", "JPEG", quality=90, progressive=True), 0), None, 0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    yield Kind(JPEG, "YCbCr 4:2:0, sRGB profile", saved(rgb, "RGB", "JPEG", quality=90, icc_profile=profile), None, 12)


def webp_kinds():
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.png"), Path(folder, "a.webp")

        def cwebp(samples, mode, *options):
            Image.fromarray(samples.astype(np.uint8), mode).save(source)
            run("cwebp", "-quiet", *options, source, "-o", target)
            return target.read_bytes()

        def lossy(name, mode, *options):
            """With what dwebp reads if it is told not to interpolate chroma, which the format leaves open."""
            data = cwebp(smooth(len(mode), 61, 43), mode, *options)
            plain = run("dwebp", "-quiet", "-nofancy", "-nodither", "-pam", target, "-o", "-")
            samples = np.frombuffer(plain[plain.index(b"ENDHDR\n") + 7:], np.uint8).reshape(43, 61, -1).astype(np.int64)
            family = {3: "RGB", 4: "RGBA"}[samples.shape[2]]
            return Kind(WEBP, "lossy" + name, data, (family, samples, 255), 24)

        rgb = smooth(3, 61, 43)
        for quality in (5, 50, 90, 100):
            yield lossy(f", quality {quality}", "RGB", "-q", quality)
        yield lossy(", simple filter", "RGB", "-q", 30, "-nostrong", "-f", 60)
        yield lossy(", sharp, partitions, segments", "RGB", "-q", 30, "-sharpness", 5, "-segments", 4, "-partition_limit", 50)
        for title, method in ((", packed", 1), (", not packed", 0)):
            for filtering in ("none", "fast", "best"):
                yield lossy(f" with alpha{title}, filter {filtering}", "RGBA", "-q", 80, "-alpha_method", method, "-alpha_filter", filtering)
        yield lossy(" with lossy alpha", "RGBA", "-q", 80, "-alpha_q", 20)
        for effort in (0, 4, 6):
            yield Kind(WEBP, f"lossless, effort {effort}", cwebp(rgb, "RGB", "-lossless", "-m", effort), ("RGB", rgb, 255))
        noisy = noise(8, 3)
        yield Kind(WEBP, "lossless, noise", cwebp(noisy, "RGB", "-lossless"), ("RGB", noisy, 255))
        yield Kind(WEBP, "lossless with alpha", cwebp(noise(8, 4), "RGBA", "-lossless", "-exact"), ("RGBA", noise(8, 4), 255))
        for colours in (2, 4, 16, 200):
            few = palette(colours)[noise(8, 1, width=61, height=43)[:, :, 0] % colours]
            yield Kind(WEBP, f"lossless, {colours} colours", cwebp(few, "RGB", "-lossless"), ("RGB", few, 255))
        solid = np.full((256, 256, 3), 77, np.int64)
        yield Kind(WEBP, "lossless, one colour, 256×256", cwebp(solid, "RGB", "-lossless"), ("RGB", solid, 255))


def by_imagemagick():
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.ppm"), Path(folder, "a.hdr")
        source.write_bytes(pnm(smooth(3)))
        run("/usr/bin/convert", source, target)
        yield Kind(HDR, "RGBE, packed", target.read_bytes(), None, 255)


def by_netpbm():
    rgb = palette(16)[noise(4, 1)[:, :, 0]]
    for name, options, samples in (("ILBM, 4 planes (ppmtoilbm)", ["-nocompress"], rgb), ("ILBM, packed (ppmtoilbm)", ["-compress"], rgb),
                                   ("ILBM, 24 planes (ppmtoilbm)", ["-24force"], noise(8, 3))):
        yield Kind(IFF, name, run("ppmtoilbm", *options, data=pnm(samples)), ("RGB", samples, 255))


def by_libicns():
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.png"), Path(folder, "a.icns")
        for side in (16, 32, 48, 128):
            rgba = noise(8, 4, width=side, height=side)
            Image.fromarray(rgba.astype(np.uint8), "RGBA").save(source)
            run("png2icns", target, source)
            yield Kind(ICNS, f"{side}×{side} (png2icns)", target.read_bytes(), ("RGBA", rgba, 255))


def kinds():
    for group in (gif_kinds, jpeg_kinds, webp_kinds, by_imagemagick, by_netpbm, by_libicns):
        yield from group()
