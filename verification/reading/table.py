#!/usr/bin/env python3
"""Makes docs/evidence/read.md: files of every kind, read here, by Pillow and by ImageMagick.

After ./mvnw verify, from the root of the repository: /usr/bin/python3 verification/reading/table.py
It needs Pillow, numpy, ImageMagick, tiffcp, cjpeg, cwebp, dwebp, ppmtoilbm and png2icns. With --check nothing is written; a page that is
out of date is status 1, but if the versions of Pillow and ImageMagick are others, only what is read here counts. With a name of a
format, its table alone is printed.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import others
import png
import programs
import psd
import raster
import tiff
from picture import scaled

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/evidence/read.md"
NOTES = Path(__file__).with_name("notes.tsv")
FAMILIES = {1: "L", 2: "LA", 3: "RGB"}

HEAD = """# Files of every kind, as they are read

[verification/reading](../../verification/reading) makes files of every kind byte by byte, or with programs independent of this
library, and compares all samples of each: those that were put in, those that `ImageFiles.read` returns, and those that Pillow and
ImageMagick read: VERSIONS. `/usr/bin/python3 verification/reading/table.py` makes this page; `.ci/run` fails if it would
change. Each difference has a note; where a note does not say otherwise, what is read here is what was stored.

- **mode**: the mode here; "tolerant" where the file is refused unless `ReadOptions.withTolerant(true)`; "numbers" where samples are
  numbers of a range.
- **stored**, **Pillow**, **ImageMagick**: "=" all samples are equal; "8" and "16" so many upper bits are equal, the most that one side has; "±n" a lossy
  format or a conversion of colours whose samples are at most n of 255 apart; "≠" they differ, and the note says who is right; "no" the
  program does not read the file; blank where there is nothing to compare with.

