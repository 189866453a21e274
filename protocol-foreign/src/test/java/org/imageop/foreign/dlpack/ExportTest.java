package org.imageop.foreign.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.TensorLayout;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.SegmentLayout;
import org.imageop.foreign.SegmentPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A consumer in C has images as tensors. */
class ExportTest {
    private static final TensorStruct VERSIONED = TensorStruct.VERSIONED;
    private static final TensorStruct UNVERSIONED = TensorStruct.UNVERSIONED;

    @TempDir
    static Path folder;

    private static CTensors c;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        c = new CTensors(folder);
    }

    @AfterEach
    void consumersHoldNothing() {
        assertThat(ExportedTensor.held()).isEmpty();
    }

    private static Transfer<ExportedTensor> export(ImageLike image) {
        return TensorExport.to(VERSIONED).copy(Copy.NEVER).run(image);
    }

    /** An image in native memory, and what C must find. */
    private record Kind(String name, StandardImage image, String described) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Plane plane(ShortBuffer shorts, int offset) {
        return Plane.of(shorts, offset, 1, 7);
    }

    static Stream<Kind> kinds() {
        MemorySegment memory = Arena.ofAuto().allocate(400, 8);
        StandardImage rgb = ForeignImages.wrap(Mode.RGB, 5, 4, memory);
        ShortBuffer shorts = ByteBuffer.allocateDirect(2 * 3 * 28)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
        FloatBuffer floats =
                ByteBuffer.allocateDirect(4 * 20).order(ByteOrder.nativeOrder()).asFloatBuffer();
        IntBuffer ints =
                ByteBuffer.allocateDirect(4 * 20).order(ByteOrder.nativeOrder()).asIntBuffer();
        IntBuffer big =
                ByteBuffer.allocateDirect(4 * 20).order(ByteOrder.BIG_ENDIAN).asIntBuffer();
        TensorLayout batch = TensorLayout.nchw("BGR", 5, 4).batch(2).range(0, 255);
        return Stream.of(
                new Kind("RGB", rgb, "code 1 bits 8 lanes 1 device 1.0 4/15 5/3 3/1 version 1 flags 0"),
                new Kind(
                        "L",
                        ForeignImages.wrap(Mode.L, 5, 4, memory),
                        "code 1 bits 8 lanes 1 device 1.0 4/5 5/1 version 1 flags 0"),
                new Kind(
                        "LA32",
                        ForeignImages.wrap(Mode.LA32, 5, 4, memory),
                        "code 1 bits 16 lanes 1 device 1.0 4/10 5/2 2/1 version 1 flags 0"),
                new Kind(
                        "L32",
                        ForeignImages.wrap(Mode.L32, 5, 4, memory),
                        "code 1 bits 32 lanes 1 device 1.0 4/5 5/1 version 1 flags 0"),
                new Kind(
                        "CMYK",
                        ForeignImages.wrap(Mode.CMYK, 5, 4, memory),
                        "code 1 bits 8 lanes 1 device 1.0 4/20 5/4 4/1 version 1 flags 0"),
                new Kind(
                        "BGR in padded rows of a direct buffer",
                        StandardImage.wrap(PixelLayout.interleaved(
                                Mode.RGB, 5, 4, "BGR", AlphaType.OPAQUE, ByteBuffer.allocateDirect(90), 3, 20)),
                        "code 1 bits 8 lanes 1 device 1.0 4/20 5/3 3/-1 version 1 flags 0"),
                new Kind(
                        "a part, turned over",
                        StandardImage.wrap(Views.crop(Views.flipLeftRight(rgb), 1, 1, 3, 2)),
                        "code 1 bits 8 lanes 1 device 1.0 2/15 3/-3 3/1 version 1 flags 0"),
                new Kind(
                        "a quarter turn",
                        StandardImage.wrap(Views.rotate90(rgb)),
                        "code 1 bits 8 lanes 1 device 1.0 5/-3 4/15 3/1 version 1 flags 0"),
                new Kind(
                        "a component",
                        StandardImage.wrap(Views.component(rgb, "g")),
                        "code 1 bits 8 lanes 1 device 1.0 4/15 5/3 version 1 flags 0"),
                new Kind(
                        "planes of shorts",
                        StandardImage.wrap(PixelLayout.of(
                                Mode.RGB48,
                                5,
                                4,
                                AlphaType.OPAQUE,
                                plane(shorts, 0),
                                plane(shorts, 28),
                                plane(shorts, 56))),
                        "code 1 bits 16 lanes 1 device 1.0 4/7 5/1 3/28 version 1 flags 0"),
                new Kind(
                        "floats",
                        StandardImage.wrap(PixelLayout.of(
                                Mode.L16,
                                5,
                                4,
                                AlphaType.OPAQUE,
                                Plane.ranged(floats, 0, 1, 5, new Plane.Range(-1, 1)))),
                        "code 2 bits 32 lanes 1 device 1.0 4/5 5/1 version 1 flags 0"),
                new Kind(
                        "an image of a batch of floats, each channel by itself",
                        batch.image(batch.allocateFloats(), 1),
                        "code 2 bits 32 lanes 1 device 1.0 4/5 5/1 3/-20 version 1 flags 0"),
                new Kind(
                        "bytes within ints",
                        StandardImage.wrap(PixelLayout.argb(ints, 5, 4, AlphaType.OPAQUE)),
                        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                                ? "code 1 bits 8 lanes 1 device 1.0 4/20 5/4 3/-1 version 1 flags 0"
                                : "code 1 bits 8 lanes 1 device 1.0 4/20 5/4 3/1 version 1 flags 0"),
                new Kind(
                        "bytes within ints that begin with the highest",
                        StandardImage.wrap(PixelLayout.argb(big, 5, 4, AlphaType.OPAQUE)),
                        "code 1 bits 8 lanes 1 device 1.0 4/20 5/4 3/1 version 1 flags 0"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothSidesSeeWhatTheOtherWrites(Kind kind) {
        StandardImage image = kind.image();
        int components = image.mode().components();
        Transfer<ExportedTensor> exported = export(image);
        MemorySegment tensor = exported.image().pointer();

        assertThat(c.describe(tensor, VERSIONED)).isEqualTo(kind.described());
        assertThat(exported.shared()).isTrue();
        assertThat(exported.writable()).isTrue();
        boolean floats = kind.name().equals("floats");
        for (int y = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++) {
                int[] samples = new int[components];
                for (int k = 0; k < components; k++) {
                    samples[k] = 1 + (y * 31 + x * 7 + k * 3) % 200;
                }
                image.set(x, y, samples);
                for (int k = 0; k < components; k++) {
                    double expected = floats ? (float) (samples[k] / 65535.0 * 2 - 1) : samples[k];
                    assertThat(c.get(tensor, VERSIONED, y, x, k)).isEqualTo(expected);
                    c.put(tensor, VERSIONED, y, x, k, floats ? 1 : samples[k] + 1);
                }
                for (int k = 0; k < components; k++) {
                    assertThat(image.get(x, y).get(k)).isEqualTo(floats ? 65535 : samples[k] + 1);
                }
            }
        }
        c.end(tensor, VERSIONED);
        assertThat(exported.image().released()).isCompleted();
    }

    @ParameterizedTest
    @EnumSource(TensorStruct.class)
    void bothStructuresAreWhatCReads(TensorStruct kind) {
        StandardImage image = ForeignImages.wrap(Mode.RGB, 5, 4, Arena.ofAuto().allocate(60));
        image.set(4, 3, 9, 8, 7);
        ExportedTensor tensor = TensorExport.to(kind).run(image).image();

        assertThat(c.describe(tensor.pointer(), kind)).startsWith("code 1 bits 8 lanes 1 device 1.0 4/15 5/3 3/1");
        assertThat(c.get(tensor.pointer(), kind, 3, 4, 2)).isEqualTo(7);
        c.put(tensor.pointer(), kind, 0, 0, 1, 200);
        assertThat(image.get(0, 0).g()).isEqualTo(200);
        assertThat(tensor).hasToString("5×4 RGB image as " + kind + " tensor");
        c.end(tensor.pointer(), kind);
        assertThat(tensor).hasToString("5×4 RGB image as " + kind + " tensor, released");
    }

    @Test
    void readOnlyImagesAreToldSo() {
        MemorySegment memory = Arena.ofAuto().allocate(60);
        StandardImage image =
                ForeignImages.wrap(SegmentLayout.of(Mode.RGB, 5, 4, memory).asReadOnly());
        Transfer<ExportedTensor> exported = export(image);

        assertThat(c.describe(exported.image().pointer(), VERSIONED)).endsWith("flags 1");
        assertThat(exported.writable()).isFalse();
        exported.image().discard();

        Transfer<ExportedTensor> view = export(Views.readOnly(ForeignImages.wrap(Mode.RGB, 5, 4, memory)));
        assertThat(c.describe(view.image().pointer(), VERSIONED)).endsWith("flags 1");
        view.image().discard();
    }

    @Test
    void readOnlyImagesAreCopiedForOldConsumers() {
        MemorySegment memory = Arena.ofAuto().allocate(60);
        memory.set(JAVA_BYTE, 59, (byte) 77);
        StandardImage image = ForeignImages.wrap(Mode.RGB, 5, 4, memory.asReadOnly());
        Transfer<ExportedTensor> exported = TensorExport.to(UNVERSIONED).run(image);
        MemorySegment tensor = exported.image().pointer();

        assertThat(exported.reason()).contains("it is read-only, which a tensor before DLPack 1.0 cannot tell");
        assertThat(c.get(tensor, UNVERSIONED, 3, 4, 2)).isEqualTo(77);
        c.put(tensor, UNVERSIONED, 3, 4, 2, 78);
        assertThat(memory.get(JAVA_BYTE, 59)).isEqualTo((byte) 77);
        c.end(tensor, UNVERSIONED);
        assertThatThrownBy(() -> TensorExport.to(UNVERSIONED).copy(Copy.NEVER).run(image))
                .isInstanceOf(CopyRequiredException.class);
    }

    @Test
    void plainTensorsAreWhatPyTorchBears() {
        StandardImage image = ForeignImages.wrap(Mode.RGB, 5, 4, Arena.ofAuto().allocate(60));
        image.set(4, 3, 9, 8, 7);
        TensorExport plain = TensorExport.to(VERSIONED).plain();
        Transfer<ExportedTensor> turned = plain.run(Views.rotate90(image));
        MemorySegment tensor = turned.image().pointer();

        assertThat(turned).hasToString("copied (its strides are negative, and those of a plain tensor are not)");
        assertThat(c.describe(tensor, VERSIONED)).contains(" 5/12 4/3 3/1 ");
        assertThat(c.get(tensor, VERSIONED, 0, 3, 2)).isEqualTo(7);
        c.end(tensor, VERSIONED);
        assertThatThrownBy(() -> plain.copy(Copy.NEVER).run(Views.flipLeftRight(image)))
                .isInstanceOf(CopyRequiredException.class);

        Transfer<ExportedTensor> readOnly = plain.run(Views.readOnly(image));
        assertThat(readOnly).hasToString("copied (it is read-only, and a plain tensor is written)");
        readOnly.image().discard();

        Transfer<ExportedTensor> shared = plain.copy(Copy.NEVER).run(Views.crop(image, 1, 1, 2, 2));
        assertThat(shared).hasToString("shared");
        shared.image().discard();
    }

    /** An image that no tensor is on, and why. */
    private record Refused(String reason, ImageLike image) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static Stream<Refused> refused() {
        MemorySegment memory = Arena.ofAuto().allocate(400, 8);
        ByteBuffer direct = ByteBuffer.allocateDirect(400).order(ByteOrder.nativeOrder());
        ByteOrder other =
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        SegmentPlane floats = SegmentPlane.ranged(memory, JAVA_FLOAT_UNALIGNED, 0, 1, 5, new Plane.Range(0, 1));
        SegmentPlane bytes = SegmentPlane.of(memory, JAVA_BYTE, 200, 4, 20);
        return Stream.of(
                new Refused(
                        "its samples are in Java's arrays, which have no address",
                        AwtImages.wrap(new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR))),
                new Refused("its samples are computed", StandardImage.computed(Mode.L, 5, 4, new SampleRows() {
                    @Override
                    public void read(int x, int y, int count, int[] samples, int offset) {
                        for (int i = 0; i < count; i++) {
                            samples[offset + i] = 10 * y + x + i;
                        }
                    }
                })),
                new Refused(
                        "its samples are some bits of an element",
                        StandardImage.wrap(PixelLayout.packed(
                                Mode.RGB, 5, 4, "R5G6B5", AlphaType.OPAQUE, direct.asShortBuffer(), 0, 5))),
                new Refused(
                        "its samples are in the other byte order",
                        ForeignImages.wrap(SegmentLayout.of(
                                Mode.L16,
                                5,
                                4,
                                AlphaType.OPAQUE,
                                SegmentPlane.of(memory, JAVA_SHORT_UNALIGNED.withOrder(other), 0, 1, 5)))),
                new Refused(
                        "its components are not at equal distances",
                        StandardImage.wrap(
                                PixelLayout.interleaved(Mode.RGBA, 5, 4, "BGRA", AlphaType.STRAIGHT, direct, 0, 20))),
                new Refused(
                        "its components are numbers of different types",
                        ForeignImages.wrap(SegmentLayout.of(Mode.LA, 5, 4, AlphaType.STRAIGHT, floats, bytes))),
                new Refused(
                        "its samples are not aligned",
                        ForeignImages.wrap(SegmentLayout.of(Mode.L16, 5, 4, memory.asSlice(1)))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void S5_whatCannotBeSharedIsCopiedForAReason(Refused refused) {
        ImageLike image = refused.image();
        assertThatThrownBy(() -> export(image))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessage("A 5×4 " + image.mode() + " image cannot be shared as a tensor: " + refused.reason()
                        + "; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
        if (!image.buffer().readOnly()) {
            image.set(3, 2, new int[image.mode().components()]);
        }

        Transfer<ExportedTensor> exported = TensorExport.to(VERSIONED).run(image);
        MemorySegment tensor = exported.image().pointer();

        assertThat(exported.reason()).contains(refused.reason());
        assertThat(c.describe(tensor, VERSIONED)).endsWith("version 1 flags 2");
        if (exported.losses().isEmpty()) {
            for (int k = 0; k < image.mode().components(); k++) {
                assertThat(c.get(tensor, VERSIONED, 2, 3, k))
                        .isEqualTo(image.get(3, 2).get(k));
            }
        }
        assertThat(tensor.get(ADDRESS, 32).address() % 256).isZero();
        c.end(tensor, VERSIONED);
    }

    @Test
    void aCopyThatWasAskedForIsIndependent() {
        StandardImage image = ForeignImages.wrap(Mode.L, 2, 2, Arena.ofAuto().allocate(4));
        image.set(1, 1, 5);
        Transfer<ExportedTensor> exported =
                TensorExport.to(VERSIONED).copy(Copy.ALWAYS).run(image);
        image.set(1, 1, 6);

        assertThat(exported).hasToString("copied (a copy was asked for)");
        assertThat(c.get(exported.image().pointer(), VERSIONED, 1, 1, 0)).isEqualTo(5);
        c.end(exported.image().pointer(), VERSIONED);
    }

    @Test
    void S13_aSnapshotIsNotSharedAsIfItWereTheObject() {
        StandardImage pixels = ForeignImages.wrap(Mode.L, 5, 4, Arena.ofAuto().allocate(20));
        StandardImage snapshot = StandardImage.snapshot("a Photo", pixels, "a Photo keeps its pixels elsewhere");

        assertThatThrownBy(() -> export(snapshot))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("a Photo keeps its pixels elsewhere");
        Transfer<ExportedTensor> exported = TensorExport.to(VERSIONED).run(snapshot);
        assertThat(exported).hasToString("copied (a Photo keeps its pixels elsewhere)");
        exported.image().discard();
    }

    @Test
    void planarImagesAreRefusedAndTheirPlanesAreNot() {
        StandardImage image = StandardImage.wrap(PixelLayout.planar(
                Mode.YV12,
                4,
                2,
                ByteBuffer.allocateDirect(8),
                ByteBuffer.allocateDirect(2),
                ByteBuffer.allocateDirect(2)));
        assertThatThrownBy(() -> TensorExport.to(VERSIONED).run(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessage(
                        "A 4×2 YV12 image has planes of different sizes and is not one tensor; export its planes, or"
                                + " a copy in another mode [errors.md#not-a-tensor]");

        image.plane("cr").set(1, 0, 99);
        Transfer<ExportedTensor> plane = export(image.plane("cr"));

        assertThat(c.get(plane.image().pointer(), VERSIONED, 0, 1, 0)).isEqualTo(99);
        plane.image().discard();
    }

    @Test
    void numbersStayNumbersInACopyAndTheirMeaningIsNamed() {
        float[] array = {-1, 0.5f, 7, 0.1f};
        PixelLayout layout = PixelLayout.of(
                Mode.L, 2, 2, AlphaType.OPAQUE, Plane.ranged(FloatBuffer.wrap(array), 0, 1, 2, new Plane.Range(0, 1)));
        Transfer<ExportedTensor> exported = TensorExport.to(VERSIONED).run(StandardImage.wrap(layout));
        MemorySegment tensor = exported.image().pointer();

        assertThat(exported.losses()).containsExactly("range of the numbers, 0.0 to 1.0");
        assertThat(c.describe(tensor, VERSIONED)).startsWith("code 2 bits 32");
        for (int i = 0; i < 4; i++) {
            assertThat(c.get(tensor, VERSIONED, i / 2, i % 2, 0)).isEqualTo(array[i]);
        }
        c.end(tensor, VERSIONED);

        short[] shorts = {-300, 5, 32767, 0};
        PixelLayout signed = PixelLayout.of(
                Mode.L16,
                2,
                2,
                AlphaType.OPAQUE,
                Plane.ranged(ShortBuffer.wrap(shorts), 0, 1, 2, new Plane.Range(-1000, 1000)));
        MemorySegment integers = TensorExport.to(VERSIONED)
                .run(StandardImage.wrap(signed))
                .image()
                .pointer();
        assertThat(c.describe(integers, VERSIONED)).startsWith("code 0 bits 16");
        assertThat(c.get(integers, VERSIONED, 0, 0, 0)).isEqualTo(-300);
        assertThat(c.get(integers, VERSIONED, 1, 0, 0)).isEqualTo(32767);
        c.end(integers, VERSIONED);
    }

    @Test
    void whatTheConsumerIsNotToldIsNamed() {
        MemorySegment memory = Arena.ofAuto().allocate(80);
        StandardImage premultiplied = ForeignImages.wrap(
                SegmentLayout.interleaved(Mode.RGBA, 5, 4, "RGBA", AlphaType.PREMULTIPLIED, memory, JAVA_BYTE, 0, 20));
        premultiplied
                .info()
                .put(
                        InfoKeys.ICC_PROFILE,
                        ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        Transfer<ExportedTensor> exported = export(premultiplied);

        assertThat(exported).hasToString("shared, lost: that colours are multiplied by alpha, colour profile");
        exported.image().discard();
    }

    @Test
    void confinedMemoryIsCopied() {
        try (Arena arena = Arena.ofConfined()) {
            StandardImage image = ForeignImages.wrap(Mode.L, 5, 4, arena.allocate(20));
            assertThatThrownBy(() -> export(image))
                    .isInstanceOf(CopyRequiredException.class)
                    .hasMessageContaining("its memory is of a confined arena, which consumers cannot keep open");
            ExportedTensor tensor = TensorExport.to(VERSIONED).run(image).image();
            c.end(tensor.pointer(), VERSIONED);
        }
    }

    @Test
    void L21_freedMemoryIsNotExported() {
        Arena arena = Arena.ofShared();
        StandardImage image = ForeignImages.wrap(Mode.L, 5, 4, arena.allocate(20));
        arena.close();
        assertThatThrownBy(() -> export(image))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("[errors.md#memory-freed]");

        AtomicBoolean alive = new AtomicBoolean(false);
        PixelLayout owned =
                PixelLayout.of(Mode.L, 5, 4, ByteBuffer.allocateDirect(20)).ownedBy(alive::get);
        assertThatThrownBy(() -> export(StandardImage.wrap(owned)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("[errors.md#memory-freed]");
    }

    @Test
    void anArenaIsClosedWhenTheConsumerHasLetGo() {
        Arena arena = Arena.ofShared();
        ExportedTensor tensor =
                export(ForeignImages.wrap(Mode.L, 5, 4, arena.allocate(20))).image();
        CompletableFuture<Void> closed = tensor.released().thenRun(arena::close);

        assertThat(ExportedTensor.held()).containsExactly("5×4 L image as VERSIONED tensor");
        assertThat(closed).isNotDone();
        assertThat(c.endElsewhere(tensor.pointer(), VERSIONED)).isZero();
        assertThat(closed).isCompleted();
        assertThat(arena.scope().isAlive()).isFalse();
    }

    @Test
    void nothingThatFollowsTheDeleterReachesC() {
        ExportedTensor tensor = export(
                        ForeignImages.wrap(Mode.L, 5, 4, Arena.ofAuto().allocate(20)))
                .image();
        CompletableFuture<Void> failing = tensor.released().thenRun(() -> {
            throw new IllegalStateException("on purpose");
        });

        c.endTwice(tensor.pointer());
        tensor.discard();

        assertThat(failing).isCompletedExceptionally();
    }

    @Test
    void manyThreadsOfCsOwnEndTheirTensors() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            TensorStruct kind = t % 2 == 0 ? VERSIONED : UNVERSIONED;
            threads.add(new Thread(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        StandardImage image =
                                ForeignImages.wrap(Mode.L, 5, 4, Arena.ofAuto().allocate(20));
                        ExportedTensor tensor = TensorExport.to(kind).run(image).image();
                        c.put(tensor.pointer(), kind, 3, 4, 0, i);
                        assertThat(image.get(4, 3).l()).isEqualTo(i);
                        assertThat(c.endElsewhere(tensor.pointer(), kind)).isZero();
                        assertThat(tensor.released()).isCompleted();
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
    }

    /** The image with its memory and the owner of it. */
    @Test
    void theOwnerIsKeptUntilTheDeleterRan() {
        List<WeakReference<Plane.Owner>> owner = new ArrayList<>();
        MemorySegment tensor = ownedTensor(owner);

        System.gc();
        assertThat(owner.get(0).get()).isNotNull();
        assertThat(c.get(tensor, VERSIONED, 3, 4, 0)).isEqualTo(123);
        c.end(tensor, VERSIONED);
    }

    private static MemorySegment ownedTensor(List<WeakReference<Plane.Owner>> found) {
        AtomicBoolean alive = new AtomicBoolean(true);
        Plane.Owner owner = alive::get;
        found.add(new WeakReference<>(owner));
        PixelLayout layout =
                PixelLayout.of(Mode.L, 5, 4, ByteBuffer.allocateDirect(20)).ownedBy(owner);
        StandardImage image = StandardImage.wrap(layout);
        image.set(4, 3, 123);
        return export(image).image().pointer();
    }

    @Test
    void imagesBeyond2GiBAreOneTensor() throws IOException {
        Path file = folder.resolve("large");
        try (Arena arena = Arena.ofShared();
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int width = 60_000;
            int height = 40_000;
            MemorySegment scan = channel.map(MapMode.READ_WRITE, 0, Mode.L.length(width, height), arena);
            StandardImage image = ForeignImages.wrap(Mode.L, width, height, scan);
            Transfer<ExportedTensor> exported = export(image);
            MemorySegment tensor = exported.image().pointer();

            assertThat(c.describe(tensor, VERSIONED)).contains(" 40000/60000 60000/1 ");
            c.put(tensor, VERSIONED, height - 1, width - 1, 0, 201);
            assertThat(image.get(width - 1, height - 1).l()).isEqualTo(201);
            c.end(tensor, VERSIONED);
        }
    }
}
