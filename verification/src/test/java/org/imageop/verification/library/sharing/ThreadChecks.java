package org.imageop.verification.library.sharing;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Threads;
import org.imageop.verification.library.conversion.ConversionRules;
import org.imageop.verification.model.Place;

/** Which threads the library works in, and what it does for others. */
public final class ThreadChecks {
    private static final String GROUP = "threads";

    private static final Rule UNLOCKED = Rule.of(
            "T-1",
            "the protocol adds no synchronisation",
            "methods of images, buffers, rows and pixels that are synchronized");
    private static final Rule APART = Rule.of(
            "T-3",
            "what is written to a byte or a component leaves the elements of the pixel's other components alone",
            "whether whole pixels are read and written again, and with them what another thread wrote meanwhile");
    private static final Rule BANDS = Rule.of(
            "T-5",
            "work stays in the caller's thread, but for large images whose rows are all concurrent()",
            "what is asked before rows are worked on in the common pool");
    private static final Rule IMMUTABLE = Rule.of(
            "T-6",
            "Mode, ImageSize, Slice, Plane, PixelLayout and Transfer are immutable",
            "fields that are not final, and lists that can be changed");
    private static final Rule TOGETHER = Rule.of(
            "T-7",
            "all methods of Images may be called by several threads at once",
            "what the lookup of adapters keeps",
            "A-1",
            "A-3",
            "S-10");

    private ThreadChecks() {}

