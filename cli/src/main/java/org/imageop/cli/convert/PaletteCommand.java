package org.imageop.cli.convert;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.SampleRows;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.AwtImages;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.ReadLimits;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.CommandFailure;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.cli.console.Table;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteResult;
import org.imageop.imageio.files.AtomicFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imageop palette}: the colours of an indexed image. */
@Command(
        name = PaletteCommand.NAME,
        header = "List, save or replace the palette of an image file.",
        description = {
            "Without an option, each entry of the palette is listed: its index, its colour as #RRGGBB or #RRGGBBAA, and "
                    + "how many pixels have it. Images without a palette get one from `imageop convert --colors N`.",
            ""
        })
public final class PaletteCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "palette";

    @Parameters(paramLabel = "FILE", description = "An image file with a palette, such as GIF or PNG, or \"-\".")
    private Path file;

    @Option(
            names = "--save",
            paramLabel = "P",
            description = "Write the palette to this text file: a line for each index with its values.")
    private @Nullable Path save;

    @Option(
            names = "--from",
            paramLabel = "P",
            description =
                    "Write FILE again with the colours of P, each pixel with the index that it has, and as many entries as before. P is a palette or "
                            + "gradient of GIMP, a file that --save made, or an image with a palette. Alpha stays.")
    private @Nullable Path from;

    @Mixin
    private ReadLimits limits;

    /** A command that writes to a console. */
    public PaletteCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (from != null && StandardStreams.named(file)) {
            throw wrongUse("--from writes FILE again, and standard input cannot be written; name a file");
        }
        Read read = read(file);
        ImagePalette palette = palette(read.image, file);
        if (save != null) {
            save(palette, save);
        }
        if (from != null) {
            replace(read, palette, from);
        } else if (save == null) {
            list(read.image, palette);
        }
        return 0;
    }

    /** The first image as it is in the file, and how many the file has. */
    private record Read(ImageLike image, int frames) {}

    private Read read(Path path) throws IOException {
        try (ImageFile open = StandardStreams.open(path, limits.options())) {
            return new Read(open.read(0), open.frames());
        }
    }

    private static ImagePalette palette(ImageLike image, Path path) {
        if (image.info().get(InfoKeys.PALETTE) instanceof ImagePalette palette) {
            return palette;
        }
        throw new CommandFailure(StandardStreams.input(path) + ": has no palette but the colours of its pixels; "
                + "`imageop convert --colors 256` makes one");
    }

    private void save(ImagePalette palette, Path to) throws IOException {
        try {
            AtomicFile.at(to, true).writeInOrder(stream -> {
                Writer text = new OutputStreamWriter(stream, StandardCharsets.US_ASCII);
                palette.save(text);
                text.flush();
            });
        } catch (FileSystemException e) {
            throw Problem.notWritten(to, e);
        }
        console()
                .out()
                .println(Problem.oneLine(to.toString()) + ": " + palette.mode() + ", "
                        + Amounts.count(Math.min(256, palette.size()), "colour"));
    }

    private static ImageLike indices(ImageLike image) {
        try {
            return AwtImages.indices(image);
        } catch (UnsupportedImageException e) {
            throw new CommandFailure("the indices of the palette cannot be read: " + e.getMessage(), e);
        }
    }

    private void list(ImageLike image, ImagePalette palette) {
        long[] counts = counts(indices(image));
        Table table = new Table(Table.Column.right("INDEX"), Table.Column.left("COLOUR"), Table.Column.right("PIXELS"));
        int[] argb = palette.toArgb();
        for (int i = 0; i < argb.length; i++) {
            String color = String.format("#%06x", argb[i] & 0xffffff);
            String alpha = palette.mode().hasAlpha() ? String.format("%02x", argb[i] >>> 24) : "";
            table.row(List.of(Integer.toString(i), color + alpha, Long.toString(i < counts.length ? counts[i] : 0)));
        }
        table.print(console());
    }

    private static long[] counts(ImageLike indices) {
        long[] counts = new long[1 << 16];
        SampleRows rows = Images.rows(indices);
        int[] row = new int[indices.width()];
        for (int y = 0; y < indices.height(); y++) {
            rows.read(0, y, row.length, row, 0);
            for (int index : row) {
                counts[index]++;
            }
        }
        return counts;
    }

    private void replace(Read read, ImagePalette old, Path source) throws IOException {
        if (read.frames > 1) {
            throw new CommandFailure(file + ": has " + read.frames + " frames, and only a single one can be written");
        }
        ImageLike indices = indices(read.image);
        IndexedImage image = IndexedImage.of(indices, recoloured(old, colors(source), counts(indices), source));
        read.image.info().forEach(image.info()::putIfAbsent);
        image.info().remove(InfoKeys.TRANSPARENCY); // alpha is in the entries
        WriteResult written;
        try {
            written = ImageFiles.write(image, file);
        } catch (FileSystemException e) {
            throw Problem.notWritten(file, e);
        }
        console()
                .out()
                .println(Problem.oneLine(file.toString()) + ": " + written.format() + ", "
                        + Amounts.size(image.size()) + " " + written.mode() + ", "
                        + Amounts.count(image.palette().size(), "colour"));
        console().reportLosses(file.toString(), written.losses());
    }

    /** A palette file, or the palette of an image. */
    private ImagePalette colors(Path source) throws IOException {
        try {
            return ImagePalette.load(source);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException noPalette) {
            try {
                return palette(read(source).image, source);
            } catch (IOException noImage) {
                noPalette.addSuppressed(noImage);
                throw noPalette;
            }
        }
    }

    /** The new colours with the old alpha. */
    private ImagePalette recoloured(ImagePalette old, ImagePalette colors, long[] counts, Path source) {
        int[] argb = colors.toArgb();
        int[] alpha = old.toArgb();
        for (int i = argb.length; i < counts.length; i++) {
            if (counts[i] > 0) {
                throw new CommandFailure(source + ": has " + Amounts.count(argb.length, "colour") + ", and " + file
                        + " has pixels with the index " + i);
            }
        }
        // saved palettes always have 256 lines
        argb = Arrays.copyOf(argb, Math.min(argb.length, alpha.length));
        for (int i = 0; i < argb.length; i++) {
            argb[i] = argb[i] & 0xffffff | alpha[i] & 0xff000000;
        }
        return ImagePalette.ofArgb(argb);
    }
}
