package org.imageop.verification.mutation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.tck.result.Result;
import org.imageop.tck.source.ImageSource;
import org.imageop.tck.source.LayoutSource;
import org.imageop.verification.contracts.AdapterContractTest;
import org.imageop.verification.contracts.ImplementationsTest;
import org.imageop.verification.contracts.LayoutsTest;
import org.imageop.verification.contracts.StandardImageTest;
import org.imageop.verification.library.LibraryChecks;
import org.imageop.verification.proof.copies.MutatedLibrary;

/**
 * Runs the kit on the library's image, on arrangements of memory and implementations of this module's tests, on an adapter and on the library's own types, until it finds something. No test framework takes part.
 */
public final class KitAlone {
    /** The most different arrangements and implementations of this module's tests. */
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

    private static Map<String, Supplier<CheckList>> kits() {
        Map<String, Supplier<CheckList>> kits = new LinkedHashMap<>();
        kits.put("`StandardImage`", () -> ImageChecks.list(new StandardImageTest()));
        kits.put("the library's types", () -> LibraryChecks.list());
        kits.put("an adapter", () -> AdapterChecks.list(new AdapterContractTest()));
        for (Class<?> source : SOURCES) {
            kits.put("`" + source.getSimpleName() + "`", () -> kit(source));
        }
        return kits;
    }

    private static CheckList kit(Class<?> source) {
        try {
            Constructor<?> outer = source.getDeclaringClass().getDeclaredConstructor();
            Object made =
                    source.getDeclaredConstructor(source.getDeclaringClass()).newInstance(outer.newInstance());
            return made instanceof LayoutSource layouts
                    ? LayoutChecks.list(layouts)
                    : ImageChecks.list((ImageSource) made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source + " cannot be made", e);
        }
    }

    /**
     * Runs the kit in a copy of the library until it finds something.
     *
     * @return rule, check, and what it is about; the empty array if nothing is found
     * @throws InvocationTargetException if the kit cannot be run on the copy
     */
    static String[] firstFailureIn(MutatedLibrary copy) throws InvocationTargetException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // adapters are looked for with it
        thread.setContextClassLoader(copy);
        try {
            return (String[]) copy.loadClass(KitAlone.class.getName())
                    .getMethod("firstFailure")
                    .invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | ClassNotFoundException e) {
            throw new IllegalStateException("The kit is not in the copy", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Runs the kit on everything until a check fails.
     *
     * @return rule, check, and what it was run on, of the first check that fails; if none does, the empty array
     */
    public static String[] firstFailure() {
        for (Map.Entry<String, Supplier<CheckList>> entry : kits().entrySet()) {
            CheckList kit = entry.getValue().get();
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