    public static void addTo(List<Check> checks) {
        add(checks, UNLOCKED, "methods of images and what they are made of", ThreadChecks::unlocked);
        add(checks, APART, "bytes and components of a pixel of floats", ThreadChecks::apart);
        for (Mode mode : List.of(Mode.RGB, Mode.YV12)) {
            for (Mode to : List.of(Mode.L, Mode.JPEG_YV12)) {
                String what = mode + " → " + to;
                add(
                        checks,
                        BANDS,
                        what + " of a small image with concurrent rows",
                        probe -> only(probe, threads(mode, to, 24, true, true)));
                add(
                        checks,
                        BANDS,
                        what + " of a large image with rows for one thread",
                        probe -> only(probe, threads(mode, to, 300, false, false)));
                add(
                        checks,
                        BANDS,
                        what + " into rows for one thread",
                        probe -> only(probe, threads(mode, to, 300, true, false)));
                add(checks, BANDS, what + " of a large image with concurrent rows", probe -> {
                    for (Thread thread : threads(mode, to, 300, true, true)) {
                        boolean common = thread instanceof ForkJoinWorkerThread worker
                                && worker.getPool() == ForkJoinPool.commonPool();
                        if (thread != Thread.currentThread() && !common) {
                            throw probe.violation("a thread", "the caller's, or one of the common pool", thread);
                        }
                    }
                });
            }
        }
        for (Class<?> type :
                List.of(Mode.class, ImageSize.class, Slice.class, Plane.class, PixelLayout.class, Transfer.class)) {
            add(checks, IMMUTABLE, "fields of " + type.getSimpleName(), probe -> {
                List<String> open = new ArrayList<>();
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isFinal(field.getModifiers()) && !field.isSynthetic()) {
                        open.add(field.getName());
                    }
                }
                probe.same("fields that are not final", List.of(), open);
                probe.holds("nobody can subclass it", Modifier.isFinal(type.getModifiers()));
            });
        }
        add(checks, IMMUTABLE, "lists of layouts and transfers", ThreadChecks::fixed);
        add(checks, TOGETHER, "lookup and conversion by four threads", ThreadChecks::together);
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static void unlocked(Probe probe) {
        StandardImage image = StandardImage.of(Mode.RGB, 2, 2);
        StandardImage canvas = StandardImage.canvas(2, 2);
        ImageLike computed = Place.COMPUTED.of(new Samples(new Shape(Mode.RGB, 2, 2)));
        List<String> locked = new ArrayList<>();
        for (Class<?> type : List.of(
                StandardImage.class,
                Line.class,
                Pixel.class,
                Plane.class,
                PixelLayout.class,
                Views.class,
                image.buffer().getClass(),
                computed.buffer().getClass(),
                Images.rows(image).getClass(),
                Images.rows(canvas).getClass(),
                Images.rows(Views.rotate90(computed)).getClass(),
                image.iterator().getClass(),
                image.get(0, 0).iterator().getClass())) {
            for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (Modifier.isSynchronized(method.getModifiers())) {
                        locked.add(each.getName() + "." + method.getName());
                    }
                }
            }
        }
        probe.same("methods that are synchronized", List.of(), locked);
    }

    /** Floats beyond their range would come back as others, if they were written again. */
    private static void apart(Probe probe) {
        FloatBuffer memory = FloatBuffer.wrap(new float[] {0.123456f, 7, Float.NaN});
        Plane[] planes = new Plane[3];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.ranged(memory, c, 3, 3, new Plane.Range(0, 1));
        }
        StandardImage image = StandardImage.wrap(PixelLayout.of(Mode.RGB, 1, 1, AlphaType.OPAQUE, planes));
        image.buffer().set(0, 255);
        probe.same("after a byte was written", "[1.0, 7.0, NaN]", Arrays.toString(memory.array()));
        memory.put(0, 7);
        image.buffer().set(1, new byte[2], 0, 2);
        probe.same("after two bytes were written", "[7.0, 0.0, 0.0]", Arrays.toString(memory.array()));
        memory.put(1, 7);
        image.get(0, 0).set(Slice.ALL.by(2), 0, 255);
        probe.same("after two components were written", "[0.0, 7.0, 1.0]", Arrays.toString(memory.array()));
        image.get(0, 0).r(255);
        probe.same("after a component was written", "[1.0, 7.0, 1.0]", Arrays.toString(memory.array()));
    }

    /** The threads that read or write the rows of computed images. */
    private static Set<Thread> threads(Mode from, Mode to, int side, boolean reads, boolean writes) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        ImageLike source = watched(from, side, reads, threads);
        Images.copy(source, watched(to, side, writes, threads));
        StandardImage.from(watched(from, side, reads && writes, threads), side / 2, side + 2, Filter.NEAREST);
        return threads;
    }

    /** An image of any samples, which remembers who reads and writes it. */
    private static ImageLike watched(Mode mode, int side, boolean concurrent, Set<Thread> threads) {
        SampleRows[] rows = new SampleRows[new Shape(mode, 2, 2).planar() ? 3 : 1];
        Arrays.fill(rows, new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                threads.add(Thread.currentThread());
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                threads.add(Thread.currentThread());
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public boolean concurrent() {
                return concurrent;
            }
        });
        return StandardImage.computed(mode, side, side, rows);
    }

    private static void only(Probe probe, Set<Thread> threads) {
        probe.same("threads", Set.of(Thread.currentThread()), threads);
    }

    private static void fixed(Probe probe) {
        PixelLayout layout = StandardImage.of(Mode.RGB, 2, 2).buffer().layout().orElseThrow();
        List<String> losses = new ArrayList<>(List.of("colour"));
        Transfer<String> transfer = Transfer.copied("copy", "the kit says so", losses);
        losses.clear();
        probe.same("losses() after the list that was given changed", List.of("colour"), transfer.losses());
        for (List<?> list : List.of(
                layout.planes(),
                transfer.losses(),
                Mode.RGB.componentNames(),
                Mode.RGB.intervals(),
                Mode.RGB.subsampling())) {
            try {
                list.remove(0);
                throw probe.violation(
                        "removing an element of " + list, "UnsupportedOperationException", "no exception");
            } catch (UnsupportedOperationException e) {
                probe.holds("the list still has elements", !list.isEmpty());
            }
        }
    }

    private static void together(Probe probe) throws Exception {
        PluginLoader loader = new PluginLoader("OfSettable", "OfAny");
        Samples samples = ConversionRules.colours(Mode.RGB);
        StandardImage image = ConversionRules.image(samples);
        StandardImage grey = StandardImage.from(image, Mode.L);
        Callable<Boolean> work = () -> {
            AtomicInteger number = new AtomicInteger(5);
            int[] row = new int[3 * samples.shape.width()];
            Images.rows(image).read(0, 1, samples.shape.width(), row, 0);
            StandardImage target = StandardImage.of(Mode.L, samples.shape.width(), samples.shape.height());
            Images.copy(image, target);
            return Images.isImage(number)
                    && Images.of(number).get(0, 0).l() == 5
                    && Images.transfer(Images.of(number), AtomicInteger.class, Copy.NEVER)
                                    .image()
                            == number
                    && Images.to(image, StandardImage.class) == image
                    && Images.sameContent(target, grey)
                    && row[0] == samples.of[0][1][0];
        };
        Threads.together(probe, thread -> {
            // by turns a class loader that has been asked before, and one that has not
            for (int round = 0; round < 8; round++) {
                boolean known = (thread + round) % 2 == 0;
                probe.holds(
                        "each thread gets what it would get alone",
                        (known ? loader : new PluginLoader("OfSettable")).run(work));
            }
        });
    }
}
