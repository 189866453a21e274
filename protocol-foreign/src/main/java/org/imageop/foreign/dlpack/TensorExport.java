package org.imageop.foreign.dlpack;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.SegmentLayout;
import org.imageop.foreign.SegmentPlane;
import org.imageop.spi.HandingOn;
import org.imageop.spi.Losses;

/**
 * A way to export images as tensors: in which structure, and in place or as a copy.
 *
 * <pre>{@code
 * Transfer<ExportedTensor> exported = TensorExport.to(TensorStruct.VERSIONED).copy(Copy.NEVER).run(image);
 * }</pre>
 *
 * <p>The shape is (rows, columns) for one component and (rows, columns, channels) for more. Strides are those of the memory: a part
 * of a larger image, planes of their own and turned views are shared as they lie, with negative strides if need be.
 *
 * <p>Shared are images in native memory, of any size, whose samples are whole bytes, shorts, ints or floats of this machine's byte
 * order, one type for all components, at equal distances. Everything else is copied: arrays, which have no address, computed
 * samples, fields such as 565, BGRA, whose alpha breaks the order, memory of a confined arena. Numbers of a range stay the numbers that they
 * are. Planar images are refused, because their planes differ in size.
 *
 * <p>A tensor knows no mode and no colours. {@link Transfer#losses} names a range, premultiplied alpha and a colour profile, of which
 * the consumer is not told.
 *
 * <p>Immutable; several threads may use it at once.
 */
public final class TensorExport {
    private final TensorStruct struct;
    private final Copy copy;
    private final boolean plain;

    private TensorExport(TensorStruct struct, Copy copy, boolean plain) {
        this.struct = struct;
        this.copy = copy;
        this.plain = plain;
    }

    /**
     * Exports in a structure. {@link TensorStruct#UNVERSIONED} cannot tell that memory is read-only, so that read-only images are copied.
     *
     * @param struct the structure that the consumer expects
     * @return a way to export
     */
    public static TensorExport to(TensorStruct struct) {
        return new TensorExport(Objects.requireNonNull(struct, "struct"), Copy.IF_NEEDED, false);
    }

    /**
     * Exports under a condition on copies, which is {@code copy} of Python's {@code __dlpack__}.
     *
     * @param condition {@link Copy#IF_NEEDED} unless given
     * @return a way to export
     */
    public TensorExport copy(Copy condition) {
        return new TensorExport(struct, Objects.requireNonNull(condition, "condition"), plain);
    }

    /**
     * Exports for a consumer that bears neither negative strides nor read-only memory; images with either are copied. PyTorch 2.13 ends the process
     * at a negative stride, and writes to memory that it was told not to write.
     *
     * @return a way to export
     */
    public TensorExport plain() {
        return new TensorExport(struct, copy, true);
    }

