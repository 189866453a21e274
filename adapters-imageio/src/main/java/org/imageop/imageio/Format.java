package org.imageop.imageio;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.L32;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The formats whose plugins are known, those with the surest signature first, and what their writers hold, as
 * measured: {@code canEncodeImage} says yes to much that is then lost, swapped or refused.
 */
enum Format {
    PNG(
            List.of("png"),
            readers("com.sun.imageio.plugins.png.PNG"),
            writer("com.sun.imageio.plugins.png.PNG", L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64)),
    JPEG(
            List.of("jpg", "jpeg", "jpe", "jfif"),
            readers("com.twelvemonkeys.imageio.plugins.jpeg.JPEG", "com.sun.imageio.plugins.jpeg.JPEG"),
            writer("com.sun.imageio.plugins.jpeg.JPEG", L, RGB, CMYK),
            writer("com.twelvemonkeys.imageio.plugins.jpeg.JPEG", L, RGB, CMYK)),
    GIF(
            List.of("gif"),
            readers("com.sun.imageio.plugins.gif.GIF"),
            writer("com.sun.imageio.plugins.gif.GIF", L, RGB, RGBA)),
    TIFF(
            List.of("tif", "tiff", "btf", "tf8"),
            readers(
                    "com.twelvemonkeys.imageio.plugins.tiff.TIFF",
                    "com.twelvemonkeys.imageio.plugins.tiff.BigTIFF",
                    "com.sun.imageio.plugins.tiff.TIFF"),
            writer("com.sun.imageio.plugins.tiff.TIFF", L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64),
            writer("com.twelvemonkeys.imageio.plugins.tiff.TIFF", L, L16, L32, LA, RGB, RGBA, CMYK)),
    BMP(
            List.of("bmp", "dib", "rle"),
            readers("com.twelvemonkeys.imageio.plugins.bmp.BMP", "com.sun.imageio.plugins.bmp.BMP"),
            writer("com.sun.imageio.plugins.bmp.BMP", L, RGB)),
    PSD(
            List.of("psd", "psb"),
            readers("com.twelvemonkeys.imageio.plugins.psd.PSD"),
            writer("com.twelvemonkeys.imageio.plugins.psd.PSD", L, L16, RGB, RGB48, CMYK, CMYK64)),
    WEBP(List.of("webp"), readers("com.twelvemonkeys.imageio.plugins.webp.WebP")),
    PNM(
            List.of("pnm", "ppm", "pgm", "pbm", "pfm"),
            readers("com.twelvemonkeys.imageio.plugins.pnm.PNM"),
            writer("com.twelvemonkeys.imageio.plugins.pnm.PNM", L, L16, RGB, RGB48)),
    PAM(
            List.of("pam"),
            readers("com.twelvemonkeys.imageio.plugins.pnm.PAM"),
            writer(
                    "com.twelvemonkeys.imageio.plugins.pnm.PAM",
                    L,
                    L16,
                    LA,
                    LA32,
                    RGB,
                    RGB48,
                    RGBA,
                    RGBA64,
                    CMYK,
                    CMYK64)),
    IFF(
            List.of("iff", "lbm", "ilbm", "ham", "ham8", "rgb8", "deep"),
            readers("com.twelvemonkeys.imageio.plugins.iff.IFF"),
            writer("com.twelvemonkeys.imageio.plugins.iff.IFF", L, RGB, RGBA)),
    SGI(List.of("sgi", "rgb", "rgba", "bw"), readers("com.twelvemonkeys.imageio.plugins.sgi.SGI")),
    HDR(List.of("hdr", "rgbe", "xyze"), readers("com.twelvemonkeys.imageio.plugins.hdr.HDR")),
    ICNS(
            List.of("icns"),
            readers("com.twelvemonkeys.imageio.plugins.icns.ICNS"),
            writer("com.twelvemonkeys.imageio.plugins.icns.ICNS", RGBA)),
    ICO(List.of("ico"), readers("com.twelvemonkeys.imageio.plugins.bmp.ICO")),
    CUR(List.of("cur"), readers("com.twelvemonkeys.imageio.plugins.bmp.CUR")),
    DCX(List.of("dcx"), readers("com.twelvemonkeys.imageio.plugins.dcx.DCX")),
    THUMBSDB(List.of("db"), readers("com.twelvemonkeys.imageio.plugins.thumbsdb.ThumbsDB")),
    PCX(List.of("pcx"), readers("com.twelvemonkeys.imageio.plugins.pcx.PCX")),
    PICT(List.of("pict", "pct", "pic"), readers("com.twelvemonkeys.imageio.plugins.pict.PICT")),
    PNTG(List.of("pntg", "mac"), readers("com.twelvemonkeys.imageio.plugins.pntg.PNTG")),
    TGA(
            List.of("tga", "targa", "tpic"),
            readers("com.twelvemonkeys.imageio.plugins.tga.TGA"),
            writer("com.twelvemonkeys.imageio.plugins.tga.TGA", L, LA, RGB, RGBA)),
    WBMP(List.of("wbmp"), readers("com.sun.imageio.plugins.wbmp.WBMP"));