"""


def all_kinds():
    for module in (png, tiff, raster, psd, others):
        yield from module.kinds()


def read_here(folder):
    """What this library reads of each file."""
    jars = os.pathsep.join([*map(str, (ROOT / "cli/target").glob("imageop-cli-*SNAPSHOT.jar")), str(ROOT / "cli/target/lib/*")])
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else "java"
    source = Path(__file__).with_name("ReadSamples.java")
    lines = subprocess.run([java, "-Djava.awt.headless=true", "-cp", jars, str(source), str(folder)],
                           check=True, stdout=subprocess.PIPE, text=True).stdout
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines.splitlines()}


def here(path, row):
    """The samples of one file, as programs.pillow returns them."""
    mode, what, width, height = row[0].replace("tolerant ", ""), row[1], int(row[2]), int(row[3])
    if what == "-":
        return None
    samples = np.fromfile(f"{path}.samples", "<f8").reshape(height, width, -1)
    if what == "numbers":
        return "NUMBERS", samples, 0
    family, bits = mode.rstrip("0123456789"), {"16": 16, "32": 32, "48": 16, "64": 16}.get(mode.lstrip("ACGKLMRBY"), 8)
    bits = 16 if mode == "LA32" else bits
    return family, samples.astype(np.int64), (1 << bits) - 1


def colours(reading):
    """As RGBA or CMYK, with the largest value."""
    family, samples, most = reading
    if family in ("RGBA", "CMYK"):
        return family, samples, most
    alpha = samples[:, :, -1:] if family == "LA" else np.full_like(samples[:, :, :1], most)
    light = samples if family == "RGB" else np.repeat(samples[:, :, :1], 3, axis=2)
    return "RGBA", np.concatenate([light, alpha], axis=2), most


def narrowed(samples, most):
    """As 8 bits: to the nearest, or the upper ones."""
    return [np.rint(samples * (255 / most)).astype(np.int64), (samples * 256 // (most + 1)).astype(np.int64)]


def compare(ours, theirs, tolerance):
    """A cell of the table."""
    if theirs is None or ours is None:
        return ""
    if theirs[0] == "INTEGERS":
        # numbers without a largest value: signed here, or samples as they are
        theirs = ("NUMBERS" if ours[0] == "NUMBERS" else ours[0], theirs[1], ours[2])
        if ours[2] == 0xffffffff:
            theirs = theirs[0], theirs[1] & 0xffffffff, ours[2]
    if ours[1].shape[:2] != theirs[1].shape[:2]:
        return "≠"
    if "NUMBERS" in (ours[0], theirs[0]):
        return compare_numbers(ours, theirs)
    ours, theirs = colours(ours), colours(theirs)
    if ours[0] != theirs[0]:
        return "≠"
    a, b = ours[1], theirs[1]
    if ours[2] == theirs[2]:
        if (a == b).all():
            return "="
    else:
        large, small = (ours, theirs) if ours[2] > theirs[2] else (theirs, ours)
        exact = (2 * small[1] * large[2] + small[2]) // (2 * small[2])
        if (exact == large[1]).all():
            return "="
        if large[2] > 0xffff and small[2] == 0xffff and np.abs(large[1] * (0xffff / large[2]) - small[1]).max() <= 1:
            return "16"
        if small[2] <= 255 and any((n == small[1]).all() for n in narrowed(large[1], large[2])):
            return "8"
    invisible = (a[:, :, 3] == 0) & (b[:, :, 3] == 0) if ours[0] == "RGBA" else np.zeros(a.shape[:2], bool)
    apart = np.abs(a * (255 / ours[2]) - b * (255 / theirs[2]))
    worst = apart[~invisible].max() if (~invisible).any() else 0
    if worst == 0:
        return "="
    return f"±{max(1, int(np.ceil(worst - 0.25)))}" if worst <= max(tolerance, 0) else "≠"


def compare_numbers(ours, theirs):
    if ours[0] == "NUMBERS" and theirs[0] == "NUMBERS":
        a, b = ours[1], theirs[1]
        return "=" if a.shape == b.shape and ((a == b) | (np.isnan(a) & np.isnan(b))).all() else "≠"
    numbers, other = (ours, theirs) if ours[0] == "NUMBERS" else (theirs, ours)
    channels = numbers[1].shape[2]
    within = np.clip(numbers[1], 0, 1)
    family = FAMILIES.get(channels, "RGBA")
    light = colours((family, within * other[2], other[2]))[1]
    rest = colours(other)[1]
    worst = np.abs(light - rest).max() * 255 / other[2]
    if worst > 1:
        return "≠"
    return "clipped" if (within != numbers[1]).any() else "16" if other[2] > 255 else "8"


def notes():
    found = {}
    for line in NOTES.read_text().splitlines():
        if line and not line.startswith("#"):
            form, name, note = line.split("\t")
            found[form, name] = note
    return found


def note_of(known, used, form, name):
    from fnmatch import fnmatchcase

    for (known_form, pattern), note in known.items():
        if known_form == form and fnmatchcase(name, pattern):
            used.add((known_form, pattern))
            return note
    return ""


def measured(only):
    kinds = [kind for kind in all_kinds() if not only or kind.format == only]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, kind in enumerate(kinds):
            path = Path(folder, f"{i:04}.{kind.suffix}")
            path.write_bytes(kind.data)
            paths.append(path)
        answers = read_here(folder)
        for kind, path in zip(kinds, paths):
            row = answers[path.name]
            ours = here(path, row)
            pillow = programs.pillow(path)
            magick = programs.imagemagick(path, "pnm" if kind.format == "PAM" else "psd" if kind.format == "PSB" else kind.suffix)
            cells = [compare(ours, kind.stored, kind.tolerance)]
            for other in (pillow, magick):
                cells.append("no" if other is None else compare(ours, other, kind.tolerance))
            mode = row[0] + (" numbers" if row[1] == "numbers" else "")
            rows.append((kind.format, kind.name, mode, cells, row[4] if len(row) > 4 else "", path.name))
    return rows


def page(rows, only):
    head = HEAD.replace("VERSIONS", programs.versions())
    known, used, lines, wrong = notes(), set(), [] if only else [head], []
    last = None
    for form, name, mode, cells, words, file in rows:
        if form != last:
            lines.append(f"\n## {form}\n\n| kind | mode | stored | Pillow | ImageMagick | note |\n| --- | --- | --- | --- | --- | --- |\n")
            last = form
        note = note_of(known, used, form, name)
        other = any("±" in cell for cell in cells)
        bad = "≠" in cells or mode.startswith(("refused", "failed", "tolerant")) or "VIEW" in words or "ANNOUNCED" in words
        if bad and not note:
            wrong.append(f"{file} {form}: {name}: {mode} {cells} {words}")
        lines.append(f"| {name} | {mode} | {' | '.join(cells)} | {note if bad or other else ''} |\n")
    unused = [] if only else sorted(set(known) - used)
    return "".join(lines), wrong, unused


def own(text):
    """The columns of this library."""
    return [line.split(" | ")[:3] for line in text.splitlines() if line.startswith("| ")]


def without_jpeg(text):
    return re.sub(r"\n## JPEG\n.*?(?=\n## |\Z)", "", text, flags=re.DOTALL)


def main():
    check = "--check" in sys.argv
    only = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), None)
    text, wrong, unused = page(measured(only), only)
    if only:
        print(text)
    elif check:
        written = PAGE.read_text()
        if "| grey, arithmetic | refused" in text:
            print("JPEG is not compared: the libjpeg of this JDK is older than the page's")
            text, written = without_jpeg(text), without_jpeg(written)
            wrong = [line for line in wrong if " JPEG: " not in line]
            unused = [entry for entry in unused if entry[0] != "JPEG"]
        same_programs = programs.versions() in written
        if written != text if same_programs else own(written) != own(text):
            lines = difflib.unified_diff(written.splitlines(), text.splitlines(), "docs/evidence/read.md", "measured", "", "", 0, "")
            sys.exit("\n".join([*lines, "docs/evidence/read.md is out of date; if that is right, run verification/reading/table.py"]))
        wrong = wrong if same_programs else []
        unused = unused if same_programs else []
    else:
        PAGE.write_text(text)
    for line in wrong:
        print("without a note:", line, file=sys.stderr)
    for form, name in unused:
        print("a note without a kind:", form, name, file=sys.stderr)
    if wrong or unused:
        sys.exit(1)


if __name__ == "__main__":
    main()
