package org.imageop.tck;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** What an image is: mode, size, storage, info, identity. */
final class BasicRules {
    private BasicRules() {}

    static void addTo(RuleList rules) {
        foundation(rules);
        rules.after(ImageChecks.FOUNDATION);
        rules.add(
                "P-25",
                ImageRule.Scope.ANY,
                "info() is always the same map",
                "whether info() returns a field and not a new map or copy",
                "info()",
                s -> s.holds("the second map is the first", s.image.info() == s.image.info()));
        rules.add(
                "P-27",
                ImageRule.Scope.ANY,
                "the attributes of an image are those of its mode",
                "whether the attributes are overridden, and with what; ImageMixin has them",
                "attributes",
                s -> {
                    ImageLike image = s.image;
                    Mode mode = s.shape.mode();
                    s.same("bitsPerComponent()", s.shape.bits(), image.bitsPerComponent());
                    s.same("componentNames()", s.shape.names(), image.componentNames());
                    s.same("components()", s.shape.names().size(), image.components());
                    s.same("intervals()", mode.intervals(), image.intervals());
                    s.same("planar()", s.shape.planar(), image.planar());
                    s.same("subsampling()", mode.subsampling(), image.subsampling());
                    if (s.shape.planar()) {
                        s.refused(UnsupportedOperationException.class, "bytesPerPixel()", image::bytesPerPixel);
                    } else {
                        s.same("bytesPerPixel()", s.shape.names().size() * s.shape.bits() / 8, image.bytesPerPixel());
                    }
                });
        rules.add(
                "P-28",
                ImageRule.Scope.ANY,
                "images are equal only if they are the same object",
                "whether equals or hashCode is overridden, as a record does",
                "equals",
                s -> {
                    s.holds("equal to itself", s.image.equals(s.image));
                    ImageLike view = org.imageop.Views.select(s.image, org.imageop.Slice.ALL, org.imageop.Slice.ALL);
                    s.same("equal to a view of itself", false, s.image.equals(view));
                    s.same("hash code", System.identityHashCode(s.image), s.image.hashCode());
                });
        rules.add(
                "T-2",
                ImageRule.Scope.ANY,
                "several threads may read an image at once",
                "whether reading changes a field, or works in one thread only",
                "reading by four threads",
                BasicRules::readByThreads);
    }

    private static void foundation(RuleList rules) {
        List<String> ids = ImageChecks.FOUNDATION;
        rules.add(
                ids.get(0),
                ImageRule.Scope.ANY,
                "every image is in one of the modes; those that are declared can be made",
                "whether modes() declares only what image() makes",
                "making",
                s -> {});
        rules.after(ids.subList(0, 1));
        rules.add(
                ids.get(1),
                ImageRule.Scope.ANY,
                "mode() is a Mode, always the same",
                "whether mode() returns what the image was made with",
                "mode()",
                s -> {
                    for (int call = 0; call < 3; call++) {
                        s.same("mode()", String.valueOf(s.shape.mode()), String.valueOf(s.image.mode()));
                    }
                });
        rules.after(ids.subList(0, 2));
        rules.add(
                ids.get(2),
                ImageRule.Scope.ANY,
                "size() is the size, width() and height() are its parts",
                "whether size(), width() and height() agree",
                "size()",
                s -> {
                    s.same("size()", new ImageSize(s.shape.width(), s.shape.height()), s.image.size());
                    s.same("width()", s.shape.width(), s.image.width());
                    s.same("height()", s.shape.height(), s.image.height());
                });
        rules.after(ids.subList(0, 3));
        rules.add(
                ids.get(3),
                ImageRule.Scope.ANY,
                "buffer() is the storage, not a copy",
                "whether buffer() makes a new array on each call",
                "buffer()",
                s -> {
                    if (s.readOnly) {
                        s.same(
                                "bytes of two calls",
                                s.image.buffer().get(0),
                                s.image.buffer().get(0));
                        return;
                    }
                    long last = s.image.buffer().length() - 1;
                    // the ends of the range, which memory of any depth keeps; the last byte is never a lost colour
                    // (B-4)
                    s.image.buffer().set(last, 17);
                    s.holds(
                            "byte " + last + " through another buffer() follows 17",
                            s.image.buffer().get(last) < 128);
                    s.image.buffer().set(last, 200);
                    s.holds(
                            "byte " + last + " through another buffer() follows 200",
                            s.image.buffer().get(last) >= 128);
                });
        rules.after(ids.subList(0, 4));
        rules.add(
                ids.get(4),
                ImageRule.Scope.ANY,
                "the buffer has as many bytes as the mode and size need, in canonical order",
                "the buffer's length, and whether its layout describes the same samples as its bytes",
                "byte order of the buffer",
                s -> {
                    s.same("length()", s.shape.bytes(), s.image.buffer().length());
                    s.image.buffer().layout().ifPresent(layout -> {
                        s.same("mode of the layout", s.shape.mode(), layout.mode());
                        s.same("size of the layout", new ImageSize(s.shape.width(), s.shape.height()), layout.size());
                        s.expect(
                                "the layout",
                                Samples.read(s.shape, s.image.buffer()),
                                org.imageop.StandardImage.wrap(layout));
                    });
                });
        rules.after(ids.subList(0, 5));
        rules.add(
                ids.get(5),
                ImageRule.Scope.PIXELS,
                "samples of more than 8 bits are in the buffer in native byte order",
                "the ByteBuffer's order; a new one is big-endian",
                shape -> shape.bits() == 8
                        ? List.of()
                        : List.of(new ImageRule.Case("byte order of a sample", s -> {
                            for (int b = 0; b < s.shape.bits() / 8 && !s.readOnly && s.exact(); b++) {
                                s.image
                                        .buffer()
                                        .set(b + (long) (s.shape.names().size() - 1) * s.shape.bits() / 8, b + 1);
                            }
                            int component = s.shape.names().size() - 1;
                            int inBytes = Samples.read(s.shape, s.image.buffer()).of[component][0][0];
                            int pixel = s.image.get(0, 0).get(component);
                            int swapped = Integer.reverseBytes(inBytes) >>> (32 - s.shape.bits());
                            if (inBytes != swapped && pixel == swapped) {
                                throw s.violation("sample at (0,0), " + ByteOrder.nativeOrder(), inBytes, pixel);
                            }
                        })));
        rules.after(ids.subList(0, 6));
        rules.add(
                ids.get(6),
                ImageRule.Scope.WRITABLE,
                "bytes are not checked against intervals()",
                "whether the buffer refuses or clips bytes; clip() repairs them",
                shape -> !shape.planar()
                        ? List.of()
                        : List.of(new ImageRule.Case("bytes 0 and 255", s -> {
                            for (int c = 0; c < 3; c++) {
                                long index = s.shape.index(c, 0, 0);
                                for (int value : new int[] {0, 255}) {
                                    s.image.buffer().set(index, value);
                                    s.same(
                                            "byte " + index,
                                            value,
                                            s.image.buffer().get(index));
                                }
                            }
                        })));
    }

    private static void readByThreads(Subject s) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Samples>> readings = Stream.generate(
                            () -> threads.submit(() -> Samples.read(s.shape, s.image.buffer())))
                    .limit(8)
                    .toList();
            for (Future<Samples> reading : readings) {
                Samples read = reading.get();
                s.same("bytes that a thread reads", Arrays.toString(s.before.bytes()), Arrays.toString(read.bytes()));
            }
        } catch (ExecutionException e) {
            throw s.unexpected(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