    /** A writer and what it holds. */
    private record Writer(String className, Set<Mode> modes) {}

    private final List<String> suffixes;
    private final List<String> readers;
    private final List<Writer> writers;

    Format(List<String> suffixes, List<String> readers, Writer... writers) {
        this.suffixes = suffixes;
        this.readers = readers;
        this.writers = List.of(writers);
    }

    private static List<String> readers(String... stems) {
        return Arrays.stream(stems).map(stem -> stem + "ImageReaderSpi").toList();
    }

    private static Writer writer(String stem, Mode first, Mode... rest) {
        return new Writer(stem + "ImageWriterSpi", EnumSet.of(first, rest));
    }

    /** The format of a reader, or null if it is unknown here. */
    static @Nullable Format of(ImageReaderSpi spi) {
        for (Format format : values()) {
            if (format.rank(spi) >= 0) {
                return format;
            }
        }
        return null;
    }

    /** The format with that name, in any case, or null. */
    static @Nullable Format named(String name) {
        for (Format format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        return null;
    }

    /** The format of files with that suffix, or null. */
    static @Nullable Format ofSuffix(String suffix) {
        String lower = suffix.toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.suffixes.contains(lower)) {
                return format;
            }
        }
        return null;
    }

    List<String> suffixes() {
        return suffixes;
    }

    /** The place of a reader among those of this format, the best first; −1 if it is none of them. */
    int rank(ImageReaderSpi spi) {
        return readers.indexOf(spi.getClass().getName());
    }

    /** The modes that the writers found hold, in files of that suffix; any other suffix, or none, stands for all. */
    Set<Mode> modes(String suffix) {
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (!writers(mode, suffix).isEmpty()) {
                modes.add(mode);
            }
        }
        return modes;
    }

    /** The writers found that hold a mode, in files of that suffix; the best first. */
    List<ImageWriterSpi> writers(Mode mode, String suffix) {
        boolean named = switch (suffix) {
            case "pgm" -> mode == L || mode == L16;
            case "ppm" -> mode == RGB || mode == RGB48;
            // psb: its writer makes files of version 1, which are PSD files
            case "pbm", "pfm", "psb" -> false;
            default -> true;
        };
        List<ImageWriterSpi> holding = new ArrayList<>();
        for (Writer writer : writers) {
            for (ImageWriterSpi spi : Plugins.writers()) {
                if (named
                        && writer.modes.contains(mode)
                        && spi.getClass().getName().equals(writer.className)) {
                    holding.add(spi);
                }
            }
        }
        return holding;
    }

    /** The longest side that its header can tell. */
    int longestSide() {
        return switch (this) {
            case JPEG -> 65500;
            case GIF, TGA, IFF -> 65535;
            case PSD -> 30000;
            default -> Integer.MAX_VALUE;
        };
    }

    boolean lossy() {
        return this == JPEG;
    }

    /** Which images it cannot hold, or keeps only in part, although it has their modes; empty if there are none. */
    String restriction() {
        return switch (this) {
            case GIF ->
                "sides are at most 65535 pixels, pixels are opaque or fully transparent and then without colour, more than 256 colours are reduced to 256, and with all 256 in use greys read as L and opaque RGBA as RGB";
            case ICNS -> "images are square, of 16, 32, 64, 128, 256, 512 or 1024 pixels";
            case PNM -> "files named .pgm are grey, files named .ppm are RGB, .pbm and .pfm cannot be written";
            case PSD -> "sides are at most " + longestSide() + " pixels, .psb cannot be written";
            case JPEG, TGA, IFF -> "sides are at most " + longestSide() + " pixels";
            default -> "";
        };
    }

    /** What is found of it. */
    FileFormat describe() {
        boolean readable = Plugins.readers().stream().anyMatch(spi -> rank(spi) >= 0);
        Set<Mode> modes = modes("");
        return new FileFormat(
                name(), suffixes, readable, !modes.isEmpty(), modes, lossy() && !modes.isEmpty(), restriction());
    }
}
