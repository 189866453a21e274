package org.imageop.examples.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.awt.color.ICC_Profile;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.foreign.Band;
import org.imageop.foreign.CallReport;
import org.imageop.foreign.ImageCall;
import org.imageop.foreign.PairReport;

/**
 * Colours converted by the system's LittleCMS, in an image's own memory or from one image's to another's: a BufferedImage's array, an
 * image on a mapped file. Images of 8 bits, grey, RGB or CMYK; alpha stays.
 *
 * <pre>{@code
 * try (LittleCms toLinear = new LittleCms(sRgb, linear)) {
 *     toLinear.convert(AwtImages.wrap(photo));
 * }
 * }</pre>
 */
public final class LittleCms implements AutoCloseable {
    private static final Native LIBRARY = new Native("liblcms2.so.2");
    private static final MethodHandle OPEN = LIBRARY.function("cmsOpenProfileFromMem", ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle CLOSE = LIBRARY.function("cmsCloseProfile", JAVA_INT, ADDRESS);
    private static final MethodHandle CREATE =
            LIBRARY.function("cmsCreateTransform", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle DELETE = LIBRARY.procedure("cmsDeleteTransform", ADDRESS);
    private static final MethodHandle RUN = LIBRARY.procedure(
            "cmsDoTransformLineStride",
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);

    /** What the colour spaces of profiles are in LittleCMS's formats. */
    private static final int GRAY = 3;

    private static final int RGB = 4;
    private static final int CMYK = 6;

    /** Without a memory of the last pixel, which threads would share. */
    private static final int FOR_THREADS = 0x40;

    private final MemorySegment from;
    private final MemorySegment to;

    /** For each two orders of components, since to make one takes as long as a band of an image. */
    private final Map<List<String>, MemorySegment> transforms = new ConcurrentHashMap<>();

    /**
     * Opens two profiles; the colours are converted perceptually.
     *
     * @param from of the colours that there are
     * @param to of the colours wanted
     */
    public LittleCms(ICC_Profile from, ICC_Profile to) {
        this.from = open(from);
        this.to = open(to);
    }

    private static MemorySegment open(ICC_Profile profile) {
        byte[] data = profile.getData();
        try {
            MemorySegment opened = (MemorySegment) OPEN.invokeExact(MemorySegment.ofArray(data), data.length);
            return Native.notNull(opened, "LittleCMS does not open this profile");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Converts an image in place. Premultiplied colours are copied for it, because profiles say nothing of them.
     *
     * @param image of 8 bits; changed
     * @return whether it was done in place
     */
    public CallReport convert(ImageLike image) {
        return ImageCall.writing().copy(condition(image)).run(image, band -> run(band, band));
    }

    /**
     * Converts the colours of one image into another.
     *
     * @param source of 8 bits, in a mode of the first profile's colour space
     * @param target of the same size, in a mode of the second one's; changed
     * @return whether it was done in place
     */
    public PairReport convert(ImageLike source, ImageLike target) {
        if (!source.size().equals(target.size())) {
            throw new IllegalArgumentException("The images have the sizes " + source.size() + " and " + target.size());
        }
        boolean copied = condition(source) == Copy.ALWAYS || condition(target) == Copy.ALWAYS;
        return ImageCall.writing().copy(copied ? Copy.ALWAYS : Copy.IF_NEEDED).run(source, target, this::run);
    }

    private static Copy condition(ImageLike image) {
        boolean multiplied = image.buffer()
                .layout()
                .filter(layout -> layout.alpha() == AlphaType.PREMULTIPLIED)
                .isPresent();
        return multiplied ? Copy.ALWAYS : Copy.IF_NEEDED;
    }

    private int run(Band source, Band target) throws Throwable {
        BytePixels in = BytePixels.of(source);
        BytePixels out = BytePixels.of(target);
        int columns = source.memory().size().width();
        int rows = source.memory().size().height();
        MemorySegment transform = transforms.computeIfAbsent(List.of(in.order(), out.order()), this::transform);
        RUN.invokeExact(transform, in.first(), out.first(), columns, rows, in.lineBytes(), out.lineBytes(), 0, 0);
        return 0;
    }

    private MemorySegment transform(List<String> orders) {
        try {
            MemorySegment made = (MemorySegment)
                    CREATE.invokeExact(from, format(orders.get(0)), to, format(orders.get(1)), 0, FOR_THREADS);
            return Native.notNull(
                    made, "LittleCMS does not convert " + orders.get(0) + " by these profiles to " + orders.get(1));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The numbers that lcms2.h calls TYPE_BGR_8, TYPE_ABGR_8 ... */
    private static int format(String order) {
        String colors = order.replaceAll("[AX]", "");
        int space = switch (colors) {
            case "L" -> GRAY;
            case "CMYK", "KYMC" -> CMYK;
            case "RGB", "BGR" -> RGB;
            default -> throw new IllegalArgumentException("LittleCMS knows no order " + order);
        };
        int extra = order.length() - colors.length();
        boolean extraFirst = extra > 0 && "AX".indexOf(order.charAt(0)) >= 0;
        boolean swapped = colors.equals("BGR") || colors.equals("KYMC");
        // an extra byte on the other side than DOSWAP puts it
        boolean rotated = extra > 0 && extraFirst != swapped;
        return space << 16 | (rotated ? 1 << 14 : 0) | (swapped ? 1 << 10 : 0) | extra << 7 | colors.length() << 3 | 1;
    }

    /** Frees the profiles, and what was made of them. */
    @Override
    public void close() {
        try {
            for (MemorySegment transform : transforms.values()) {
                DELETE.invokeExact(transform);
            }
            int closed = (int) CLOSE.invokeExact(from) & (int) CLOSE.invokeExact(to);
            if (closed == 0) {
                throw new IllegalStateException("LittleCMS did not close a profile");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
