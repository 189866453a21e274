package org.imageop.tck.image;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.imageop.ImageBuffer;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Difference;
import org.imageop.tck.engine.Difference.Kind;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/**
 * The rules that all other rules need, each of which needs the ones before it. The images have not been touched: nothing is
 * written to them before it is known that they can be written.
 */
final class FoundationRules {
    private FoundationRules() {}

    static List<ImageRule> all() {
        RuleList rules = new RuleList();
        rules.foundation(
                "P-2",
                ImageRule.Scope.ANY,
                "every image is in one of the modes; the declared ones can be made",
                "why image() makes none, or throws; modes() and sizes() declare what there is",
                "making",
                s -> {});
        rules.foundation(
                "P-17",
                ImageRule.Scope.ANY,
                "mode() is a Mode, always the same",
                "whether mode() returns what the image was made with",
                "mode()",
                s -> {
                    for (int call = 0; call < 3; call++) {
                        s.same("mode()", String.valueOf(s.shape.mode()), String.valueOf(s.image.mode()));
                    }
                });
        rules.foundation(
                "P-18",
                ImageRule.Scope.ANY,
                "size() is the size, width() and height() are its parts",
                "whether size(), width() and height() agree",
                "size()",
                s -> {
                    s.same("size()", size(s), s.image.size());
                    s.same("width()", s.shape.width(), s.image.width());
                    s.same("height()", s.shape.height(), s.image.height());
                });
        rules.foundation(
                "P-20",
                ImageRule.Scope.ANY,
                "the buffer has as many bytes as the mode and size need",
                "whether rows are padded in the buffer, and whether planes are complete",
                "length of the buffer",
                s -> s.same("length()", s.shape.bytes(), s.image.buffer().length()));
        rules.foundation(
                "B-5",
                ImageRule.Scope.ANY,
                "readOnly() is true exactly if the image cannot be written",
                "readOnly() of the buffer or of its SampleRows, which is true unless overridden, and what readOnly() declares",
                "readOnly()",
                s -> s.same("buffer().readOnly()", s.readOnly, s.image.buffer().readOnly()));
        // no other rule needs this one: where the library refuses rows, nothing else can be tried
        rules.add(
                "A-10",
                ImageRule.Scope.ANY,
                "rows deliver samples from 0 to M",
                "whether read of the rows gives bytes and shorts without their sign, scaled to 0 … M",
                "samples of the rows",
                s -> Samples.read(s.shape, s.image.buffer()));
        rules.foundation(
                "P-19",
                ImageRule.Scope.ANY,
                "buffer() is the storage, not a copy",
                "whether buffer() makes a new array on each call, or get returns bytes with a sign",
                "buffer()",
                FoundationRules::isStorage);
        rules.foundation(
                "B-6",
                ImageRule.Scope.ANY,
                "a layout has the image's mode and size, and its samples",
                "whether layout() describes what the buffer's bytes are",
                "layout()",
                s -> {
                    PixelLayout layout = layout(s);
                    if (!s.readOnly) {
                        s.random(6).writeWhole(s.image.buffer());
                    }
                    s.same("mode of the layout", s.shape.mode(), layout.mode());
                    s.same("size of the layout", size(s), layout.size());
                    s.expect("the layout", Samples.read(s.shape, s.image.buffer()), StandardImage.wrap(layout));
                });
        rules.foundation(
                "B-8",
                ImageRule.Scope.ANY,
                "a buffer is read-only exactly if its layout is",
                "readOnly() of the buffer against readOnly() of its layout",
                "readOnly() of buffer and layout",
                s -> s.same("layout().readOnly()", s.readOnly, layout(s).readOnly()));
        rules.foundation(
                "P-22",
                ImageRule.Scope.PIXELS,
                "samples of more than 8 bits are in the buffer in native byte order",
                "the ByteBuffer's order; a new one is big-endian",
                shape -> shape.bits() == 8
                        ? List.of()
                        : List.of(new ImageRule.Case("byte order of a sample", FoundationRules::isNative)));
        rules.foundation(
                "P-23",
                ImageRule.Scope.WRITABLE,
                "bytes are not checked against intervals()",
                "whether the buffer refuses or clips bytes; clip() repairs them",
                shape -> !shape.planar()
                        ? List.of()
                        : List.of(new ImageRule.Case("bytes 0 and 255", FoundationRules::takesAnyByte)));
        rules.foundation(
                "L-7",
                ImageRule.Scope.WRITABLE,
                "fields of fewer bits than a component has are declared",
                "whether memory has as many bits as the mode, and what largest() declares",
                "samples in memory",
                s -> {
                    if (!s.exact()) {
                        throw s.doesNotApply("fields of fewer bits are declared");
                    }
                    Samples any = s.random(15).opaque();
                    any.writeWhole(s.image.buffer());
                    boolean lost = differs(s, any)
                            .filter(d -> d.kind() == Kind.LOW_BITS)
                            .isPresent();
                    if (lost || s.image.buffer().layout().isPresent()) {
                        s.expect(any);
                    }
                });
        rules.foundation(
                "P-14",
                ImageRule.Scope.WRITABLE_PIXELS,
                "colours are straight: alpha never changes one",
                "whether the memory is premultiplied, and whether premultiplied() declares it",
                shape -> !shape.hasAlpha()
                        ? List.of()
                        : List.of(new ImageRule.Case("colours and alpha", FoundationRules::isStraight)));
        rules.foundation(
                "B-4",
                ImageRule.Scope.WRITABLE_PIXELS,
                "bytes are straight also where memory is premultiplied; colours come back rounded by L-10",
                "whether premultiplied() is declared of straight memory, and how colours are rounded",
                shape -> !shape.hasAlpha()
                        ? List.of()
                        : List.of(new ImageRule.Case("premultiplied colours", FoundationRules::isMultiplied)));
        return rules.list();
    }

