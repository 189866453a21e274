package org.imageop.cli.convert;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imageop.cli.command.DidYouMean;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFiles;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A file format that can be written.
 *
 * @param name the format's name
 * @param suffix the usual suffix of its files, without a dot
 * @param lossy whether there is a quality to choose
 * @param frames whether a file holds several images
 */
record TargetFormat(String name, String suffix, boolean lossy, boolean frames) {

    /** The format that the suffix of a file names; the library judges whether it exists. */
    static Optional<TargetFormat> ofSuffix(Path file) {
        String name = file.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return ImageFiles.formats().stream()
                .filter(format ->
                        format.writable() && format.suffixes().stream().anyMatch(suffix::equalsIgnoreCase))
                .map(TargetFormat::of)
                .findFirst();
    }

    /** The format that a name stands for, which is that of a format that can be written. */
    static Optional<TargetFormat> named(String name) {
        return ImageFiles.formats().stream()
                .filter(format -> format.name().equals(name))
                .map(TargetFormat::of)
                .findFirst();
    }

    private static TargetFormat of(FileFormat format) {
        return new TargetFormat(format.name(), usualSuffix(format), format.lossy(), format.frames());
    }

    /** Reads the format's name or one of its suffixes. */
    static final class FromText implements ITypeConverter<TargetFormat> {
        @Override
        public TargetFormat convert(String text) {
            List<FileFormat> formats = ImageFiles.formats();
            String wanted = text.startsWith(".") ? text.substring(1) : text;
            for (FileFormat format : formats) {
                if (words(format).anyMatch(wanted::equalsIgnoreCase)) {
                    if (format.writable()) {
                        return of(format);
                    }
                    throw new TypeConversionException(
                            format.name() + " can be read, but not written; " + writable(formats) + " can");
                }
            }
            List<String> words = formats.stream()
                    .filter(FileFormat::writable)
                    .flatMap(TargetFormat::words)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
            throw new TypeConversionException("there is no format \"" + text + "\"" + DidYouMean.question(wanted, words)
                    + " (" + writable(formats) + " can be written)");
        }
    }

    private static Stream<String> words(FileFormat format) {
        return Stream.concat(Stream.of(format.name()), format.suffixes().stream());
    }

    private static String writable(List<FileFormat> formats) {
        return formats.stream()
                .filter(FileFormat::writable)
                .map(FileFormat::name)
                .collect(Collectors.joining(" "));
    }

    private static String usualSuffix(FileFormat format) {
        String lower = format.name().toLowerCase(Locale.ROOT);
        return format.suffixes().isEmpty() ? lower : format.suffixes().get(0);
    }
}
