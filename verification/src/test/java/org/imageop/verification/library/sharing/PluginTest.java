package org.imageop.verification.library.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** Images of a plug-in, whose classes the library's own loader does not know. */
class PluginTest {
    @Test
    void aClassLoaderCanBeCollectedWhenMemoryIsShort() throws Exception {
        WeakReference<ClassLoader> loader = useAndForget();
        List<byte[]> ballast = new ArrayList<>();
        try {
            while (loader.get() != null) {
                ballast.add(new byte[1 << 24]);
            }
        } catch (OutOfMemoryError e) {
            // by now every softly held object is gone
            ballast.clear();
        }
        assertThat(loader.get()).as("the class loader of the plug-in").isNull();
    }

    /** A subclass that no adapter makes. */
    private static final class Counter extends AtomicInteger {
        private static final long serialVersionUID = 1;
    }

    @Test
    void A2_theSupertypeThatAnAdapterMakesIsNamed() throws Exception {
        new PluginLoader("OfSettable").run(() -> {
            assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.L32, 1, 1), Counter.class))
                    .hasMessageContaining(
                            "ask for a java.util.concurrent.atomic.AtomicInteger, which an adapter makes");
            return null;
        });
    }

    private static WeakReference<ClassLoader> useAndForget() throws Exception {
        PluginLoader loader = new PluginLoader("OfSettable");
        assertThat(loader.run(() -> Images.of(new AtomicInteger(3)).get(0, 0).l()))
                .isEqualTo(3);
        return new WeakReference<>(loader);
    }
}
