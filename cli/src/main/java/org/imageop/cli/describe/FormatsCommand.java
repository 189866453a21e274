package org.imageop.cli.describe;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Table;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFiles;
import org.imageop.spi.ImageAdapter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code imageop formats}: which files can be read and written, and which libraries images can be passed to. */
@Command(name = FormatsCommand.NAME, header = "List file formats and adapters, and what each can hold.")
public final class FormatsCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "formats";

    @Option(names = "--json", description = "Print an object with \"formats\" and \"adapters\".")
    private boolean json;

    /** A command that writes to a console. */
    public FormatsCommand(Console console) {
        super(console);
    }

    /** What an adapter does with a new image of a mode. */
    private enum Handling {
        SHARES,
        COPIES,
        REFUSES,
        /** Native code is needed that nobody has loaded. */
        NOT_LOADED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public Integer call() throws IOException {
        List<FileFormat> formats = ImageFiles.formats();
        List<ImageAdapter<?>> adapters = adapters();
        if (json) {
            JsonOutput.write(console().bytes(), generator -> write(generator, formats, adapters));
        } else {
            print(formats, adapters);
        }
        return 0;
    }

    /** Those whose libraries are there. */
    private static List<ImageAdapter<?>> adapters() {
        List<ImageAdapter<?>> adapters = new ArrayList<>();
        Iterator<?> services = ServiceLoader.load(ImageAdapter.class).iterator();
        while (services.hasNext()) {
            try {
                ImageAdapter<?> adapter = (ImageAdapter<?>) services.next();
                adapter.type();
                adapters.add(adapter);
            } catch (ServiceConfigurationError | LinkageError e) {
                // as Images does it: one that cannot be loaded does not hide the others
            }
        }
        return adapters;
    }

    /** Found out by trying, with an image in the memory that {@link StandardImage#of} gives it. */
    private static Handling handling(ImageAdapter<?> adapter, Mode mode) {
        StandardImage image = StandardImage.of(mode, 2, 2);
        try {
            Transfer<?> transfer = Images.transfer(image, adapter.type(), Copy.IF_NEEDED);
            return transfer.shared() ? Handling.SHARES : Handling.COPIES;
        } catch (UnsupportedImageException e) {
            return Handling.REFUSES;
        } catch (LinkageError e) {
            return Handling.NOT_LOADED;
        }
    }

    // --- for people ---

    private void print(List<FileFormat> formats, List<ImageAdapter<?>> adapters) {
        Table files =
                new Table(Table.Column.left("FORMAT"), Table.Column.left("CAN BE"), Table.Column.left("SUFFIXES"));
        for (FileFormat format : formats) {
            String use = format.readable()
                    ? format.writable() ? "read, written" : "read"
                    : format.writable() ? "written" : "neither: its plugin is missing";
            files.row(List.of(format.name(), use, String.join(" ", format.suffixes())));
        }
        files.print(console());
        console().out().println();

        List<FileFormat> writable =
                formats.stream().filter(FileFormat::writable).toList();
        Table modes = new Table(Stream.concat(
                        Stream.of(Table.Column.left("WRITTEN")),
                        writable.stream().map(format -> Table.Column.left(format.name())))
                .toArray(Table.Column[]::new));
        for (Mode mode : Mode.values()) {
            modes.row(Stream.concat(Stream.of(mode.name()), writable.stream().map(format -> cell(format, mode)))
                    .toList());
        }
        for (FileFormat format : writable) {
            if (!format.restriction().isEmpty()) {
                modes.note(format.name() + ": " + format.restriction());
            }
        }
        modes.print(console());
        console().out().println();

        if (adapters.isEmpty()) {
            console().out().println("  no adapters found");
            return;
        }
        Map<String, List<ImageAdapter<?>>> libraries = adapters.stream()
                .collect(Collectors.groupingBy(
                        adapter -> adapter.getClass().getPackageName(), LinkedHashMap::new, Collectors.toList()));
        libraries.values().forEach(this::printMemory);
    }

    private void printMemory(List<ImageAdapter<?>> library) {
        Table memory = new Table(Stream.concat(
                        Stream.of(Table.Column.left("PASSED ON AS")),
                        library.stream().map(a -> Table.Column.left(name(a, library))))
                .toArray(Table.Column[]::new));
        for (Mode mode : Mode.values()) {
            memory.row(Stream.concat(
                            Stream.of(mode.name()),
                            library.stream().map(a -> handling(a, mode).toString()))
                    .toList());
        }
        memory.print(console());
        console().out().println();
    }

    /** Short, unless another class of the library is called the same. */
    private static String name(ImageAdapter<?> adapter, List<ImageAdapter<?>> library) {
        String name = adapter.type().getSimpleName();
        boolean only = library.stream()
                        .map(a -> a.type().getSimpleName())
                        .filter(name::equals)
                        .count()
                == 1;
        return only ? name : adapter.type().getName();
    }

    private static String cell(FileFormat format, Mode mode) {
        return !format.writes().contains(mode) ? "·" : format.lossy() ? "lossy" : "yes";
    }

    // --- for programs ---

    private static void write(JsonGenerator generator, List<FileFormat> formats, List<ImageAdapter<?>> adapters)
            throws IOException {
        generator.writeStartObject();
        generator.writeArrayFieldStart("formats");
        for (FileFormat format : formats) {
            generator.writeStartObject();
            generator.writeStringField("name", format.name());
            generator.writeFieldName("suffixes");
            JsonOutput.value(generator, format.suffixes());
            generator.writeBooleanField("readable", format.readable());
            generator.writeBooleanField("writable", format.writable());
            generator.writeFieldName("writes");
            JsonOutput.value(
                    generator,
                    Mode.MODES.stream().filter(format.writes()::contains).toList());
            generator.writeBooleanField("lossy", format.lossy());
            generator.writeStringField("restriction", format.restriction());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("adapters");
        for (ImageAdapter<?> adapter : adapters) {
            generator.writeStartObject();
            generator.writeStringField("type", adapter.type().getName());
            generator.writeObjectFieldStart("modes");
            for (Mode mode : Mode.values()) {
                generator.writeStringField(mode.name(), handling(adapter, mode).toString());
            }
            generator.writeEndObject();
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }
}
