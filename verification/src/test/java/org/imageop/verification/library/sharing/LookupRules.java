package org.imageop.verification.library.sharing;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Place;

/** How the library finds the adapter for an object or a class. */
public final class LookupRules {
    private static final String GROUP = "lookup";

    private static final Rule ACCEPTS = Rule.of(
            "A-1",
            "Images.of gives the image itself, or the image that an adapter makes on the same pixels",
            "Images.of and Images.isImage for images, for objects that an adapter knows, for others and for null",
            "A-3");
    private static final Rule REFUSES = Rule.of(
            "A-2",
            "the message names the class, the adapters' types, those that failed and why",
            "the message of the UnsupportedImageException",
            "A-3",
            "A-6");
    private static final Rule FINDS = Rule.of(
            "A-3",
            "adapters are found through the loaders of the thread, the library and the object's class, each class once",
            "which class loaders are asked, and what is kept");
    private static final Rule SPECIFIC = Rule.of(
            "A-4",
            "the adapter with the most specific type() is asked, of equal ones the first",
            "how adapters that know an object are compared",
            "A-3");
    private static final Rule MAKES = Rule.of(
            "A-5",
            "a class is made by the first adapter of exactly that type(), else of a subtype; none makes Object",
            "how the adapter for a class is chosen",
            "A-3");
    private static final Rule SURVIVES = Rule.of(
            "A-6",
            "an adapter that cannot be loaded, or whose constructor or type() fails, does not hide the others",
            "which exceptions and errors are caught while adapters are loaded",
            "A-3");
    private static final Rule BLAMES = Rule.of(
            "A-8",
            "what breaks S-5, or is null, is an IllegalStateException that names the adapter",
            "what is checked of the results of wrap and export",
            "A-3",
            "A-5");

    private static final String[] DIFFICULT = {
        "Unlicensed", "Typeless", "Orphan", "Inquisitive", "org.imageop.verification.NoSuchAdapter", "java.lang.String"
    };

    private LookupRules() {}

