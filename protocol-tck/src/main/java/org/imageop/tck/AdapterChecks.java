package org.imageop.tck;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;

/** What is tried on adapters. Sharing is proved by writing one side and reading the other. */
final class AdapterChecks<T> {
    private static final Rule REFUSAL = Rule.of(
            "A-2",
            "an object that cannot be an image is refused by UnsupportedImageException",
            "which exception wrap throws, and whether its message says what would help");
    private static final Rule WRAP = Rule.of(
            "A-7", "wrap never copies: the image is on the foreign object's pixels", "whether wrap reads pixels");
    private static final Rule IDENTITY = Rule.of(
            "S-6", "unwrapping gives back the same object", "whether WrappedImage.of was given the foreign object");
    private static final Rule STATELESS = Rule.of(
            "A-9",
            "an adapter has a public constructor without parameters, keeps no state and serves several threads",
            "fields of the adapter");
    private static final Rule POLICY = Rule.of(
            "S-5",
            "NEVER shares or throws CopyRequiredException, IF_NEEDED shares where possible, ALWAYS copies",
            "which branch export takes for each Copy");
    private static final Rule HONESTY = Rule.of(
            "S-7",
            "shared() is true if and only if both sides show the same pixels; a copy has a reason",
            "whether Transfer.shared is returned for memory that is shared, and only for that",
            // what an export holds is read through wrap
            "A-7");

    static final List<Rule> RULES = List.of(STATELESS, WRAP, IDENTITY, REFUSAL, POLICY, HONESTY);

    private static final String GROUP = "the adapter";

    private final ImageAdapter<T> adapter;

    private AdapterChecks(ImageAdapter<T> adapter) {
        this.adapter = adapter;
    }

    /**
     * The checks.
     *
     * @throws IllegalArgumentException if there is nothing to test with
     */
    static <T> List<Check> of(AdapterSource<T> source) {
        if (source.objects().isEmpty()
                || source.shareable().isEmpty() && source.unshareable().isEmpty()) {
            throw new IllegalArgumentException("There is no foreign object to wrap, or no image to hand on; the adapter"
                    + " needs at least one of objects() and one of shareable() or unshareable()");
        }
        AdapterChecks<T> checks = new AdapterChecks<>(source.adapter());
        List<Check> all = new ArrayList<>(checks.ofTheAdapter());
        source.objects().forEach((name, maker) -> all.addAll(checks.ofObject(name, maker)));
        source.unsupportedObjects().forEach((name, maker) -> all.addAll(checks.ofUnsupported(name, maker)));
        source.shareable().forEach((name, maker) -> all.addAll(checks.ofShareable(name, maker)));
        source.unshareable().forEach((name, maker) -> all.addAll(checks.ofUnshareable(name, maker)));
        return all;
    }

