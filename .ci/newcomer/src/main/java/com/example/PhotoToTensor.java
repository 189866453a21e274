package com.example;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import org.imageop.Images;
import org.imageop.TensorLayout;

/** A photo, as the tensor that a network takes. */
public final class PhotoToTensor {
    public static void main(String[] args) throws Exception {
        BufferedImage photo = new BufferedImage(8, 6, BufferedImage.TYPE_3BYTE_BGR);
        photo.setRGB(3, 2, 0xff8000);

        TensorLayout layout = TensorLayout.nchw("RGB", 8, 6);
        FloatBuffer memory = layout.allocateFloats();
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory, layout.shape())) {
            Images.copy(Images.of(photo), layout.image(memory, 0));

            float[][][] channels = ((float[][][][]) tensor.getValue())[0];
            same(255, Math.round(channels[0][2][3] * 255));
            same(128, Math.round(channels[1][2][3] * 255));
            same(0, Math.round(channels[2][2][3] * 255));
            same(0, Math.round(channels[0][3][2] * 255));
        }
        System.out.println("BufferedImage -> OnnxTensor");
    }

    private static void same(int expected, int found) {
        if (found != expected) {
            throw new AssertionError(expected + " was expected, and not " + found);
        }
    }
}
