package org.imageop.cli.describe;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.ReadLimits;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.ImageFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imageop info}: the contents of image files. */
@Command(
        name = InfoCommand.NAME,
        header = "Report what image files contain.",
        description = "Prints the format, mode, size, number of frames and metadata, and how the pixels lie in memory "
                + "after reading. A file that cannot be read does not stop the others.")
public final class InfoCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "info";

    @Parameters(paramLabel = "FILE", arity = "1", description = "Image files, or \"-\" for standard input.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print an array with one object for each file.")
    private boolean json;

    @Mixin
    private ReadLimits limits = new ReadLimits();

    /** A command that writes to a console. */
    public InfoCommand(Console console) {
        super(console);
    }

    /** The command without options. */
    public InfoCommand(Console console, List<Path> files) {
        super(console);
        this.files = files;
    }

    /** The known facts of a file: its header, and the layout of its pixels unless they cannot be read. */
    private record Description(
            String format,
            Mode mode,
            ImageSize size,
            FrameList frames,
            Map<String, Object> info,
            @Nullable PixelLayout layout,
            @Nullable Throwable problem) {}

    @Override
    public Integer call() throws IOException {
        return json ? printJson() : printText();
    }

    private Description describe(Path file) throws IOException {
        try (ImageFile open = StandardStreams.open(file, limits.options())) {
            Optional<PixelLayout> layout = Optional.empty();
            Throwable problem = null;
            try {
                ImageLike image = open.read();
                layout = image.buffer().layout();
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                problem = e;
            }
            return new Description(
                    open.format(),
                    open.mode(),
                    open.size(),
                    FrameList.of(open),
                    open.info(),
                    layout.orElse(null),
                    problem);
        }
    }

    // --- for people ---

    private int printText() {
        int status = 0;
        Iterator<Path> rest = files.iterator();
        while (rest.hasNext() && !console().closed()) {
            Path file = rest.next();
            try {
                Description found = describe(file);
                print(file, found);
                if (found.problem != null) {
                    status = fail(file, found.problem);
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                status = fail(file, e);
            }
        }
        return status;
    }

    private int fail(Path file, Throwable problem) {
        console().out().flush();
        console().report(Problem.describe(file, problem));
        console().trace(problem);
        return 1;
    }

    private void print(Path file, Description found) {
        PrintWriter out = console().out();
        out.println(console().styled("bold", Problem.oneLine(StandardStreams.input(file))));
        line("format", found.format);
        line("mode", found.mode + " (" + components(found.mode) + ")");
        line("size", Amounts.size(found.size));
        String frames = "frames";
        for (String text : found.frames.lines()) {
            line(frames, text);
            frames = "";
        }
        String head = "info";
        for (Map.Entry<String, Object> entry : found.info.entrySet()) {
            if (!entry.getKey().equals(InfoKeys.FORMAT)) {
                line(head, Problem.oneLine(entry.getKey()) + " = " + MetadataText.of(entry.getValue()));
                head = "";
                BlockTags.of(entry.getKey(), entry.getValue()).lines().forEach(tag -> line("", "  " + tag));
            }
        }
        if (found.problem != null) {
            line("layout", "unknown, the pixels cannot be read");
        } else {
            line("layout", found.layout == null ? "computed on access" : LayoutText.of(found.layout));
        }
        out.flush();
    }

    private void line(String head, String text) {
        console().out().printf("  %-8s%s%n", head, text);
    }

    private static String components(Mode mode) {
        return mode.componentNames().stream().collect(Collectors.joining(" ")) + ", " + mode.bitsPerComponent()
                + " bits" + (mode.components() == 1 ? "" : " each");
    }

    // --- for programs ---

    private int printJson() throws IOException {
        int[] status = {0};
        try {
            JsonOutput.write(console().bytes(), generator -> writeAll(generator, status));
        } catch (IOException e) {
            // a reader that leaves does not take back what failed before
            if (status[0] == 0 || !console().caused(e)) {
                throw e;
            }
        }
        return status[0];
    }

    private void writeAll(JsonGenerator generator, int[] status) throws IOException {
        generator.writeStartArray();
        for (Path file : files) {
            generator.writeStartObject();
            generator.writeStringField("file", file.toString());
            Throwable problem;
            try {
                Description found = describe(file);
                problem = found.problem;
                write(generator, found);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (console().caused(e)) {
                    throw e;
                }
                problem = e;
            }
            if (problem != null) {
                generator.writeStringField("error", Problem.describe(file, problem));
                console().trace(problem);
                status[0] = 1;
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void write(JsonGenerator generator, Description found) throws IOException {
        generator.writeStringField("format", found.format);
        generator.writeStringField("mode", found.mode.name());
        generator.writeNumberField("width", found.size.width());
        generator.writeNumberField("height", found.size.height());
        found.frames.write(generator);
        generator.writeFieldName("info");
        generator.writeStartObject();
        for (Map.Entry<String, Object> entry : found.info.entrySet()) {
            if (!entry.getKey().equals(InfoKeys.FORMAT)) {
                generator.writeFieldName(entry.getKey());
                BlockTags.of(entry.getKey(), entry.getValue()).write(generator);
            }
        }
        generator.writeEndObject();
        generator.writeFieldName("layout");
        if (found.layout == null) {
            generator.writeNull();
        } else {
            write(generator, found.layout);
        }
    }

    private static void write(JsonGenerator generator, PixelLayout layout) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("summary", LayoutText.of(layout));
        generator.writeStringField("alpha", layout.alpha().name());
        generator.writeBooleanField("readOnly", layout.readOnly());
        generator.writeArrayFieldStart("planes");
        for (int c = 0; c < layout.planes().size(); c++) {
            Plane plane = layout.planes().get(c);
            generator.writeStartObject();
            generator.writeStringField(
                    "component", layout.mode().componentNames().get(c));
            generator.writeStringField("element", LayoutText.element(plane.memory()));
            generator.writeNumberField("offset", plane.offset());
            generator.writeNumberField("pixelStride", plane.pixelStride());
            generator.writeNumberField("lineStride", plane.lineStride());
            generator.writeNumberField("shift", plane.shift());
            generator.writeNumberField("bits", plane.bits());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }
}
