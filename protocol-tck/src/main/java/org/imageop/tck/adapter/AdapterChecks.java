package org.imageop.tck.adapter;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Threads;
import org.imageop.tck.source.AdapterSource;

/** The checks of adapters: of the adapter itself here, of wrapping and transferring elsewhere. */
public final class AdapterChecks<T> {
    private static final Rule FOUND = Rule.of(
            "A-3",
            "adapters are services of ImageAdapter, by which Images finds them",
            "META-INF/services/org.imageop.spi.ImageAdapter, and provides in module-info.java",
            "A-4",
            "A-5",
            "A-7",
            "A-8",
            "L-2",
            "A-10",
            "L-7",
            "L-9");
    private static final Rule TYPE = Rule.of(
            "A-4",
            "the adapter with the most specific type() is asked, so what it wraps is of that type",
            "which class type() returns");
    private static final Rule STATELESS = Rule.of(
            "A-9",
            "an adapter has a public constructor without parameters, keeps no state and serves several threads",
            "fields of the adapter, and objects that are used again",
            "A-4",
            "A-5",
            "A-7",
            "A-8",
            "L-2",
            "A-10",
            "L-7",
            "L-9",
            "S-5",
            "S-7");

    public static final List<Rule> RULES = rules();

    /** What concerns all objects and images: its checks block all others. */
    private static final String ADAPTER = "the adapter";

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
        rules.addAll(MakingChecks.RULES);
        rules.addAll(PolicyChecks.RULES);
        rules.addAll(HonestyChecks.RULES);
        rules.addAll(ColorChecks.RULES);
        return List.copyOf(rules);
    }

    /**
     * The checks of an adapter.
     *
     * @throws IllegalArgumentException if there is nothing to test with, or if a rule is suppressed that does not
     *     exist, or without a reason
     */
    public static CheckList list(AdapterSource<?> source) {
        return new CheckList(of(source), RULES, source.suppressed(), Check::group, ADAPTER);
    }

    private static <T> List<Check> of(AdapterSource<T> source) {
        if (source.objects().isEmpty() && source.readOnlyObjects().isEmpty()) {
            throw new IllegalArgumentException("There is no foreign object to wrap; the adapter needs at least one of"
                    + " objects() or readOnlyObjects() [errors.md#nothing-to-test]");
        }
        AdapterChecks<T> checks = new AdapterChecks<>(source);
        List<Check> all = new ArrayList<>(checks.ofTheAdapter());
        all.addAll(new WrappingChecks<>(source, checks.adapter).all());
        all.addAll(new MakingChecks<>(source, checks.adapter).all());
        all.addAll(new PolicyChecks<>(source, checks.adapter).all());
        all.addAll(new HonestyChecks<>(source, checks.adapter).all());
        all.addAll(new ColorChecks<>(source, checks.adapter).all());
        return all;
    }

    private List<Check> ofTheAdapter() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(STATELESS, ADAPTER, "constructor and fields", this::stateless));
        if (source.registered()) {
            checks.add(new Check(FOUND, ADAPTER, "services", this::found));
        }
        Stream.of(source.objects(), source.readOnlyObjects())
                .forEach(objects -> objects.forEach((name, maker) -> {
                    checks.add(new Check(TYPE, ADAPTER, "type() of " + name, probe -> {
                        probe.same("second type()", adapter.type(), adapter.type());
                        if (!adapter.type().isInstance(maker.get())) {
                            throw probe.violation("its class", adapter.type().getName(), className(maker.get()));
                        }
                    }));
                    if (source.registered()) {
                        checks.add(new Check(FOUND, name, "Images.of " + name, probe -> accepts(probe, maker.get())));
                    }
                    checks.add(new Check(
                            STATELESS,
                            name,
                            "wrap of " + name + " by several threads",
                            probe -> wraps(probe, maker.get())));
                }));
        for (Offer offer : Offer.ofAuthor(source)) {
            checks.add(new Check(
                    STATELESS,
                    offer.group(),
                    "copy of " + offer.name() + " by several threads",
                    probe -> exported(probe, offer)));
        }
        return checks;
    }

    private void wraps(Probe probe, T object) throws InterruptedException {
        StandardImage expected = StandardImage.from(adapter.wrap(object));
        Threads.together(probe, thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                probe.holds("each thread sees the object's pixels", Images.sameContent(expected, adapter.wrap(object)));
            }
        });
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
        Endpoint.same(
                probe,
                "as Images.of sees it",
                Endpoint.of(Images.of(object)),
                Endpoint.of(probe, source, object, Images.of(object)));
    }

    /** Copies that are made at once equal copies made one after the other. */
    private void exported(Probe probe, Offer offer) throws InterruptedException {
        List<ImageLike> images = new ArrayList<>();
        List<Samples> expected = new ArrayList<>();
        for (int i = 0; i < Threads.COUNT; i++) {
            ImageLike image = offer.maker().make(probe).image();
            Endpoint side = Endpoint.of(image);
            side.writer().accept(Samples.random(side.shape(), i));
            images.add(image);
            expected.add(copy(probe, image));
        }
        Threads.together(probe, thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                probe.same("what a thread gets of its image", expected.get(thread), copy(probe, images.get(thread)));
            }
        });
    }

    private Samples copy(Probe probe, ImageLike image) {
        return Endpoint.of(probe, source, adapter.copy(image), image).reader().get();
    }
}
