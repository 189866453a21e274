package org.imageop.verification.library.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.imageop.Images;
import org.junit.jupiter.api.Test;

/** What the lookup of adapters keeps does not keep a plug-in alive. */
class ForgottenLoaderTest {
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

    private static WeakReference<ClassLoader> useAndForget() throws Exception {
        PluginLoader loader = new PluginLoader("OfSettable");
        assertThat(loader.run(() -> Images.of(new AtomicInteger(3)).get(0, 0).l()))
                .isEqualTo(3);
        return new WeakReference<>(loader);
    }
}
