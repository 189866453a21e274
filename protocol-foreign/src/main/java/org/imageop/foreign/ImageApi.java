package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PEP's C API (P-97 to P-104) for functions that call Java back: {@code imageop_api} of {@code imageop.h}. C reaches images, and
 * other objects, by references.
 *
 * <pre>{@code
 * try (ImageApi api = ImageApi.open()) {
 *     Optional<Object> grey = api.call(library.find("grey_of").orElseThrow(), bufferedImage);
 * }
 * }</pre>
 *
 * <p>Several threads may use it at once, also threads of C's own. C must not use it, nor what it got from it, after it is closed:
 * Java cannot prevent that, and the VM ends. Linking needs {@code --enable-native-access}, as for {@link CFunction}.
 */
public final class ImageApi implements AutoCloseable {
    /** A function of the table: its name, what it returns, and its parameters. */
    private record Entry(String name, FunctionDescriptor descriptor) {
        static Entry of(String name, MemoryLayout result, MemoryLayout... parameters) {
            return new Entry(name, FunctionDescriptor.of(result, parameters));
        }
    }

    /** In the order of the structure. */
    private static final List<Entry> TABLE = List.of(
            Entry.of("retain", JAVA_LONG, JAVA_LONG),
            Entry.of("release", JAVA_INT, JAVA_LONG),
            Entry.of("error", JAVA_INT),
            Entry.of("error_message", JAVA_INT, ADDRESS, JAVA_INT),
            Entry.of("fail", JAVA_INT, JAVA_INT, ADDRESS),
            Entry.of("set_result", JAVA_INT, JAVA_LONG),
            Entry.of("image_check", JAVA_INT, JAVA_LONG),
            Entry.of("image_check_exact", JAVA_INT, JAVA_LONG),
            Entry.of("object_check_image", JAVA_INT, JAVA_LONG),
            Entry.of("new_image", JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT),
            Entry.of("from_image", JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT),
            Entry.of("from_buffer", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT),
            Entry.of("get_mode", JAVA_INT, JAVA_LONG),
            Entry.of("get_width", JAVA_INT, JAVA_LONG),
            Entry.of("get_height", JAVA_INT, JAVA_LONG),
            Entry.of("read_only", JAVA_INT, JAVA_LONG),
            Entry.of("clip", JAVA_INT, JAVA_LONG),
            Entry.of("split", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT),
            Entry.of("get_buffer", JAVA_LONG, JAVA_LONG),
            Entry.of("as_buffer", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
            Entry.of("read_bytes", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG),
            Entry.of("write_bytes", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG));

    private static final int VERSION = 1;
    private static final FunctionDescriptor CALL = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

    private final Arena arena = Arena.ofShared();
    private final References references = new References();
    private final ApiFunctions functions = new ApiFunctions(references);
    private final MemorySegment table;

    private ImageApi() {
        this.table =
                arena.allocate(2 * JAVA_INT.byteSize() + TABLE.size() * ADDRESS.byteSize(), ADDRESS.byteAlignment());
        table.set(JAVA_INT, 0, (int) table.byteSize());
        table.set(JAVA_INT, JAVA_INT.byteSize(), VERSION);
        for (int i = 0; i < TABLE.size(); i++) {
            table.set(ADDRESS, 2 * JAVA_INT.byteSize() + i * ADDRESS.byteSize(), stub(TABLE.get(i)));
        }
    }

    @SuppressWarnings("restricted")
    private MemorySegment stub(Entry entry) {
        try {
            MethodHandle function = MethodHandles.lookup()
                    .findVirtual(ApiFunctions.class, entry.name, entry.descriptor.toMethodType())
                    .bindTo(functions);
            return Linker.nativeLinker().upcallStub(function, entry.descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Makes the functions that C calls.
     *
     * @return an open API; close it when C will not call any more
     */
    public static ImageApi open() {
        return new ImageApi();
    }

    /**
     * Calls a function of C's: {@code int f(const imageop_api *api, const imageop_ref *objects, int32_t count)}.
     *
     * @param function its address, as {@link java.lang.foreign.SymbolLookup#find} returns it
     * @param objects images of any class, or other objects; C has references to them until it returns
     * @return the object that C set as the result, if it did
     * @throws NativeCallException if it returns a number other than 0, with the text of this thread's last error
     * @throws IllegalStateException if this API is closed
     */
    @SuppressWarnings("restricted")
    public Optional<Object> call(MemorySegment function, Object... objects) {
        MethodHandle handle = Linker.nativeLinker().downcallHandle(function, CALL);
        ApiFunctions.Outcome outer = functions.outcome();
        ApiFunctions.Outcome outcome = new ApiFunctions.Outcome();
        functions.leaveIn(outcome);
        long[] given = new long[objects.length];
        try (Arena own = Arena.ofConfined()) {
            for (int i = 0; i < given.length; i++) {
                given[i] = references.add(Objects.requireNonNull(objects[i], "objects"));
            }
            MemorySegment array = own.allocateFrom(JAVA_LONG, given);
            int status = (int) handle.invokeExact(table, array, given.length);
            if (status != 0) {
                throw failed(status, outcome.failure);
            }
            return Optional.ofNullable(outcome.result);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        } finally {
            for (long reference : given) {
                references.discard(reference);
            }
            functions.leaveIn(outer);
        }
    }

    private static NativeCallException failed(int status, ApiFunctions.@Nullable Failure failure) {
        // one anchor for a message
        String text = failure == null ? "" : failure.message().replaceFirst(" \\[[^\\]]*]$", "");
        return new NativeCallException(
                "The function returned " + status + (text.isEmpty() ? "" : ": " + text)
                        + " [errors.md#native-call-failed]",
                status,
                failure == null ? null : failure.cause());
    }

    /**
     * What C refers to at this moment. After a call that keeps nothing, anything here was leaked.
     *
     * @return each object in words, in the order in which C got it
     */
    public List<String> references() {
        return references.describe();
    }

    /** Ends all references and all functions. Waits for no call: closing while one runs throws {@link IllegalStateException}. */
    @Override
    public void close() {
        arena.close();
        references.clear();
    }
}
