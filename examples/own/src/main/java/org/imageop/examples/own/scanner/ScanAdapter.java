package org.imageop.examples.own.scanner;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/**
 * Makes Scan known to the protocol. It is the smallest adapter that does all that an adapter can do: start yours from a copy
 * of it.
 *
 * <pre>{@code
 * ImageLike image = Images.of(scan);               // wraps: both have one array
 * Scan same = Images.to(image, Scan.class);        // unwraps: the same object
 * Scan made = Images.to(photo, Scan.class);        // shares the photo's array, or copies it
 * }</pre>
 */
public final class ScanAdapter implements ImageAdapter<Scan> {
    /** For the service loader. */
    public ScanAdapter() {}

    @Override
    public Class<Scan> type() {
        return Scan.class;
    }

    @Override
    public ImageLike wrap(Scan scan) {
        return StandardImage.wrapping(scan, layout(scan));
    }

    @Override
    public Sharing<Scan> share(ImageLike image) {
        return Sharing.of(
                image.buffer().layout().flatMap(ScanAdapter::onItsArray),
                "a Scan is an array of grey bytes, grey shorts or opaque XRGB ints, and nothing else");
    }

    @Override
    public Scan copy(ImageLike image) {
        int pixels = image.size().arrayLength(1);
        Mode mode = image.mode().nearestIn(EnumSet.of(Mode.L, Mode.L16, Mode.RGB));
        Object array = mode == Mode.RGB ? new int[pixels] : mode == Mode.L16 ? new short[pixels] : new byte[pixels];
        Scan copy = new Scan(image.width(), image.height(), array, false);
        StandardImage.from(image, layout(copy));
        return copy;
    }

    /** A scan on the array of an image, if the scan then shows the same pixels. */
    private static Optional<Scan> onItsArray(PixelLayout layout) {
        return layout.memory()
                .filter(memory -> memory.hasArray()
                        && Array.getLength(memory.array()) == layout.size().arrayLength(1))
                .map(memory -> new Scan(layout.size().width(), layout.size().height(), memory.array(), false))
                .filter(made ->
                        !(made.pixels() instanceof float[]) && layout(made).equals(layout));
    }

    /** The array of a scan, and what its elements mean. */
    private static PixelLayout layout(Scan scan) {
        int width = scan.width();
        int height = scan.height();
        if (!scan.negative() && scan.pixels() instanceof byte[] grey) {
            return PixelLayout.of(Mode.L, width, height, ByteBuffer.wrap(grey));
        } else if (!scan.negative() && scan.pixels() instanceof short[] grey) {
            return PixelLayout.of(Mode.L16, width, height, ShortBuffer.wrap(grey));
        } else if (!scan.negative() && scan.pixels() instanceof int[] colors) {
            return PixelLayout.argb(IntBuffer.wrap(colors), width, height, AlphaType.OPAQUE);
        }
        throw new UnsupportedImageException("This Scan of " + width + "×" + height
                + " pixels is a negative, or its pixels are not bytes, shorts or ints; call positive() of the scanner"
                + " first");
    }
}
