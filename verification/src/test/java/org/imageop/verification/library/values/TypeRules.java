package org.imageop.verification.library.values;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Rule;

/** What the mixin and the standard image have to offer, by their declarations. */
public final class TypeRules {
    private static final Set<String> FOUR = Set.of("mode", "size", "buffer", "info");

    private TypeRules() {}

    public static void addTo(List<Check> checks) {
        checks.add(check(
                Rule.of("P-61", "ImageMixin implements all of ImageLike but four methods", "its default methods"),
                "methods of ImageMixin",
                probe -> {
                    Set<String> left = new TreeSet<>();
                    for (Method method : ImageMixin.class.getMethods()) {
                        if (Modifier.isAbstract(method.getModifiers())) {
                            left.add(method.getName());
                        }
                    }
                    probe.same("abstract methods", new TreeSet<>(FOUR), left);
                    probe.holds("is an ImageLike", ImageLike.class.isAssignableFrom(ImageMixin.class));
                }));
        Rule four = Rule.of(
                "P-62",
                "StandardImage implements those four; the protocol knows nothing of its factories",
                "public methods of StandardImage, static methods of ImageLike");
        checks.add(check(four, "methods of StandardImage", probe -> {
            Set<String> own = new TreeSet<>();
            for (Method method : StandardImage.class.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                    own.add(method.getName());
                }
            }
            own.removeAll(Set.of("toString", "source", "snapshotReason"));
            probe.same("its own public methods", new TreeSet<>(FOUR), own);
            probe.holds("has ImageMixin", ImageMixin.class.isAssignableFrom(StandardImage.class));
            probe.same("public constructors", 0, StandardImage.class.getConstructors().length);
        }));
        checks.add(check(four, "factories of ImageLike", probe -> {
            for (Class<?> type : List.of(ImageLike.class, ImageMixin.class)) {
                probe.same(
                        "static methods of " + type.getSimpleName(),
                        0L,
                        Arrays.stream(type.getMethods())
                                .filter(method -> Modifier.isStatic(method.getModifiers()))
                                .count());
            }
        }));
        Rule rows = Rule.of("P-47", "a line cannot be assigned", "the set methods of ImageLike");
        checks.add(check(
                rows,
                "set(y, image)",
                probe -> probe.same(
                        "methods",
                        0L,
                        Arrays.stream(ImageLike.class.getMethods())
                                .filter(method -> method.getName().equals("set")
                                        && Arrays.equals(
                                                method.getParameterTypes(),
                                                new Class<?>[] {int.class, ImageLike.class}))
                                .count())));
        Rule pairs = Rule.of("P-12", "sizes are two numbers, never more", "the length methods of Mode");
        checks.add(check(pairs, "parameters of length", probe -> {
            for (Method method : Mode.class.getMethods()) {
                if (method.getName().equals("length")) {
                    List<Class<?>> types = List.of(method.getParameterTypes());
                    probe.holds(
                            types.toString(),
                            types.equals(List.of(int.class, int.class)) || types.equals(List.of(ImageSize.class)));
                }
            }
            probe.same("constructors of ImageSize", 1, ImageSize.class.getConstructors().length);
        }));
        Rule order = Rule.of(
                "P-63",
                "arguments come in this order: source or mode, size, then colour, bytes or filter",
                "the factories of StandardImage");
        Rule one = Rule.of("P-67", "no factory takes both a colour and a source", "the factories of StandardImage");
        for (Method factory : factories()) {
            String name = factory.getName()
                    + Arrays.stream(factory.getParameterTypes())
                            .map(Class::getSimpleName)
                            .toList();
            checks.add(check(order, name, probe -> {
                int[] places = places(factory);
                int[] sorted = places.clone();
                Arrays.sort(sorted);
                probe.same("places of its arguments", sorted, places);
                probe.same(
                        "number of sides",
                        Arrays.stream(places).filter(place -> place == 2).count() / 2 * 2,
                        Arrays.stream(places).filter(place -> place == 2).count());
            }));
            checks.add(check(one, name, probe -> {
                boolean source = Arrays.stream(factory.getParameterTypes())
                        .anyMatch(type -> ImageLike.class.isAssignableFrom(type)
                                || type == PixelLayout.class
                                || type == byte[].class
                                || type == short[].class
                                || type == int[].class && !factory.isVarArgs());
                probe.same("both", false, factory.isVarArgs() && source);
            }));
        }
        checks.add(check(order, "all factories", probe -> {
            Set<String> names = new TreeSet<>();
            factories().forEach(factory -> names.add(factory.getName()));
            probe.same(
                    "names",
                    new TreeSet<>(Set.of(
                            "of", "filled", "canvas", "ofBytes", "wrap", "from", "computed", "wrapping", "snapshot")),
                    names);
        }));
    }

    private static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "mixin and standard image", what, body);
    }

    private static List<Method> factories() {
        return Arrays.stream(StandardImage.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == StandardImage.class)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /** For each parameter: 0 for a source, 1 for a mode, 2 for a side, 3 for what comes after them. */
    private static int[] places(Method factory) {
        return Arrays.stream(factory.getParameterTypes())
                .mapToInt(type -> {
                    if (type == ImageLike.class || type == Object.class) {
                        return 0;
                    }
                    if (type == Mode.class) {
                        return 1;
                    }
                    if (type == int.class) {
                        return 2;
                    }
                    if (type.isArray() || type == String.class || type == Filter.class || type == PixelLayout.class) {
                        return 3;
                    }
                    throw new IllegalStateException("The kit does not know what a " + type + " is for");
                })
                .toArray();
    }
}
