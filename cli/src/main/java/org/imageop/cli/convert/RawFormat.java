package org.imageop.cli.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.command.Converters;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.CommandFailure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What the bytes of a file without a header are: the buffer of an image of this mode and size, in the PEP's order.
 *
 * @param mode the mode
 * @param size the size
 */
record RawFormat(Mode mode, ImageSize size) {
    private static final int CHUNK = 1 << 20;

    /** Reads {@code MODE:WxH}. */
    static final class FromText implements ITypeConverter<RawFormat> {
        @Override
        public RawFormat convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new TypeConversionException(
                        "\"" + text + "\" lacks a mode or a size; expected MODE:WIDTHxHEIGHT, as in RGB:640x480");
            }
            Mode mode = Converters.mode(text.substring(0, colon));
            ImageSize size = Converters.size(text.substring(colon + 1));
            try {
                mode.length(size);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            return new RawFormat(mode, size);
        }
    }

    /**
     * Reads an image.
     *
     * @param file a file of exactly the right length, or {@code -} for standard input
     */
    ImageLike read(Path file) throws IOException {
        if (StandardStreams.named(file)) {
            return read(System.in, StandardStreams.input(file));
        }
        if (Files.isRegularFile(file)) {
            checkLength(file.toString(), Files.size(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    private ImageLike read(InputStream in, String name) throws IOException {
        StandardImage image = StandardImage.of(mode, size.width(), size.height());
        long length = image.buffer().length();
        byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
        long position = 0;
        while (position < length) {
            int count = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, length - position));
            if (count == 0) {
                checkLength(name, position);
            }
            image.buffer().set(position, chunk, 0, count);
            position += count;
        }
        if (in.read() >= 0) {
            throw new CommandFailure(name + ": has more than the " + length + " bytes of a " + this + "; check --raw");
        }
        return image;
    }

    private void checkLength(String name, long found) {
        long expected = mode.length(size);
        if (found != expected) {
            throw new CommandFailure(
                    name + ": has " + found + " bytes, but a " + this + " has " + expected + "; check --raw");
        }
    }

    @Override
    public String toString() {
        return Amounts.size(size) + " " + mode + " image";
    }
}
