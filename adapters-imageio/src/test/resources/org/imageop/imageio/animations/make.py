"""Makes the animations of this folder, and writes down what Pillow sees in them; see PROVENANCE.md.

    /usr/bin/python3 make.py
"""
import hashlib
import subprocess
import zlib
from struct import pack
from PIL import Image, ImageSequence

seed = 1


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 16) % n


def lzw(pixels, size):
    """Codes that never grow: the table is cleared before it would."""
    clear, width, bits, n, out = 1 << size, size + 1, 0, 0, bytearray()

    def put(code):
        nonlocal bits, n
        bits |= code << n
        n += width
        while n >= 8:
            out.append(bits & 255)
            bits >>= 8
            n -= 8

    for i, pixel in enumerate(pixels):
        if i % (clear - 2) == 0:
            put(clear)
        put(pixel)
    put(clear + 1)
    if n:
        out.append(bits & 255)
    blocks = b''.join(bytes([len(out[i:i + 255])]) + out[i:i + 255] for i in range(0, len(out), 255))
    return bytes([size]) + blocks + b'\0'


def palette(n):
    return bytes(rnd(256) for _ in range(3 * n))


def picture(w, h, colors, transparent, holes):
    return [transparent if transparent is not None and rnd(100) < holes else (x * 3 + y * 5 + rnd(3)) % colors
            for y in range(h) for x in range(w)]


def gif_frame(x, y, w, h, delay, disposal, transparent, holes=30, local=True):
    flags = disposal << 2 | (transparent is not None)
    control = b'\x21\xf9\4' + bytes([flags]) + pack('<H', delay) + bytes([transparent or 0]) + b'\0'
    image = b'\x2c' + pack('<4H', x, y, w, h) + (b'\x82' + palette(8) if local else b'\0')
    return control + image + lzw(picture(w, h, 8, transparent, holes), 3)


def gif(w, h, loop, frames):
    repeat = b'' if loop is None else b'\x21\xff\x0bNETSCAPE2.0\3\1' + pack('<H', loop) + b'\0'
    return b'GIF89a' + pack('<2H', w, h) + b'\xf2\0\0' + palette(16)[:24] + repeat + b''.join(frames) + b';'


def twenty():
    """Twenty frames: all disposals, places in the middle and at the edges, and places that reach beyond the canvas."""
    frames = [gif_frame(0, 0, 24, 18, 5, 1, 7)]
    for i in range(1, 20):
        w, h = 3 + rnd(20), 3 + rnd(14)
        x, y = rnd(24 - w + 1 if w < 24 else 1), rnd(18 - h + 1)
        frames.append(gif_frame(x, y, w, h, 4 + i, (1, 2, 3)[i * 7 % 3 if i % 4 else 2], rnd(8), local=i % 3 > 0))
    return gif(24, 18, 2, frames)


def png(w, h, depth, kind, chunks):
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', pack('>2I5B', w, h, depth, kind, 0, 0, 0)) + b''.join(chunks) + chunk(b'IEND', b'')


def chunk(kind, data):
    return pack('>I', len(data)) + kind + data + pack('>I', zlib.crc32(kind + data))


def rows(w, h, depth, channels, alphas):
    """Noise; the last channel has one of a few alphas, if there are any."""
    out = bytearray()
    for y in range(h):
        out.append(0)
        for x in range(w):
            for c in range(channels):
                value = alphas[rnd(len(alphas))] if alphas and c == channels - 1 else rnd(256)
                out += bytes([value]) if depth == 8 else bytes([value, value])
    return zlib.compress(bytes(out), 9)