    private static ImageSize size(Subject s) {
        return new ImageSize(s.shape.width(), s.shape.height());
    }

    private static PixelLayout layout(Subject s) {
        return s.image.buffer().layout().orElseThrow(() -> s.doesNotApply("the buffer has no layout"));
    }

    private static void isStorage(Subject s) {
        if (s.readOnly) {
            s.same(
                    "bytes of two calls",
                    s.image.buffer().get(0),
                    s.image.buffer().get(0));
            return;
        }
        ImageBuffer buffer = s.image.buffer();
        long last = buffer.length() - 1;
        // a low and a high value, as memory may have few bits; the last byte is never a lost colour (B-4)
        for (int value : new int[] {17, 200}) {
            buffer.set(last, value);
            int found = buffer.get(last);
            if (found < 0 || found > 255) {
                throw s.violation("byte " + last + " after " + value + " was written", "0 to 255", found);
            }
            boolean follows = found < 128 == value < 128;
            if (!follows && isOverRows(buffer)) {
                throw s.doesNotApply("the rows do not keep what is written, which is A-10's or P-22's business");
            }
            s.holds("byte " + last + " of the buffer follows " + value, follows);
            s.holds(
                    "byte " + last + " through another buffer() follows " + value,
                    s.image.buffer().get(last) < 128 == value < 128);
        }
    }

    /** Whether a buffer is the library's, so that it is the rows that store its bytes. */
    private static boolean isOverRows(ImageBuffer buffer) {
        return buffer.getClass().getName().startsWith("org.imageop.internal.")
                && buffer.layout().isEmpty();
    }

    private static Optional<Difference> differs(Subject s, Samples written) {
        return Difference.of(written, Samples.read(s.shape, s.image.buffer()));
    }

    /** Checks that a rule of translucent colours can be tried at all. */
    private static void keepsOpaque(Subject s) {
        Samples opaque = s.random(15).opaque();
        opaque.writeWhole(s.image.buffer());
        if (differs(s, opaque).isPresent()) {
            throw s.doesNotApply("opaque samples are not kept either, which is A-10's or P-22's business");
        }
    }

    private static void isNative(Subject s) {
        if (!s.readOnly && s.exact()) {
            Samples any = s.random(22).opaque();
            any.writeWhole(s.image.buffer());
            if (differs(s, any).filter(d -> d.kind() == Kind.BYTE_ORDER).isPresent()) {
                s.expect(any);
            }
        }
        int component = s.shape.names().size() - 1;
        for (int b = 0; b < s.shape.bits() / 8 && !s.readOnly && s.exact(); b++) {
            s.image.buffer().set(b + (long) component * s.shape.bits() / 8, b + 1);
        }
        int inBytes = Samples.read(s.shape, s.image.buffer()).of[component][0][0];
        int pixel = s.image.get(0, 0).get(component);
        int swapped = Integer.reverseBytes(inBytes) >>> (32 - s.shape.bits());
        if (inBytes != swapped && pixel == swapped) {
            throw s.violation("sample at (0,0), " + ByteOrder.nativeOrder(), inBytes, pixel);
        }
    }

    private static void takesAnyByte(Subject s) {
        for (int c = 0; c < 3; c++) {
            long index = s.shape.index(c, 0, 0);
            for (int value : new int[] {0, 255}) {
                s.image.buffer().set(index, value);
                s.same("byte " + index, value, s.image.buffer().get(index));
            }
        }
    }

    private static void isStraight(Subject s) {
        if (s.premultiplied) {
            throw s.doesNotApply("colours are declared to be premultiplied");
        }
        keepsOpaque(s);
        Samples any = s.random(14);
        any.writeWhole(s.image.buffer());
        s.expect(any);
    }

    private static void isMultiplied(Subject s) {
        if (!s.premultiplied) {
            throw s.doesNotApply("colours are not declared to be premultiplied");
        }
        keepsOpaque(s);
        Samples any = Samples.random(s.shape, 4);
        any.writeWhole(s.image.buffer());
        s.expect(s.stored(any));
    }
}
