package org.imageop.tck;

import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs the kit on the library's image, on arrangements of memory and implementations of this module's tests, on an adapter and on the library's own types, until it finds something. No test framework takes part.
 */
public final class KitAlone {
    /** Of the arrangements and implementations of this module's tests those that differ most. */
    private static final List<Class<?>> SOURCES = List.of(
            LayoutsTest.Premultiplied.class,
            LayoutsTest.Backwards.class,
            LayoutsTest.FewBits.class,
            LayoutsTest.Floats.class,
            LayoutsTest.SignedShorts.class,
            LayoutsTest.ReadOnly.class,
            LayoutsTest.ForeignByteOrder.class,
            LayoutsTest.Planes.class,
            LayoutsTest.Transposed.class,
            ImplementationsTest.OnBytes.class,
            ImplementationsTest.Computed.class,
            ImplementationsTest.Formula.class,
            ImplementationsTest.Canvas.class);

    private KitAlone() {}

    private static Map<String, Supplier<Kit>> kits() {
        Map<String, Supplier<Kit>> kits = new LinkedHashMap<>();
        kits.put("`StandardImage`", () -> Kit.ofImages(new StandardImageTest()));
        kits.put("the library's types", () -> Kit.ofLibrary(Map.of()));
        kits.put("an adapter", () -> Kit.ofAdapter(new AdapterContractTest()));
        for (Class<?> source : SOURCES) {
            kits.put("`" + source.getSimpleName() + "`", () -> kit(source));
        }
        return kits;
    }

    private static Kit kit(Class<?> source) {
        try {
            Constructor<?> outer = source.getDeclaringClass().getDeclaredConstructor();
            Object made =
                    source.getDeclaredConstructor(source.getDeclaringClass()).newInstance(outer.newInstance());
            return made instanceof LayoutSource layouts ? Kit.ofLayouts(layouts) : Kit.ofImages((ImageSource) made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source + " cannot be made", e);
        }
    }

    /**
     * Runs the kit on everything until a check fails.
     *
     * @return rule, check, and what it was run on, of the first check that fails; if none does, the empty array
     */
    public static String[] firstFailure() {
        for (Map.Entry<String, Supplier<Kit>> entry : kits().entrySet()) {
            Kit kit = entry.getValue().get();
            for (Check check : kit.checks()) {
                Result result = kit.run(check);
                if (result.outcome() == Result.Outcome.FAILED) {
                    return new String[] {result.rule(), result.name(), entry.getKey()};
                }
            }
        }
        return new String[0];
    }
}
