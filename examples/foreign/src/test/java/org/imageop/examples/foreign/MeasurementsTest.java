package org.imageop.examples.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.foreign.CFunction;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.ImageCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures docs/evidence/c-speed.md, with {@code -Dimageop.measure=true}. */
@EnabledIfSystemProperty(named = "imageop.measure", matches = "true")
class MeasurementsTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    /** Work to be measured. */
    private interface Work {
        void run() throws Throwable;
    }

    /** Two works in turns: a line with the median of each, and of their ratios. */
    private void compare(String what, String unit, double perUnit, int times, Work ours, Work other) throws Throwable {
        double[] first = new double[ROUNDS];
        double[] second = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            double a = cpu(ours, times);
            double b = cpu(other, times);
            if (round >= 0) {
                first[round] = a / times / perUnit;
                second[round] = b / times / perUnit;
                ratios[round] = a / b;
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %.3g %s | %.3g %s | %.2f |",
                what,
                median(first),
                unit,
                median(second),
                unit,
                median(ratios)));
    }

    private static double cpu(Work work, int times) throws Throwable {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    @SuppressWarnings("restricted")
    void measures() throws Throwable {
        Path library = Required.compiled("invert", folder);
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        CFunction invert = CFunction.of(symbols.find("invert_image").orElseThrow());
        MethodHandle plain = Linker.nativeLinker()
                .downcallHandle(
                        symbols.find("invert_plain").orElseThrow(),
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG));
        calls(invert, plain);
        libraries();
        List<String> waits = List.of(wait(invert, false), wait(invert, true));

        Files.writeString(ROOT.resolve("docs/evidence/c-speed.md"), """
                # What calls of C cost

                Measured by `./mvnw test -pl examples/foreign -am -Dtest=MeasurementsTest -Dimageop.measure=true -DargLine="-Xmx1g \
                --enable-native-access=ALL-UNNAMED"`, on JDK %s: CPU time of the thread, medians of %d rounds in turns, after as many to warm up. Numbers are
                rough, ratios less so.

                | | here | beside it | ratio |
                | --- | --- | --- | --- |
                %s

                `System.gc()` beside calls on an array of 48 MP, medians of what it took:

                | | |
                | --- | --- |
                %s
                """.formatted(
                        Runtime.version().feature(), ROUNDS, String.join("\n", lines), String.join("\n", waits)));
    }

    private void calls(CFunction invert, MethodHandle plain) throws Throwable {
        ImageCall writing = ImageCall.writing();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(3);
            StandardImage pixel = StandardImage.of(Mode.RGB, 1, 1);
            compare(
                    "a call with an array of one pixel, and the bare call of C",
                    "ns",
                    1,
                    20_000,
                    () -> writing.run(pixel, invert),
                    () -> {
                        plain.invokeExact(one, 3L, 1L);
                    });
            MemorySegment memory = arena.allocate(3L * 4000 * 3000);
            ImageLike segment = ForeignImages.wrap(Mode.RGB, 4000, 3000, memory);
            ImageLike array = StandardImage.of(Mode.RGB, 4000, 3000);
            Work loop = () -> {
                plain.invokeExact(memory, 12_000L, 3000L);
            };
            compare(
                    "a megapixel of RGB inverted in an array, and in plain memory",
                    "ms",
                    12e6,
                    1,
                    () -> writing.run(array, invert),
                    loop);
            compare("the same in a segment", "ms", 12e6, 1, () -> writing.run(segment, invert), loop);
            compare(
                    "the same on a copy",
                    "ms",
                    12e6,
                    1,
                    () -> writing.copy(Copy.ALWAYS).run(array, invert),
                    loop);
        }
    }

    private void libraries() throws Throwable {
        BufferedImage photo = photo(4000, 3000);
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        BufferedImage converted = photo(4000, 3000);
        try (LittleCms toLinear = new LittleCms(srgb, linear)) {
            ColorConvertOp op = new ColorConvertOp(new ICC_Profile[] {srgb, linear}, null);
            compare(
                    "LittleCMS in place on 12 MP, and ColorConvertOp on rasters",
                    "ms",
                    1e6,
                    1,
                    () -> toLinear.convert(AwtImages.wrap(converted)),
                    () -> op.filter(photo.getRaster(), converted.getRaster()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        byte[] file = bytes.toByteArray();
        Work imageIo = () -> ImageIO.read(new ByteArrayInputStream(file));
        compare("a JPEG file of 12 MP by libturbojpeg, and by ImageIO", "ms", 1e6, 1, () -> decode(file, 8), imageIo);
        compare(
                "the same at an eighth of its sides, and all of it by ImageIO",
                "ms",
                1e6,
                1,
                () -> decode(file, 1),
                imageIo);
        BufferedImage small = photo(500, 400);
        compare(
                "WebP of 0.2 MP from the array, and from a copy",
                "ms",
                1e6,
                1,
                () -> WebP.encode(AwtImages.wrap(small), Copy.NEVER),
                () -> WebP.encode(StandardImage.from(AwtImages.wrap(small)), Copy.ALWAYS));
    }

    private static void decode(byte[] file, int eighths) throws IOException {
        ImageSize size = TurboJpeg.size(file, eighths);
        TurboJpeg.decode(
                file, AwtImages.wrap(new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR)));
    }

    private static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(8);
                image.setRGB(x, y, (x / 8 + noise & 255) << 16 | (x + y >> 4 & 255) << 8 | (y / 6 + noise & 255));
            }
        }
        return image;
    }

    private static String wait(CFunction invert, boolean whole) throws InterruptedException {
        ImageLike image = StandardImage.of(Mode.RGB, 8000, 6000);
        ImageCall call = whole ? ImageCall.writing().whole() : ImageCall.writing();
        AtomicBoolean done = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            while (!done.get()) {
                call.run(image, invert);
            }
        });
        caller.start();
        double[] waits = new double[2 * ROUNDS];
        for (int i = 0; i < waits.length; i++) {
            Thread.sleep(7);
            long before = System.nanoTime();
            System.gc();
            waits[i] = (System.nanoTime() - before) / 1e6;
        }
        done.set(true);
        caller.join();
        return String.format(
                Locale.ROOT, "| %s | %.1f ms |", whole ? "handed over as a whole" : "in bands", median(waits));
    }
}
