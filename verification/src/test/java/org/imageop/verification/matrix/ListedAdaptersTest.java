package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.cli.Main;
import org.junit.jupiter.api.Test;

/** {@code imageop formats} lists the adapters of all libraries on its class path, and what they did with images. */
class ListedAdaptersTest {
    @Test
    void A6_adaptersOfLibrariesOnTheClassPathAreListed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "formats",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode formats = new ObjectMapper().readTree(process.getInputStream());
        assertThat(process.waitFor()).isZero();
        Map<String, String> rgb = new LinkedHashMap<>();
        formats.get("adapters")
                .forEach(adapter -> rgb.put(
                        adapter.get("type").asText(),
                        adapter.get("modes").get("RGB").asText()));

        assertThat(rgb)
                .containsEntry("java.awt.image.BufferedImage", "shares")
                .containsEntry("javafx.scene.image.WritableImage", "copies")
                .containsEntry("net.imglib2.RandomAccessibleInterval", "shares")
                .containsEntry("ij.process.ImageProcessor", "copies")
                .containsEntry("ij.ImagePlus", "copies")
                .containsEntry("org.bytedeco.opencv.opencv_core.Mat", "copies")
                .containsEntry("org.bytedeco.javacv.Frame", "copies")
                .containsEntry("org.opencv.core.Mat", "not loaded");
    }
}
