package org.imageop.imageio.writing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.spi.ImageWriterSpi;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.formats.Codecs;
import org.jspecify.annotations.Nullable;

/**
 * The format that a name or a suffix stands for.
 *
 * @param codec the format
 * @param suffix the suffix by which it was chosen, which may allow fewer modes; empty if it was named
 */
record FormatChoice(Codec codec, String suffix) {
    /** Chooses by the name in any case, or by the suffix of a file, if it has a path, if there is none. */
    static FormatChoice of(@Nullable String name, @Nullable Path path) throws RefusedException {
        if (name != null) {
            Codec named = Codecs.named(name)
                    .orElseThrow(() -> new RefusedException(
                            "no format is called " + name + "; " + writable() + " [errors.md#no-writer]"));
            return new FormatChoice(named, "");
        }
        if (path == null) {
            throw new RefusedException("it has no suffix, and no format was named; choose one with"
                    + " WriteOptions.withFormat; " + writable() + " [errors.md#no-writer]");
        }
        String suffix = suffix(path);
        Codec named = Codecs.ofSuffix(suffix)
                .orElseThrow(() -> new RefusedException(
                        (suffix.isEmpty() ? "it has no suffix that names" : "the suffix ." + suffix + " does not name")
                                + " a known format; choose one with WriteOptions.withFormat, or another suffix; "
                                + writable() + " [errors.md#no-writer]"));
        return new FormatChoice(named, suffix);
    }

    private static String suffix(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String writable() {
        return Codecs.all().stream()
                .filter(codec -> !codec.modes("").isEmpty())
                .map(codec -> codec.name() + " (." + codec.suffixes().get(0) + ")")
                .collect(Collectors.joining(", ", "these can be written: ", ""));
    }

    /** The writers that hold a mode, the best first; at least one. */
    List<ImageWriterSpi> writers(Mode mode) throws RefusedException {
        List<ImageWriterSpi> writers = codec.writers(mode, suffix);
        if (!writers.isEmpty()) {
            return writers;
        }
        Set<Mode> held = codec.modes(suffix);
        String files = codec.name() + " files" + (held.equals(codec.modes("")) ? "" : " named ." + suffix);
        if (held.isEmpty()) {
            throw new RefusedException(
                    "there is no writer for " + files + "; " + writable() + " [errors.md#no-writer]");
        }
        Mode near = mode.nearestIn(held);
        boolean alphaIsLost = mode.hasAlpha() && !near.hasAlpha();
        String convert = "StandardImage.from(image, Mode." + near + ")";
        String others = Codecs.names(other -> other.holds(mode));
        throw new RefusedException(files + " cannot hold "
                + (alphaIsLost ? "alpha, as the mode " + mode + " has it" : "the mode " + mode) + ", only "
                + held.stream().map(Mode::name).collect(Collectors.joining(", "))
                + (alphaIsLost
                        ? "; lay the image on a colour, on white with " + onWhite(mode, near)
                                + ", or drop its alpha with " + convert
                        : "; convert the image to " + near + " first with " + convert)
                + (others.isEmpty() ? "; no file format holds " + mode + " as it is" : ", or use one of " + others)
                + " [errors.md#mode-not-held]");
    }

    private static String onWhite(Mode mode, Mode near) {
        Mode opaque = mode.withoutAlpha();
        String flat = "Views.flatten(image" + (", " + mode.maxValue()).repeat(opaque.components()) + ")";
        return opaque == near ? flat : "StandardImage.from(" + flat + ", Mode." + near + ")";
    }
}
