package org.imageop.examples.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.imageop.CopyRequiredException;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.dlpack.ExportedTensor;
import org.imageop.foreign.dlpack.ImportedTensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Debian's libpython and NumPy. Without them these tests are skipped, unless {@code -Dimageop.python=required} demands them. */
class PythonTest {
    private static final String PROGRAM = "/usr/bin/python3";

    private static Python python;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String library = asked("import numpy, sysconfig; print(sysconfig.get_config_var('INSTSONAME'))");
        boolean required = "required".equals(System.getProperty("imageop.python"));
        assumeTrue(required || library.startsWith("libpython"), "there is no NumPy here, so no Python was started");
        try {
            python = Python.start(library, PROGRAM);
        } catch (IllegalArgumentException e) {
            assumeTrue(required, e.getMessage());
            throw e;
        }
    }

    /** What the system's Python prints, or nothing. */
    private static String asked(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(PROGRAM, "-c", program).start();
            byte[] printed = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? new String(printed, StandardCharsets.UTF_8).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    @AfterEach
    void pythonHoldsNothing() {
        python.run("import gc; gc.collect()", Map.of());
        assertThat(ExportedTensor.held()).isEmpty();
    }

    private static StandardImage image(Mode mode, int width, int height) {
        return ForeignImages.wrap(mode, width, height, Arena.ofAuto().allocate(mode.length(width, height)));
    }

    @Test
    void pythonWorksOnAnImageOfJavas() {
        StandardImage image = image(Mode.RGB, 640, 480);
        image.set(639, 479, 200, 100, 50);
        python.run("pixels[...] = 255 - pixels", Map.of("pixels", image));

        assertThat(image.get(639, 479).value()).containsExactly(55, 155, 205);
        assertThat(image.get(0, 0).g()).isEqualTo(255);
    }

    @Test
    void pythonSeesWhatJavaWritesLater() {
        StandardImage image = image(Mode.L, 5, 4);
        python.run("kept = pixels[1:]", Map.of("pixels", image));
        image.set(4, 3, 99);

        assertThat(python.str("kept[-1, -1]")).isEqualTo("99");
        assertThat(python.str("kept.shape, kept.strides")).isEqualTo("((3, 5), (5, 1))");
        assertThat(ExportedTensor.held()).hasSize(1);
        python.run("del kept", Map.of());
    }

    /** The reverse: Java reads and writes what NumPy computed. */
    @Test
    void javaWorksOnAnArrayOfNumpys() {
        StandardImage image = image(Mode.RGB, 5, 4);
        image.set(4, 0, 10, 20, 30);
        python.run("import numpy; turned = numpy.rot90(pixels).copy()", Map.of("pixels", image));
        try (ImportedTensor given = python.image("turned", Mode.RGB)) {
            assertThat(Images.sameContent(given.image(), Views.rotate90(image))).isTrue();
            given.image().set(0, 0, 1, 2, 3);
            assertThat(python.str("turned[0, 0]")).isEqualTo("[1 2 3]");
        }
        python.run("del turned", Map.of());
    }

    @Test
    void aPhotoIsCopiedOnceIntoAnArray() {
        BufferedImage photo = new BufferedImage(6, 4, BufferedImage.TYPE_3BYTE_BGR);
        photo.setRGB(5, 3, 0xff102030);
        python.run("import numpy; pixels = numpy.zeros((4, 6, 3), 'uint8')", Map.of());
        try (ImportedTensor given = python.image("pixels", Mode.RGB)) {
            Images.copy(AwtImages.wrap(photo), given.image());
        }
        assertThat(python.str("pixels[3, 5]")).isEqualTo("[16 32 48]");
        assertThatThrownBy(() -> python.run("pass", Map.of("pixels", AwtImages.wrap(photo))))
                .isInstanceOf(CopyRequiredException.class);
        python.run("del pixels", Map.of());
    }

    @Test
    void whatPythonRaisesIsAnException() {
        assertThatThrownBy(() -> python.run("pixels[4, 5]", Map.of("pixels", image(Mode.L, 5, 4))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Python raised IndexError('index 4 is out of bounds for axis 0 with size 4')");
        assertThatThrownBy(() -> python.run("1 +", Map.of())).hasMessageContaining("Python raised SyntaxError");
    }

    @Test
    void anyThreadMayAsk() {
        CompletableFuture<?>[] all = new CompletableFuture<?>[8];
        for (int i = 0; i < all.length; i++) {
            String name = "pixels" + i;
            all[i] = CompletableFuture.runAsync(() -> {
                StandardImage image = image(Mode.L, 50, 40);
                python.run(name + "[...] = 7", Map.of(name, image));
                assertThat(image.get(49, 39).l()).isEqualTo(7);
            });
        }
        CompletableFuture.allOf(all).join();
    }
}