    private static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, GROUP, what, body);
    }

    List<Check> ofTheAdapter() {
        return List.of(check(STATELESS, "constructor and type()", probe -> {
            Class<?> type = adapter.getClass();
            boolean found = Stream.of(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
            probe.same("public class", true, Modifier.isPublic(type.getModifiers()));
            probe.same("public constructor without parameters", true, found);
            probe.same("second type()", adapter.type(), adapter.type());
        }));
    }

    List<Check> ofObject(String name, Supplier<? extends T> maker) {
        return List.of(
                check(WRAP, "wrap of " + name, probe -> {
                    T object = maker.get();
                    ImageLike one = adapter.wrap(object);
                    ImageLike other = adapter.wrap(object);
                    probe.same("mode of a second image", one.mode(), other.mode());
                    probe.same("size of a second image", one.size(), other.size());
                    if (!one.buffer().readOnly()) {
                        probe.same("a write to one image shows in the other", true, follows(one, other));
                    }
                    probe.same("both images hold the same", true, Images.sameContent(one, other));
                }),
                check(IDENTITY, "unwrapping " + name, probe -> {
                    T object = maker.get();
                    ImageLike image = adapter.wrap(object);
                    if (image instanceof WrappedImage wrapped) {
                        probe.same("source() is the object", true, wrapped.source() == object);
                        for (Copy copy : new Copy[] {Copy.NEVER, Copy.IF_NEEDED}) {
                            Transfer<T> back = Images.transfer(image, adapter.type(), copy);
                            probe.same(copy + " gives the object", true, back.image() == object);
                        }
                    }
                }),
                check(STATELESS, "wrap of " + name + " by several threads", probe -> {
                    T object = maker.get();
                    StandardImage expected = StandardImage.from(adapter.wrap(object));
                    ExecutorService threads = Executors.newFixedThreadPool(4);
                    try {
                        List<Future<Boolean>> results = Stream.generate(
                                        () -> threads.submit(() -> Images.sameContent(expected, adapter.wrap(object))))
                                .limit(32)
                                .toList();
                        for (Future<Boolean> result : results) {
                            probe.same("each thread sees the object's pixels", true, result.get());
                        }
                    } finally {
                        threads.shutdown();
                    }
                }));
    }

    List<Check> ofUnsupported(String name, Supplier<? extends T> maker) {
        return List.of(check(
                REFUSAL,
                "wrap of " + name,
                probe -> probe.refused(UnsupportedImageException.class, "wrap", () -> adapter.wrap(maker.get()))));
    }

    List<Check> ofShareable(String name, Supplier<? extends ImageLike> maker) {
        return List.of(
                check(POLICY, "NEVER with " + name, probe -> shares(probe, maker.get(), Copy.NEVER)),
                check(POLICY, "IF_NEEDED with " + name, probe -> shares(probe, maker.get(), Copy.IF_NEEDED)),
                check(POLICY, "ALWAYS with " + name, probe -> copies(probe, maker.get(), Copy.ALWAYS)),
                check(HONESTY, "sharing " + name, probe -> honest(probe, maker, Copy.IF_NEEDED)),
                check(HONESTY, "copying " + name, probe -> honest(probe, maker, Copy.ALWAYS)));
    }

    List<Check> ofUnshareable(String name, Supplier<? extends ImageLike> maker) {
        return List.of(
                check(POLICY, "NEVER with " + name, probe -> {
                    ImageLike image = maker.get();
                    probe.refused(CopyRequiredException.class, "export", () -> adapter.export(image, Copy.NEVER));
                }),
                check(POLICY, "IF_NEEDED with " + name, probe -> copies(probe, maker.get(), Copy.IF_NEEDED)),
                check(HONESTY, "copying " + name, probe -> honest(probe, maker, Copy.IF_NEEDED)));
    }

    private void shares(Probe probe, ImageLike image, Copy copy) {
        probe.same("shared()", true, adapter.export(image, copy).shared());
    }

    private void copies(Probe probe, ImageLike image, Copy copy) {
        probe.same("shared()", false, adapter.export(image, copy).shared());
    }

    /** Whether what a transfer says of itself is so. */
    private void honest(Probe probe, Supplier<? extends ImageLike> maker, Copy copy) {
        ImageLike image = maker.get();
        Transfer<T> transfer = adapter.export(image, copy);
        ImageLike result = adapter.wrap(transfer.image());
        probe.same("size of the result", image.size(), result.size());
        if (transfer.losses().isEmpty()) {
            StandardImage there = StandardImage.from(result, image.mode());
            probe.same("the result holds the same, as no loss is reported", true, Images.sameContent(image, there));
        }
        probe.same("a write to the image shows in the result", transfer.shared(), follows(image, result));
        if (transfer.shared()) {
            probe.same("losses()", List.of(), transfer.losses());
            if (transfer.writable()) {
                probe.same("a write to the result shows in the image", true, follows(result, image));
            }
        } else {
            probe.same("reason() says why", false, transfer.reason().orElse("").isBlank());
            probe.same("writable()", true, transfer.writable());
            probe.same("a write to the result shows in the image", false, follows(result, image));
        }
    }

    /** Whether writing to one image changes another: pixels become black, then white, in both or in one. */
    private static boolean follows(ImageLike written, ImageLike read) {
        fill(written, 0);
        byte[] before = StandardImage.from(read).buffer().get(Slice.ALL);
        fill(written, 255);
        byte[] after = StandardImage.from(read).buffer().get(Slice.ALL);
        return !Arrays.equals(before, after);
    }

    private static void fill(ImageLike image, int value) {
        ImageBuffer buffer = image.buffer();
        for (long i = 0; i < buffer.length(); i++) {
            buffer.set(i, value);
        }
        // colours of premultiplied memory need their alpha first (B-4)
        for (long i = 0; i < buffer.length(); i++) {
            buffer.set(i, value);
        }
    }
}
