package org.imageop.opencv.exporting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.ElementRows;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.spi.Losses;

/** What the elements of a copy are: as similar to the image as Mats and Frames can be. */
public final class CopyForm {
    private static final Set<Mode> MODES = EnumSet.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64);

    private CopyForm() {}

    /** The form of a copy. Numbers of grey and of RGB stay numbers, of the same kind. */
    public static PixelMeaning of(ImageLike image) {
        Mode mode = image.mode();
        ColorFamily family = mode.family();
        if ((family == ColorFamily.GREY || family == ColorFamily.RGB) && Losses.hasNumbers(image)) {
            Mode numbers = family == ColorFamily.GREY && !mode.hasAlpha()
                    ? mode
                    : Mode.of(ColorFamily.RGB, mode.bitsPerComponent(), mode.hasAlpha());
            return new PixelMeaning(depth(image), numbers, order(numbers), ranges(image, numbers));
        }
        Mode nearest = mode.nearestIn(MODES);
        Depth depth = nearest.bitsPerComponent() == Byte.SIZE ? Depth.U8 : Depth.U16;
        return new PixelMeaning(depth, nearest, order(nearest), List.of());
    }

    /** What a copy of a form has lost; it is seen with the ranges of the image, which it does not keep. */
    public static List<String> losses(ImageLike image, PixelMeaning form, ImageLike copy) {
        boolean fetched = image.buffer().layout().isEmpty() && !form.ranges().isEmpty() && form.depth() != Depth.F64;
        // fetched numbers count as doubles, though those of the copy are of their kind
        return Losses.between(
                image,
                fetched
                        ? StandardImage.computed(image.mode(), image.width(), image.height(), Images.rows(image))
                        : copy);
    }

    private static String order(Mode mode) {
        return mode.components() == 1 ? "L" : "BGRA".substring(0, mode.components());
    }

    /** That of all elements; doubles hold whatever is mixed or computed. */
    private static Depth depth(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        Stream<Depth> all = layout == null
                // the rows of a Mat are among those that views are made of
                ? Images.rows(image).foundations().stream()
                        .filter(ElementRows.class::isInstance)
                        .map(rows -> ((ElementRows) rows).depth())
                : layout.planes().stream()
                        .map(plane -> plane.range() == null ? null : Depth.of(plane))
                        .map(depth -> Objects.requireNonNullElse(depth, Depth.F64));
        Set<Depth> depths = all.collect(Collectors.toSet());
        return depths.size() == 1 ? depths.iterator().next() : Depth.F64;
    }

    /** For each component of the copy, the range of the one that it is copied from. */
    private static List<Plane.Range> ranges(ImageLike image, Mode copy) {
        List<Plane.Range> from = Images.rows(image).ranges();
        List<String> names = image.mode().componentNames();
        List<Plane.Range> ranges = new ArrayList<>();
        for (String name : copy.componentNames()) {
            ranges.add(from.get(Math.max(0, names.indexOf(name))));
        }
        return List.copyOf(ranges);
    }
}
