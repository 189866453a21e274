package org.imageop.tck.adapter;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.source.AdapterSource;

/** What is tried on adapters: on the adapter itself here, on wrapping and on handing on elsewhere. */
public final class AdapterChecks<T> {
    private static final Rule FOUND = Rule.of(
            "A-3",
            "adapters are services of ImageAdapter, by which Images finds them",
            "META-INF/services/org.imageop.spi.ImageAdapter, and provides in module-info.java",
            "A-4",
            "A-5",
            "A-7",
            "A-8");
    private static final Rule TYPE = Rule.of(
            "A-4",
            "the adapter with the most specific type() is asked, so what it wraps is of that type",
            "which class type() returns");
    private static final Rule STATELESS = Rule.of(
            "A-9",
            "an adapter has a public constructor without parameters, keeps no state and serves several threads",
            "fields of the adapter, and objects that are used again",
            "A-5",
            "A-7",
            "A-8",
            "S-7");

    public static final List<Rule> RULES = rules();

    private static final int THREADS = 4;

    /** How often each thread does it, so that they meet. */
    private static final int ROUNDS = 50;

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;

    private AdapterChecks(AdapterSource<T> source) {
        this.source = source;
        this.adapter = source.adapter();
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(FOUND, TYPE, STATELESS));
        rules.addAll(WrappingChecks.RULES);
        rules.addAll(HandingOnChecks.RULES);
        return List.copyOf(rules);
    }

    /**
     * The checks of an adapter.
     *
     * @throws IllegalArgumentException if there is nothing to test with, or if a rule is suppressed that does not
     *     exist, or without a reason
     */
    public static CheckList list(AdapterSource<?> source) {
        return new CheckList(of(source), RULES, source.suppressed(), Check::group);
    }

    static <T> List<Check> of(AdapterSource<T> source) {
        if (source.objects().isEmpty() && source.readOnlyObjects().isEmpty()
                || source.shareable().isEmpty()
                        && source.unshareable().isEmpty()
                        && source.unsupportedImages().isEmpty()) {
            throw new IllegalArgumentException("There is no foreign object to wrap, or no image to hand on; the adapter"
                    + " needs at least one of objects() or readOnlyObjects(), and one of shareable(), unshareable() or"
                    + " unsupportedImages() [errors.md#nothing-to-test]");
        }
        AdapterChecks<T> checks = new AdapterChecks<>(source);
        List<Check> all = new ArrayList<>(checks.ofTheAdapter());
        all.addAll(new WrappingChecks<>(source, checks.adapter).all());
        all.addAll(new HandingOnChecks<>(source, checks.adapter).all());
        return all;
    }

    /** All checks of an adapter are in one group. */
    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "the adapter", what, body);
    }

    private List<Check> ofTheAdapter() {
        List<Check> checks = new ArrayList<>();
        checks.add(check(STATELESS, "constructor and fields", this::stateless));
        if (source.registered()) {
            checks.add(check(FOUND, "services", this::found));
        }
        Stream.of(source.objects(), source.readOnlyObjects())
                .forEach(objects -> objects.forEach((name, maker) -> {
                    checks.add(check(TYPE, "type() of " + name, probe -> {
                        probe.same("second type()", adapter.type(), adapter.type());
                        if (!adapter.type().isInstance(maker.get())) {
                            throw probe.violation("its class", adapter.type().getName(), className(maker.get()));
                        }
                    }));
                    if (source.registered()) {
                        checks.add(check(FOUND, "Images.of " + name, probe -> accepts(probe, maker.get())));
                    }
                    checks.add(check(STATELESS, "wrap of " + name + " by several threads", probe -> {
                        T object = maker.get();
                        StandardImage expected = StandardImage.from(adapter.wrap(object));
                        probe.holds(
                                "each thread sees the object's pixels",
                                inThreads(thread -> Images.sameContent(expected, adapter.wrap(object))));
                    }));
                }));
        Stream.of(source.shareable(), source.unshareable())
                .forEach(images -> images.forEach((name, maker) -> checks.add(check(
                        STATELESS,
                        "export of " + name + " by several threads",
                        probe -> probe.holds("each thread gets what its image holds", exported(probe, maker))))));
        return checks;
    }

    private static String className(Object object) {
        return object.getClass().getName();
    }

    private void stateless(Probe probe) {
        Class<?> type = adapter.getClass();
        probe.holds("public class", Modifier.isPublic(type.getModifiers()));
        probe.holds(
                "public constructor without parameters",
                Stream.of(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0));
        List<String> state = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    state.add(field.getName());
                }
            }
        }
        probe.same("fields that can change", List.of(), state);
    }

    private void found(Probe probe) {
        List<Class<?>> made = new ArrayList<>();
        for (ImageAdapter<?> each : ServiceLoader.load(ImageAdapter.class)) {
            if (each.type() == adapter.type()) {
                made.add(each.getClass());
            }
        }
        if (made.isEmpty() || made.get(0) != adapter.getClass()) {
            throw probe.violation(
                    "the first service for " + adapter.type().getName(),
                    adapter.getClass().getName(),
                    made.isEmpty() ? "none" : made.get(0).getName());
        }
    }

    /** The library may ask another adapter for a more specific class, and it must see the same pixels. */
    private void accepts(Probe probe, T object) {
        probe.holds("Images.isImage", Images.isImage(object));
        Side.same(
                probe,
                "as Images.of sees it",
                Side.of(Images.of(object)),
                Side.of(probe, source, object, Images.of(object)));
    }

    private interface Task {
        boolean holds(int thread) throws Exception;
    }

    /** Whether something holds in each of several threads, several times. */
    private static boolean inThreads(Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.await();
                    boolean holds = true;
                    for (int round = 0; round < ROUNDS; round++) {
                        holds &= task.holds(thread);
                    }
                    return holds;
                });
            }
            boolean all = true;
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                all &= result.get();
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    /** Whether copies that are made at once are those that are made one after the other. */
    private boolean exported(Probe probe, Supplier<? extends ImageLike> maker) throws Exception {
        List<ImageLike> images = new ArrayList<>();
        List<Samples> expected = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ImageLike image = maker.get();
            Side side = Side.of(image);
            side.writer().accept(Samples.random(side.shape(), i));
            images.add(image);
            expected.add(copy(probe, image));
        }
        return inThreads(thread -> Arrays.deepEquals(expected.get(thread).of, copy(probe, images.get(thread)).of));
    }

    private Samples copy(Probe probe, ImageLike image) {
        T object = HandingOn.transfer(adapter, image, Copy.ALWAYS).image();
        return Side.of(probe, source, object, image).reader().get();
    }

    /** An image of every mode, which an adapter may refuse. */
    static ImageLike any(Mode mode) {
        return StandardImage.of(mode, 6, 4);
    }
}