def apng(w, h, depth, kind, plays, frames, before=(), hidden=None, alphas=(0, 255)):
    """Frames of x, y, w, h, delay numerator, denominator, disposal, blend."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    number, chunks = 0, [chunk(b'acTL', pack('>2I', len(frames), plays)), *before]
    if hidden:
        chunks.append(chunk(b'IDAT', rows(w, h, depth, channels, alphas if kind in (4, 6) else None)))
    for i, (x, y, fw, fh, num, den, dispose, blend) in enumerate(frames):
        chunks.append(chunk(b'fcTL', pack('>5I2H2B', number, fw, fh, x, y, num, den, dispose, blend)))
        number += 1
        data = rows(fw, fh, depth, channels, alphas if kind in (4, 6) else None)
        if i == 0 and not hidden:
            chunks.append(chunk(b'IDAT', data))
            continue
        half = len(data) // 2
        for part in (data[:half], data[half:]):
            chunks.append(chunk(b'fdAT', pack('>I', number) + part))
            number += 1
    return png(w, h, depth, kind, chunks)


MOVES = [(0, 0, 16, 12, 1, 10, 0, 0), (3, 2, 9, 7, 1, 8, 1, 1), (5, 5, 11, 7, 30, 0, 2, 1), (0, 0, 5, 12, 7, 1000, 0, 0),
         (10, 1, 6, 6, 1, 3, 2, 0), (2, 3, 14, 5, 0, 1, 1, 1), (0, 0, 16, 12, 1, 10, 0, 1)]

FILES = {
    'twenty.gif': twenty(),
    'small-first.gif': gif(20, 16, None, [gif_frame(4, 3, 9, 8, 10, 1, 0), gif_frame(0, 0, 20, 16, 10, 2, 1, 60),
                                          gif_frame(8, 8, 6, 5, 1, 3, 2), gif_frame(1, 1, 4, 4, 0, 1, 3)]),
    'beyond-canvas.gif': gif(6, 5, 0, [gif_frame(0, 0, 9, 8, 3, 1, 0)]),
    'opaque.gif': gif(12, 9, 0, [gif_frame(0, 0, 12, 9, 3, 1, None), gif_frame(2, 2, 7, 5, 3, 1, 5), gif_frame(1, 0, 7, 5, 3, 3, 5),
                                 gif_frame(3, 3, 4, 4, 3, 1, None)]),
    'moves.png': apng(16, 12, 8, 6, 3, MOVES),
    'hidden.png': apng(16, 12, 8, 6, 0, MOVES[:4], hidden=True),
    'palette.png': apng(16, 12, 8, 3, 1, [(x, y, w, h, n, d, 0, 0) for x, y, w, h, n, d, _, _ in MOVES[:3]],
                        before=[chunk(b'PLTE', palette(256))]),
    'rgb.png': apng(16, 12, 8, 2, 1, [(x, y, w, h, n, d, 0 if o == 1 else o, 0) for x, y, w, h, n, d, o, _ in MOVES]),
    'grey16.png': apng(16, 12, 16, 0, 1, [(x, y, w, h, n, d, 0 if o == 1 else o, 0) for x, y, w, h, n, d, o, _ in MOVES]),
}


def main():
    for name, data in FILES.items():
        open(name, 'wb').write(data)
    subprocess.run(['gif2webp', '-quiet', 'twenty.gif', '-o', 'twenty.webp'], check=True)
    subprocess.run(['gif2webp', '-quiet', 'small-first.gif', '-o', 'small-first.webp'], check=True)
    with open('pillow.tsv', 'w') as out:
        out.write('file\tframe\twidth\theight\tduration\tloop\tsha256 of RGBA, transparent pixels black\n')
        for name in [*FILES, 'twenty.webp', 'small-first.webp']:
            with Image.open(name) as image:
                loop = image.info.get('loop', '')
                for i, frame in enumerate(ImageSequence.Iterator(image)):
                    shown = frame.convert('RGBA') if frame.mode != 'I' else frame.point(lambda v: v / 257).convert('L').convert('RGBA')
                    pixels = b''.join(bytes(p) if p[3] else bytes(4) for p in shown.getdata())
                    out.write('\t'.join(map(str, [name, i, *frame.size, frame.info.get('duration', ''), loop,
                                                  hashlib.sha256(pixels).hexdigest()])) + '\n')


main()
