package org.imageop.foreign;

/**
 * Reads one image and writes, or also reads, another: a {@link CPairFunction}, or a lambda that takes the strides and segments of
 * both bands apart for a function of any other kind.
 *
 * <pre>{@code
 * // LittleCMS, from RGB to CMYK
 * ImageCall.writing().run(photo, print, (source, target) -> {
 *     SegmentPlane red = source.memory().planes().get(0);
 *     SegmentPlane cyan = target.memory().planes().get(0);
 *     ImageSize size = target.memory().size();
 *     doTransform.invokeExact(
 *             transform,
 *             red.memory().asSlice(red.offset()),
 *             cyan.memory().asSlice(cyan.offset()),
 *             size.width(),
 *             size.height(),
 *             (int) red.lineStride(),
 *             (int) cyan.lineStride(),
 *             0,
 *             0);
 *     return 0;
 * });
 * }</pre>
 */
@FunctionalInterface
public interface PairFunction {
    /**
     * Does its work on some rows. If the images have the same height, the bands are the same rows of both, and each row stands
     * for itself, unless {@link ImageCall#whole} was asked for; else each band is a whole image.
     *
     * @param source rows to read
     * @param target rows to write, or to read if it is {@link Band#readOnly}
     * @return 0, or the number of an error, which {@link ImageCall#run(org.imageop.ImageLike, org.imageop.ImageLike,
     *     PairFunction)} throws as a {@link NativeCallException}
     * @throws Throwable what a {@link java.lang.invoke.MethodHandle} throws
     */
    int call(Band source, Band target) throws Throwable;
}
