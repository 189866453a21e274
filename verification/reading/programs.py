"""What Pillow and ImageMagick read, in one form: (family, samples as an array of rows, columns and components, largest value)."""

import subprocess
import tempfile
import warnings
from pathlib import Path

import numpy as np
from PIL import Image


def versions():
    """As 'Pillow 9.4.0 and ImageMagick 6.9.11-60'."""
    import PIL

    words = subprocess.run(["/usr/bin/convert", "-version"], capture_output=True, text=True).stdout.split()
    return f"Pillow {PIL.__version__} and ImageMagick {words[2]}"


def pillow(path):
    """What Pillow reads, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as image:
                image.load()
                return of_pillow(image)
        except Exception:
            return None


def of_pillow(image):
    clear = image.info.get("transparency")
    if image.mode in ("P", "PA"):
        image = image.convert("RGBA" if image.mode == "PA" or clear is not None else image.palette.mode)
    elif clear is not None and image.mode in ("1", "L", "RGB"):
        image = image.convert("RGBA")
    if image.mode == "F":
        return "NUMBERS", np.array(image)[:, :, None].astype(float), 0
    if image.mode.startswith("I"):
        return "INTEGERS", np.array(image).astype(np.int64)[:, :, None], 0
    if image.mode == "1":
        return "L", np.array(image)[:, :, None].astype(np.int64), 1
    family = {"RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB", "LAB": "RGB", "La": "LA"}.get(image.mode, image.mode)
    if image.mode == "LAB":
        from PIL import ImageCms

        image = ImageCms.profileToProfile(image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB")
    elif family != image.mode:
        image = image.convert(family)
    samples = np.array(image).astype(np.int64)
    return family, samples if samples.ndim == 3 else samples[:, :, None], 255


def imagemagick(path, format_name):
    """What ImageMagick reads, or None."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "words.txt")
        command = ["/usr/bin/convert", f"{format_name}:{path}[0]", "-format", "%w %h %[colorspace] %A", "-write", f"info:{words}",
                   *(["-auto-orient"] if format_name == "tga" else []), "-depth", "16", "-endian", "LSB"]
        try:
            raw = subprocess.run([*command, "rgba:-"], capture_output=True, timeout=60, check=True).stdout
            width, height, space, alpha = words.read_text().split()[:4]
            if space == "CMYK":
                raw = subprocess.run([*command, "cmyk:-"], capture_output=True, timeout=60, check=True).stdout
        except (subprocess.SubprocessError, OSError, ValueError):
            return None
    try:
        samples = np.frombuffer(raw, "<u2").reshape(int(height), int(width), 4).astype(np.int64)
    except ValueError:
        return None
    return ("CMYK" if space == "CMYK" else "RGBA"), samples, 65535
