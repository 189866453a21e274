package org.imageop.cli.command;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imageop.Filter;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.cli.console.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** How paths, modes, filters and sizes are written on the command line; case matters in paths only. */
public final class Converters {
    private Converters() {}

    /** A file or folder. The empty path would be the current folder, and is what an unset variable of a script leaves. */
    public static final class OfPath implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("the path is empty; name a file, or . for the current folder");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new TypeConversionException(Problem.describe(e));
            }
        }
    }

    /** Whether an argument ends in a slash, which a {@link Path} does not keep: it names a folder. */
    public static boolean namesFolder(@Nullable ArgSpec argument) {
        return argument != null
                && argument.originalStringValues().stream()
                        .anyMatch(text -> text.endsWith("/") || text.endsWith(File.separator));
    }

    /** The 13 modes, and {@code I} for L32. */
    public static final class OfMode implements ITypeConverter<Mode> {
        @Override
        public Mode convert(String text) {
            return mode(text);
        }
    }

    /** The resize filters. */
    public static final class OfFilter implements ITypeConverter<Filter> {
        @Override
        public Filter convert(String text) {
            return constant(Filter.class, "filter", text);
        }
    }

    /** {@code WIDTHxHEIGHT}. */
    public static final class OfSize implements ITypeConverter<ImageSize> {
        @Override
        public ImageSize convert(String text) {
            return size(text);
        }
    }

    public static Mode mode(String text) {
        String name = text.equalsIgnoreCase(Mode.L32.value()) ? Mode.L32.name() : text;
        return constant(Mode.class, "mode", name);
    }

    public static ImageSize size(String text) {
        String[] sides = text.split("[xX×]", -1);
        if (sides.length == 2 && Arrays.stream(sides).allMatch(side -> side.matches("[0-9]+"))) {
            try {
                ImageSize size = new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                if (size.width() > 0 && size.height() > 0) {
                    return size;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "a side of \"" + text + "\" is too large; the largest is " + Integer.MAX_VALUE);
            }
        }
        throw new TypeConversionException(
                "\"" + text + "\" is not a size; expected WIDTHxHEIGHT, both at least 1, as in 640x480");
    }

    public static <E extends Enum<E>> E constant(Class<E> type, String kind, String text) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        for (String name : names) {
            if (name.equalsIgnoreCase(text)) {
                return Enum.valueOf(type, name);
            }
        }
        boolean shouting = type == Mode.class;
        List<String> shown = shouting
                ? names
                : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        throw new TypeConversionException("there is no " + kind + " \"" + text + "\""
                + DidYouMean.question(text, shown)
                + shown.stream().collect(Collectors.joining(" ", " (", ")")));
    }
}
