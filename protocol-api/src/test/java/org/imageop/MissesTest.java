package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about an object or class that no adapter knows: they are true, and name what would help. */
class MissesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"javax.swing.JLabel", "java.awt.Color", "java.awt.Component", "java.awt.image.ImageObserver"})
    void A2_whatIsNotAnImageIsNotPromisedOfAnArtifact(String name) throws Exception {
        Class<?> type = Class.forName(name);

        assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.L, 1, 1), type))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("artifact")
                .hasMessageContaining("ImageAdapter");
    }

    /** As in one jar of all, or a run-time image, that lost the services. */
    @Test
    void A2_anArtifactWithoutItsServiceIsFound() throws Exception {
        Path source = folder.resolve("ImgLib2Images.java");
        Files.writeString(source, "package org.imageop.imglib2; public class ImgLib2Images {}");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader fat = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(fat);
            assertThatThrownBy(() -> Images.of(new net.imglib2.RandomAccessibleInterval() {}))
                    .hasMessageContaining("org.imageop:imageop-adapters-imglib2 is there")
                    .hasMessageContaining("merge the files META-INF/services/org.imageop.spi.ImageAdapter")
                    .hasMessageNotContaining("add the artifact");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void A2_imagesOfAnotherCopyOfTheLibraryAreKnownAsSuch() throws Exception {
        URL here = Images.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader other = new URLClassLoader(new URL[] {here}, ClassLoader.getPlatformClassLoader())) {
            Class<?> mode = other.loadClass("org.imageop.Mode");
            Object image = other.loadClass("org.imageop.StandardImage")
                    .getMethod("of", mode, int.class, int.class)
                    .invoke(null, mode.getField("L").get(null), 1, 1);

            assertThatThrownBy(() -> Images.of(image))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("org.imageop.StandardImage")
                    .hasMessageContaining("another copy of this library")
                    .hasMessageContaining("URLClassLoader");
        }
    }
}
