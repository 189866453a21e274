package org.imageop.examples.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.TensorLayout;
import org.junit.jupiter.api.Test;

/** ONNX Runtime on the memory of images. Its models are made here; what they compute is computed here as well. */
class OnnxRuntimeTest {
    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    /** Scores are the mean of each channel: class 0 is red, 1 green, 2 blue. */
    private static byte[] whichColor(int batch, int width, int height) {
        return new Onnx(new long[] {batch, 3, height, width}, new long[] {batch, 3}, 2)
                .then("GlobalAveragePool")
                .then("Flatten")
                .file();
    }

    /** Turns the image at its main diagonal, and inverts it: 1 becomes −1. */
    private static byte[] negativeOnItsSide(int channels, int width, int height) {
        return new Onnx(new long[] {1, channels, height, width}, new long[] {1, channels, width, height}, 2)
                .then("Transpose", "perm", 0, 1, 3, 2)
                .then("Neg")
                .file();
    }

    private static StandardImage noise(int width, int height) {
        byte[] bytes = new byte[(int) Mode.RGB.length(width, height)];
        new Random(7).nextBytes(bytes);
        return StandardImage.ofBytes(Mode.RGB, width, height, bytes);
    }

    private static BufferedImage painted(Color color) {
        BufferedImage image = new BufferedImage(50, 40, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 50, 40);
        graphics.dispose();
        return image;
    }

    @Test
    void photosOfAnyClassAreClassified() throws Exception {
        try (Classifier classifier = new Classifier(whichColor(3, 32, 24), 3)) {
            assertThat(classifier.classes(List.of(
                            painted(Color.BLUE),
                            StandardImage.filled(Mode.RGB48, 7, 9, 65535, 0, 0),
                            painted(new Color(0, 200, 90)))))
                    .containsExactly(2, 0, 1);
            // the same memory again, and fewer photos than the batch has
            assertThat(classifier.classes(List.of(painted(Color.RED)))).containsExactly(0);
        }
    }

    @Test
    void theNetworkSeesNormalisedNumbers() throws Exception {
        StandardImage photo = noise(32, 24);
        double[] expected = new double[3];
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 32; x++) {
                int[] pixel = photo.get(x, y).value();
                for (int c = 0; c < 3; c++) {
                    expected[c] += (pixel[c] / 255.0 - MEAN[c]) / DEVIATION[c] / (32 * 24);
                }
            }
        }
        try (Classifier classifier = new Classifier(whichColor(1, 32, 24), 1)) {
            float[] scores = classifier.scores(List.of(photo))[0];
            for (int c = 0; c < 3; c++) {
                assertThat((double) scores[c]).isCloseTo(expected[c], within(1e-5));
            }
        }
    }

    @Test
    void outputsAreImagesOnTheMemoryThatTheNetworkWrites() throws Exception {
        TensorLayout from = TensorLayout.nchw("BGR", 6, 4).range(-1, 1);
        TensorLayout to = TensorLayout.nchw("BGR", 4, 6).range(-1, 1);
        try (ImageModel model = new ImageModel(negativeOnItsSide(3, 6, 4), from, to)) {
            StandardImage photo = noise(6, 4);
            Images.copy(photo, model.input());
            model.run();
            ImageLike result = model.output();
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 4; x++) {
                    int[] expected = photo.get(y, x).value();
                    assertThat(result.get(x, y).value())
                            .containsExactly(255 - expected[0], 255 - expected[1], 255 - expected[2]);
                }
            }
            // one pixel is painted where the network reads; the output is the same memory
            model.input().set(5, 0, 0, 255, 1);
            model.run();
            assertThat(result.get(0, 5).value()).containsExactly(255, 0, 254);
            BufferedImage shown = Images.to(result, BufferedImage.class);
            assertThat(new Color(shown.getRGB(0, 5))).isEqualTo(new Color(255, 0, 254));
        }
    }

    /** A depth map has more than 256 values. */
    @Test
    void outputsOfOneChannelHaveSixteenBits() throws Exception {
        TensorLayout from = TensorLayout.nchw("L", 3, 2).bits(16).range(-1, 1);
        TensorLayout to = TensorLayout.nchw("L", 2, 3).bits(16).range(-1, 1);
        try (ImageModel model = new ImageModel(negativeOnItsSide(1, 3, 2), from, to)) {
            model.input().set(2, 1, 12345);
            model.run();
            assertThat(model.output().mode()).isEqualTo(Mode.L16);
            assertThat(model.output().get(1, 2).l()).isEqualTo(65535 - 12345);
        }
    }

    @Test
    void theTensorIsTheImagesMemory() throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        TensorLayout layout = TensorLayout.nchw("L", 2, 1).range(0, 1);
        FloatBuffer memory = layout.allocateFloats();
        byte[] negative =
                new Onnx(layout.shape(), layout.shape(), 1).then("Neg").file();
        try (OrtSession session = environment.createSession(negative);
                OnnxTensor tensor = OnnxTensor.createTensor(environment, memory, layout.shape())) {
            assertThat(tensor.ownsBuffer()).isFalse();
            layout.image(memory, 0).set(1, 0, 51);
            try (OrtSession.Result result = session.run(Map.of("x", tensor))) {
                FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
                assertThat(numbers.get(1)).isEqualTo(-0.2f);
                // what a network returned in memory of its own is an image as well
                assertThat(layout.range(-1, 0).image(numbers, 0).get(1, 0).l()).isEqualTo(204);
            }
        }
    }
}
