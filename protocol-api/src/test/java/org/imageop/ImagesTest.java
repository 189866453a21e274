package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.image.Image;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.foreign.Photo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepting any image object, and handing images on. */
class ImagesTest {
    @TempDir
    private Path folder;

    @Test
    void aTransferSaysInWordsWhatHappened() {
        StandardImage image = StandardImage.of(Mode.L, 1, 1);
        assertThat(Transfer.shared(image, true)).hasToString("shared");
        assertThat(Transfer.shared(image, false)).hasToString("shared, read-only");
        assertThat(Transfer.copied(image, "rows are padded", List.of("alpha", "16 → 8 bits")))
                .hasToString("copied (rows are padded), lost: alpha, 16 → 8 bits");
    }

    @Test
    void brokenAdaptersDoNotHideTheOthersAndAreNamed() throws Exception {
        PluginLoader loader = PluginLoader.isolated(
                folder,
                Set.of("Missing", "MissingBase"),
                "NoSuchAdapter",
                "ThrowingAdapter",
                "MissingBaseAdapter",
                "MissingTypeAdapter",
                "Picture",
                "PhotoAdapter");
        Object photo = loader.loadClass("org.imageop.foreign.Photo")
                .getConstructor(int.class, byte[].class)
                .newInstance(1, new byte[] {42});
        loader.run(() -> {
            assertThat(Images.of(photo).get(0, 0).l()).isEqualTo(42);
            assertThat(Images.isImage("text")).isFalse();
            assertThatThrownBy(() -> Images.of("text"))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("A java.lang.String is not an image")
                    .hasMessageContaining("Adapters were found for org.imageop.foreign.Photo")
                    .hasMessageContaining("NoSuchAdapter")
                    .hasMessageContaining("ThrowingAdapter")
                    .hasMessageContaining("no licence for this library")
                    .hasMessageContaining("MissingBase")
                    .hasMessageContaining("MissingTypeAdapter")
                    .hasMessageContaining("org/imageop/foreign/Missing")
                    .hasMessageContaining("org.imageop.foreign.Picture not a subtype")
                    // it failed with a message that has an anchor
                    .hasMessageContaining("no licence for this library; ")
                    .hasMessageMatching("(?s)[^#]*\\[errors\\.md#no-adapter]");
            return null;
        });
    }

    @Test
    void adaptersThatBreakTheirPromisesAreNamed() throws Exception {
        PluginLoader.sharing(folder, "ForgetfulAdapter").run(() -> {
            assertThatThrownBy(() -> Images.of(new Photo(1, new byte[1])))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.imageop.foreign.ForgetfulAdapter")
                    .hasMessageContaining("org.imageop.foreign.Photo");
            assertThatThrownBy(() -> Images.transfer(StandardImage.of(Mode.L, 1, 1), Photo.class, Copy.NEVER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.imageop.foreign.ForgetfulAdapter")
                    .hasMessageContaining("returned null from share")
                    .hasMessageEndingWith("that is a bug of the adapter [errors.md#adapter-bug]");
            return null;
        });
    }

    @Test
    void aMissNamesTheArtifactToAdd() throws Exception {
        assertThatThrownBy(() -> Images.of(new Image() {}))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapters were found")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-javafx [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(new RandomAccessibleInterval() {}))
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-imglib2 [errors.md#no-adapter]");
        Class<?> awt = Class.forName("java.awt.image.BufferedImage");
        Object image = awt.getConstructor(int.class, int.class, int.class).newInstance(1, 1, 1);
        assertThatThrownBy(() -> Images.of(image))
                .hasMessageContaining("A java.awt.image.BufferedImage is not an image")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.L, 1, 1), awt))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapter makes a java.awt.image.BufferedImage")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(3))
                .hasMessageContaining("A java.lang.Integer")
                .hasMessageEndingWith("provide an org.imageop.spi.ImageAdapter for it [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to("text", String.class)).isInstanceOf(UnsupportedImageException.class);
    }

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

    private WeakReference<ClassLoader> useAndForget() throws Exception {
        PluginLoader loader = PluginLoader.isolated(folder, Set.of(), "PhotoAdapter");
        Object photo = loader.loadClass("org.imageop.foreign.Photo")
                .getConstructor(int.class, byte[].class)
                .newInstance(1, new byte[1]);
        assertThat(loader.run(() -> Images.of(photo).get(0, 0).l())).isZero();
        return new WeakReference<>(loader);
    }
}