    /**
     * Exports an image for one consumer.
     *
     * @param image any image that is not planar
     * @return a tensor, and whether it shares memory, and if not, why. Shared memory that an arena or another owner can free must
     *     stay until the tensor is {@linkplain ExportedTensor#released released}
     * @throws CopyRequiredException if the memory cannot be shared and copies are forbidden
     * @throws UnsupportedImageException if the image is planar
     * @throws IllegalStateException if the memory was freed by its owner
     */
    public Transfer<ExportedTensor> run(ImageLike image) {
        // finds out images that contradict themselves
        StandardImage standard = StandardImage.wrap(image);
        if (standard.planar()) {
            throw new UnsupportedImageException("A " + describe(image)
                    + " has planes of different sizes and is not one tensor; export its planes, or a copy in another mode"
                    + " [errors.md#not-a-tensor]");
        }
        Optional<SegmentLayout> memory = ForeignImages.layout(image);
        Optional<String> obstacle = obstacle(standard, memory);
        if (obstacle.isEmpty()) {
            return shared(standard, memory.orElseThrow());
        } else if (copy == Copy.NEVER) {
            throw new CopyRequiredException("A " + describe(image) + " cannot be shared as a tensor: " + obstacle.get()
                    + "; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
        }
        return copied(standard, memory, obstacle.get());
    }

    private Optional<String> obstacle(StandardImage image, Optional<SegmentLayout> memory) {
        if (copy == Copy.ALWAYS) {
            return Optional.of("a copy was asked for");
        } else if (HandingOn.snapshotReason(image).isPresent()) {
            return HandingOn.snapshotReason(image);
        } else if (memory.isEmpty()) {
            return Optional.of("its samples are computed");
        }
        Optional<String> obstacle = StridedSamples.obstacle(memory.get());
        if (obstacle.isPresent()) {
            return obstacle;
        } else if (image.buffer().readOnly() && (plain || struct == TensorStruct.UNVERSIONED)) {
            return Optional.of(
                    plain
                            ? "it is read-only, and a plain tensor is written"
                            : "it is read-only, which a tensor before DLPack 1.0 cannot tell");
        } else if (plain
                && StridedSamples.of(memory.get(), false).strides().stream().anyMatch(stride -> stride < 0)) {
            return Optional.of("its strides are negative, and those of a plain tensor are not");
        }
        return Optional.empty();
    }

    private Transfer<ExportedTensor> shared(StandardImage image, SegmentLayout memory) {
        // asks the owner of the memory
        image.buffer().get(0);
        boolean readOnly = image.buffer().readOnly();
        Tensor tensor = StridedSamples.of(memory, readOnly);
        return Transfer.shared(
                ExportedTensor.of(struct, tensor, false, describe(image), image), !readOnly, untold(image, memory));
    }

    private Transfer<ExportedTensor> copied(StandardImage image, Optional<SegmentLayout> memory, String reason) {
        SegmentLayout layout = roomFor(image, memory);
        StandardImage pixels = ForeignImages.wrap(layout);
        Images.copy(image, pixels);
        List<String> losses = new ArrayList<>(Losses.between(image, pixels));
        losses.addAll(untold(pixels, layout));
        Tensor tensor = StridedSamples.of(layout, false);
        return Transfer.copied(ExportedTensor.of(struct, tensor, true, describe(image), pixels), reason, losses);
    }

    /** Memory for a copy, straight and row by row. Numbers of a range keep their type, or, if they are computed, become floats. */
    private static SegmentLayout roomFor(StandardImage image, Optional<SegmentLayout> memory) {
        Mode mode = image.mode();
        int width = image.size().width();
        int height = image.size().height();
        List<Plane.Range> ranges = Images.rows(image).ranges();
        if (ranges.isEmpty()) {
            MemorySegment samples = Arena.ofAuto().allocate(mode.length(width, height), TensorStruct.ALIGNMENT);
            return SegmentLayout.of(mode, width, height, samples);
        }
        SegmentPlane kind = memory.flatMap(TensorExport::alike)
                .orElse(SegmentPlane.ranged(
                        MemorySegment.NULL, ValueLayout.JAVA_FLOAT_UNALIGNED, 0, 0, 0, ranges.get(0)));
        ValueLayout element = kind.element().withOrder(ByteOrder.nativeOrder());
        int components = mode.components();
        long bytes = Math.multiplyExact(element.byteSize() * components, (long) width * height);
        MemorySegment samples = Arena.ofAuto().allocate(bytes, TensorStruct.ALIGNMENT);
        SegmentPlane[] planes = new SegmentPlane[components];
        for (int c = 0; c < components; c++) {
            planes[c] = new SegmentPlane(
                    samples,
                    element,
                    c,
                    components,
                    (long) components * width,
                    0,
                    kind.bits(),
                    ranges.get(c),
                    kind.signed());
        }
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return SegmentLayout.of(mode, width, height, alpha, planes);
    }

    /** One of the planes, if all have the same type of numbers. */
    private static Optional<SegmentPlane> alike(SegmentLayout layout) {
        SegmentPlane first = layout.planes().get(0);
        boolean alike = layout.planes().stream()
                .allMatch(plane -> plane.range() != null
                        && plane.element().equals(first.element())
                        && plane.signed() == first.signed());
        return alike ? Optional.of(first) : Optional.empty();
    }

    /** What the consumer is not told of the numbers that it gets. */
    private static List<String> untold(StandardImage image, SegmentLayout memory) {
        List<String> untold = new ArrayList<>();
        List<Plane.Range> ranges = Images.rows(image).ranges();
        if (!ranges.isEmpty()) {
            Plane.Range first = ranges.get(0);
            boolean same = ranges.stream().allMatch(first::equals);
            untold.add("range of the numbers, " + (same ? first.min() + " to " + first.max() : ranges));
        }
        if (memory.alpha() == AlphaType.PREMULTIPLIED) {
            untold.add("that colours are multiplied by alpha");
        }
        StandardImage bare = ForeignImages.wrap(memory);
        if (Losses.between(image, bare).contains(Losses.PROFILE)) {
            untold.add(Losses.PROFILE);
        }
        return untold;
    }

    private static String describe(ImageLike image) {
        return image.size().width() + "×" + image.size().height() + " " + image.mode() + " image";
    }
}
