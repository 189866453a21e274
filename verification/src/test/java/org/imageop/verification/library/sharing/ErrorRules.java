package org.imageop.verification.library.sharing;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.tck.adapter.Endpoint;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.library.conversion.ConversionRules;

/** The classes, messages and effects of errors: an example of each row of the table of SPEC.md part 17. */
public final class ErrorRules {
    private static final String GROUP = "errors";

    private static final Rule CLASSES = Rule.of(
            "E-1",
            "the classes of exceptions are as in the table of part 17",
            "the class that is thrown, and what it extends",
            "A-3",
            "A-8",
            "C-11");
    private static final Rule MESSAGES = Rule.of(
            "E-2",
            "a message states what was asked and found, and ends with an anchor of docs/reference/errors.md",
            "the message's numbers and names, and its last words",
            "E-1");
    private static final Rule UNCHANGED = Rule.of(
            "E-3",
            "an argument that is refused changes nothing",
            "whether everything is checked before anything is written",
            "C-11");

    private static final Pattern ANCHOR = Pattern.compile("(?s).* \\[errors\\.md#[a-z-]+]");

    /** Something that is refused of a 6×4 RGB image, and what its message has. */
    private record Refusal(String what, Class<? extends Exception> type, Attempt attempt, String... words) {
        interface Attempt {
            void on(ImageLike image) throws Exception;
        }
    }

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("get(6, 1)", IndexOutOfBoundsException.class, image -> image.get(6, 1), "(6, 1)", "6×4"),
            new Refusal("line(-1)", IndexOutOfBoundsException.class, image -> image.line(-1), "-1", "4"),
            new Refusal("get(6, rows)", IndexOutOfBoundsException.class, image -> image.get(6, Slice.ALL), "6"),
            new Refusal(
                    "byte 72",
                    IndexOutOfBoundsException.class,
                    image -> image.buffer().set(72, 1),
                    "72",
                    "6×4 RGB"),
            new Refusal(
                    "two bytes from byte 71 on",
                    IndexOutOfBoundsException.class,
                    image -> image.buffer().set(71, new byte[] {1, 2}, 0, 2),
                    "2",
                    "71",
                    "72"),
            new Refusal(
                    "two values for a pixel",
                    IllegalArgumentException.class,
                    image -> image.set(0, 0, 1, 2),
                    "RGB",
                    "3",
                    "2"),
            new Refusal(
                    "a value of 256",
                    IllegalArgumentException.class,
                    image -> image.set(0, 0, 1, 2, 256),
                    "256",
                    "b of RGB",
                    "255"),
            new Refusal(
                    "two components of a pixel by three values",
                    IllegalArgumentException.class,
                    image -> image.get(0, 0).set(Slice.to(2), 1, 2, 3),
                    "2",
                    "3"),
            new Refusal(
                    "a component of a pixel by 300 after one that is right",
                    IllegalArgumentException.class,
                    image -> image.get(0, 0).set(Slice.to(2), 1, 300),
                    "300"),
            new Refusal(
                    "a byte of 256",
                    IllegalArgumentException.class,
                    image -> image.buffer().set(5, 256),
                    "256",
                    "5"),
            new Refusal(
                    "an empty area",
                    IllegalArgumentException.class,
                    image -> image.get(Slice.from(6), Slice.ALL),
                    "[6:, :]",
                    "6×4 RGB"),
            new Refusal(
                    "an area of another size",
                    IllegalArgumentException.class,
                    image -> image.set(Slice.to(2), Slice.to(2), StandardImage.of(Mode.RGB, 3, 2)),
                    "2×2",
                    "3×2 RGB"),
            new Refusal(
                    "an area of another mode",
                    IllegalArgumentException.class,
                    image -> image.set(Slice.to(2), Slice.to(2), StandardImage.of(Mode.L, 2, 2)),
                    "2×2 L"),
            new Refusal(
                    "two functions", IllegalArgumentException.class, image -> image.map(v -> 1, v -> 2), "2", "RGB"),
            new Refusal(
                    "a function that gives NaN for a large value",
                    IllegalArgumentException.class,
                    image -> image.map(v -> v > 200 ? Double.NaN : 0),
                    "NaN"),
            new Refusal(
                    "a copy of an image of another size",
                    IllegalArgumentException.class,
                    image -> Images.copy(StandardImage.of(Mode.RGB, 6, 5), image),
                    "6×5",
                    "6×4"),
            new Refusal(
                    "an odd planar size",
                    IllegalArgumentException.class,
                    image -> StandardImage.from(image, Mode.YV12, 5, 4),
                    "YV12",
                    "5×4"),
            new Refusal(
                    "a rectangle beyond the image",
                    IndexOutOfBoundsException.class,
                    image -> Views.crop(image, 1, 1, 6, 4),
                    "6×4 at (1, 1)"),
            new Refusal(
                    "a class that no adapter makes",
                    UnsupportedImageException.class,
                    image -> Images.to(image, Thread.class),
                    "java.lang.Thread"),
            new Refusal(
                    "a component that RGB lacks",
                    UnsupportedOperationException.class,
                    image -> image.get(0, 0).k(1),
                    "k",
                    "RGB"),
            new Refusal(
                    "a plane that RGB lacks", UnsupportedOperationException.class, image -> image.plane("cr"), "cr"),
            new Refusal(
                    "a pixel of a planar image",
                    UnsupportedOperationException.class,
                    image -> StandardImage.from(image, Mode.YV12).get(0, 0),
                    "YV12"),
            new Refusal(
                    "the end of an iterator",
                    NoSuchElementException.class,
                    image -> {
                        Iterator<?> lines = image.iterator();
                        while (true) {
                            lines.next();
                        }
                    },
                    "4"));

    private ErrorRules() {}

    public static void addTo(List<Check> checks) {
        for (Refusal refusal : REFUSALS) {
            add(checks, CLASSES, refusal.what, probe -> refused(probe, refusal, image()));
            add(checks, MESSAGES, refusal.what, probe -> {
                StandardImage image = image();
                probe.says(refusal.type, "it", () -> refusal.attempt.on(image), refusal.words);
                anchored(probe, () -> refusal.attempt.on(image));
            });
            add(checks, UNCHANGED, refusal.what, probe -> {
                StandardImage image = image();
                refused(probe, refusal, image);
                Endpoint.of(image).expect(probe, "after it was refused", samples());
            });
        }
        add(checks, CLASSES, "what exceptions extend", ErrorRules::superclasses);
        for (Rule rule : List.of(CLASSES, MESSAGES)) {
            add(checks, rule, "writing what is read-only", probe -> {
                PixelLayout layout =
                        PixelLayout.of(Mode.L, 2, 2, ByteBuffer.allocate(4).asReadOnlyBuffer());
                Probe.Action write = () -> StandardImage.wrap(layout).set(0, 0, 1);
                probe.says(ReadOnlyImageException.class, "set", write);
                if (rule == MESSAGES) {
                    anchored(probe, write);
                }
            });
        }
        add(
                checks,
                CLASSES,
                "NEVER, and memory that cannot be shared",
                probe -> new PluginLoader("CopyingSettable").run(() -> {
                    StandardImage grey = StandardImage.of(Mode.L32, 1, 1);
                    probe.refused(
                            CopyRequiredException.class,
                            "Images.transfer",
                            () -> Images.transfer(grey, AtomicInteger.class, Copy.NEVER));
                    return probe;
                }));
        add(
                checks,
                CLASSES,
                "an adapter that breaks its contract",
                probe -> new PluginLoader("Empty").run(() -> {
                    probe.refused(IllegalStateException.class, "Images.of", () -> Images.of(new AtomicInteger()));
                    return probe;
                }));
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static Samples samples() {
        return Samples.random(new Shape(Mode.RGB, 6, 4), 12);
    }

    private static StandardImage image() {
        return ConversionRules.image(samples());
    }

    private static void refused(Probe probe, Refusal refusal, ImageLike image) {
        probe.refused(refusal.type, "it", () -> refusal.attempt.on(image));
    }

    private static void anchored(Probe probe, Probe.Action action) {
        String message = "";
        try {
            action.run();
        } catch (Exception e) {
            message = String.valueOf(e.getMessage());
        }
        if (!ANCHOR.matcher(message).matches()) {
            throw probe.violation(
                    "the end of the message", "an anchor of docs/reference/errors.md in brackets", message);
        }
    }

    private static void superclasses(Probe probe) {
        List<String> wrong = new ArrayList<>();
        Class<?>[][] expected = {
            {UnsupportedImageException.class, IllegalArgumentException.class},
            {ReadOnlyImageException.class, ReadOnlyBufferException.class},
            {ReadOnlyImageException.class, UnsupportedOperationException.class},
            {CopyRequiredException.class, RuntimeException.class}
        };
        for (Class<?>[] pair : expected) {
            if (!pair[1].isAssignableFrom(pair[0])) {
                wrong.add(pair[0].getSimpleName() + " is no " + pair[1].getSimpleName());
            }
        }
        probe.same("exceptions that are none of what they are to be", List.of(), wrong);
    }
}
