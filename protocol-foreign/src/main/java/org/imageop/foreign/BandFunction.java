package org.imageop.foreign;

/**
 * Reads or changes the samples of an image where they are, mostly by a downcall: a {@link CFunction}, or a lambda that takes the
 * strides and segments of the band apart for a function of any other kind.
 *
 * <pre>{@code
 * // LittleCMS: void cmsDoTransformLineStride(transform, in, out, pixels, lines, lineBytesIn, lineBytesOut, 0, 0)
 * ImageCall.writing().run(image, band -> {
 *     SegmentPlane red = band.memory().planes().get(0);
 *     MemorySegment first = red.memory().asSlice(red.offset());
 *     ImageSize size = band.memory().size();
 *     int stride = (int) red.lineStride();
 *     doTransform.invokeExact(transform, first, first, size.width(), size.height(), stride, stride, 0, 0);
 *     return 0;
 * });
 * }</pre>
 */
@FunctionalInterface
public interface BandFunction {
    /**
     * Does its work on some rows. Each row stands for itself, unless {@link ImageCall#whole} was asked for.
     *
     * @param band the rows
     * @return 0, or the number of an error, which {@link ImageCall#run} throws as a {@link NativeCallException}
     * @throws Throwable what a {@link java.lang.invoke.MethodHandle} throws
     */
    int call(Band band) throws Throwable;
}