    public static void addTo(List<Check> checks) {
        add(checks, ACCEPTS, "Images.of an image and others", LookupRules::accepts);
        add(checks, ACCEPTS, "Images.of an object that an adapter knows", LookupRules::shares);
        add(checks, REFUSES, "Images.of an object that no adapter knows", LookupRules::refuses);
        add(checks, REFUSES, "Images.to a class that no adapter makes", LookupRules::refusesClass);
        add(checks, FINDS, "adapters of the context class loader", LookupRules::context);
        add(checks, FINDS, "adapters of the library's class loader", LookupRules::own);
        add(checks, FINDS, "adapters of the object's class loader", LookupRules::theirs);
        add(checks, FINDS, "each class once", LookupRules::once);
        add(checks, SPECIFIC, "two adapters for a number", LookupRules::specific);
        add(checks, MAKES, "two adapters that make numbers", LookupRules::makes);
        for (String difficult : DIFFICULT) {
            add(checks, SURVIVES, "an adapter beside " + difficult, probe -> {
                for (String[] order : new String[][] {{difficult, "OfSettable"}, {"OfSettable", difficult}}) {
                    probe.holds(
                            "Images.isImage with " + List.of(order),
                            new PluginLoader(order).run(() -> Images.isImage(new AtomicInteger())));
                }
            });
        }
        add(checks, SURVIVES, "an adapter whose constructor asks for images", LookupRules::asks);
        add(checks, BLAMES, "wrap returns null", probe -> blames(probe, "Empty", () -> Images.of(new AtomicInteger())));
        for (Copy copy : Copy.values()) {
            add(
                    checks,
                    BLAMES,
                    "share and copy return null under " + copy,
                    probe -> blames(probe, "Empty", () -> Images.transfer(grey(), AtomicInteger.class, copy)));
        }
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static StandardImage grey() {
        return StandardImage.of(Mode.L32, 1, 1);
    }

    private static void accepts(Probe probe) {
        for (ImageLike image : List.of(grey(), Place.COMPUTED.of(new Samples(new Shape(Mode.RGB, 2, 2))))) {
            probe.holds("Images.of gives the image itself", Images.of(image) == image);
            probe.same("isImage", true, Images.isImage(image));
        }
        probe.same("isImage(null)", false, Images.isImage(null));
        probe.same("isImage of a string", false, Images.isImage("text"));
        probe.refused(NullPointerException.class, "Images.of(null)", () -> Images.of(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static void shares(Probe probe) throws Exception {
        AtomicInteger number = new AtomicInteger(7);
        ImageLike image = new PluginLoader("OfSettable").run(() -> Images.of(number));
        number.set(8);
        probe.same("the image after the number was set", 8, image.get(0, 0).l());
        image.set(0, 0, 9);
        probe.same("the number after the image was set", 9, number.get());
        probe.same("isImage", true, new PluginLoader("OfSettable").run(() -> Images.isImage(number)));
    }

    private static void refuses(Probe probe) throws Exception {
        PluginLoader loader = new PluginLoader(
                "OfSettable", "OfAbsent", "Unlicensed", "Typeless", "org.imageop.verification.NoSuchAdapter");
        loader.run(() -> {
            says(
                    probe,
                    () -> Images.of("text"),
                    "java.lang.String",
                    "java.util.concurrent.atomic.AtomicInteger",
                    "Unlicensed",
                    "no licence for numbers",
                    "Typeless",
                    "no.such.Number",
                    "org.imageop.verification.NoSuchAdapter");
            probe.holds(
                    "an adapter of an absent library is not mentioned",
                    !inventory().contains("OfAbsent"));
            return probe;
        });
    }

    private static void refusesClass(Probe probe) throws Exception {
        new PluginLoader("OfSettable", "Unlicensed").run(() -> {
            says(
                    probe,
                    () -> Images.to(grey(), Thread.class),
                    "java.lang.Thread",
                    "java.util.concurrent.atomic.AtomicInteger",
                    "Unlicensed",
                    "no licence for numbers");
            return probe;
        });
    }

    private static void says(Probe probe, Probe.Action action, String... words) {
        probe.says(UnsupportedImageException.class, "it", action, words);
    }

    private static void context(Probe probe) throws Exception {
        AtomicInteger number = new AtomicInteger();
        boolean before = Images.isImage(number);
        probe.same("isImage within", true, new PluginLoader("OfSettable").run(() -> Images.isImage(number)));
        probe.same("isImage before", before, Images.isImage(number));
        probe.same("isImage by another loader", before, new PluginLoader().run(() -> Images.isImage(number)));
        probe.same("isImage without a loader", before, PluginLoader.within(nothing(), () -> Images.isImage(number)));
    }

    /** What the library's own class loader offers is found whatever the context is, and once if that offers it too. */
    private static void own(Probe probe) throws Exception {
        ClassLoader library = Images.class.getClassLoader();
        Map<String, Long> types = new TreeMap<>();
        for (ImageAdapter<?> adapter : ServiceLoader.load(ImageAdapter.class, library)) {
            types.merge(adapter.type().getName(), 1L, Long::sum);
        }
        for (ClassLoader context : List.of(ClassLoader.getPlatformClassLoader(), library)) {
            String message = PluginLoader.within(context, LookupRules::inventory);
            types.forEach((type, count) -> probe.same(
                    "how often " + type + " is among the adapters found",
                    count,
                    Pattern.compile(Pattern.quote(type) + "(?![\\w.$])")
                            .matcher(message)
                            .results()
                            .count()));
        }
    }

    /** In a thread that knows nothing of the plug-in, whose class it is. */
    private static void theirs(Probe probe) throws Exception {
        PluginLoader plugin = new PluginLoader("OfTally");
        Class<?> type = plugin.loadClass(PluginLoader.named("Tally"));
        Object tally = type.getConstructor(int.class).newInstance(4);
        probe.same("isImage of an object", true, Images.isImage(tally));
        probe.same("isImage of an object of another loader", false, Images.isImage(new NumberAdapters.Tally(4)));
        probe.same("the pixel of its image", 4, Images.of(tally).get(0, 0).l());
        probe.same("the class that is made", type, Images.to(grey(), type).getClass());
    }

    private static String inventory() {
        try {
            Images.of("text");
            return "";
        } catch (UnsupportedImageException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void once(Probe probe) throws Exception {
        PluginLoader loader = new PluginLoader("OfSettable", "OfSettable");
        boolean known = loader.run(() -> Images.isImage(new AtomicInteger()) && Images.isImage(new AtomicInteger()));
        probe.same("isImage", true, known);
        probe.same("adapters made for two lookups", 1, made(loader));
    }

    private static int made(PluginLoader loader) throws Exception {
        Object made = loader.loadClass(PluginLoader.named("OfSettable"))
                .getField("MADE")
                .get(nothing());
        return ((AtomicInteger) made).get();
    }

    private static void asks(Probe probe) throws Exception {
        PluginLoader loader = new PluginLoader("Inquisitive", "OfSettable");
        probe.same("isImage", true, loader.run(() -> Images.isImage(new AtomicInteger())));
        probe.same("adapters made, each once", 2, made(loader));
    }

    private static void specific(Probe probe) throws Exception {
        for (String[] order :
                new String[][] {{"OfAny", "OfSettable", "AgainOfSettable"}, {"OfSettable", "AgainOfSettable", "OfAny"}
                }) {
            PluginLoader loader = new PluginLoader(order);
            AtomicInteger subclass = new AtomicInteger() {};
            for (Number number : List.of(new AtomicInteger(), subclass)) {
                Object asked = loader.run(() -> Images.of(number).info().get("adapter"));
                probe.holds("OfSettable is asked for an AtomicInteger", "OfSettable".equals(asked));
            }
            Object asked = loader.run(() -> Images.of(4).info().get("adapter"));
            probe.holds("OfAny is asked for an Integer", "OfAny".equals(asked));
        }
    }

    private static void makes(Probe probe) throws Exception {
        PluginLoader both = new PluginLoader("OfSettable", "OfAny");
        Number any = both.run(() -> Images.to(grey(), Number.class));
        probe.same("class made for Number by OfSettable and OfAny", AtomicLong.class, any.getClass());
        PluginLoader one = new PluginLoader("OfSettable", "AgainOfSettable");
        Number settable = one.run(() -> Images.to(grey(), Number.class));
        probe.same("class made for Number by OfSettable", AtomicInteger.class, settable.getClass());
        for (Class<?> type : List.of(Object.class, AtomicLong.class)) {
            both.run(() -> {
                probe.refused(
                        UnsupportedImageException.class,
                        "a copy as " + type.getName(),
                        () -> Images.transfer(grey(), type, Copy.ALWAYS));
                return probe;
            });
        }
    }

    private static void blames(Probe probe, String adapter, Probe.Action action) throws Exception {
        new PluginLoader(adapter).run(() -> {
            probe.says(
                    IllegalStateException.class,
                    "it",
                    action,
                    PluginLoader.named(adapter),
                    "a bug of the adapter [errors.md#adapter-bug]");
            return probe;
        });
    }
}
