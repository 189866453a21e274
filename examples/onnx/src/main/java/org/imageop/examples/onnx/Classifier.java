package org.imageop.examples.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.TensorLayout;

/**
 * Asks a network which class each of some photographs is of. Each photo is resized and copied once, into the memory that the
 * network reads; this memory is made once.
 *
 * <p>For the models that most libraries publish: trained on ImageNet, RGB, images × channels × height × width. Used by one thread at a time.
 */
public final class Classifier implements AutoCloseable {
    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private final OrtSession session;
    private final String name;
    private final TensorLayout layout;
    private final FloatBuffer memory;
    private final OnnxTensor input;

    /**
     * Loads a model.
     *
     * @param model an ONNX file with one input, whose size it states
     * @param batch how many photos it gets at a time; its first dimension is this number, or open
     * @throws OrtException if ONNX Runtime refuses the model
     */
    public Classifier(byte[] model, int batch) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        session = environment.createSession(model);
        name = session.getInputNames().iterator().next();
        long[] shape = ((TensorInfo) session.getInputInfo().get(name).getInfo()).getShape();
        layout = TensorLayout.nchw("RGB", Math.toIntExact(shape[3]), Math.toIntExact(shape[2]))
                .batch(batch)
                .meanAndDeviation(MEAN, DEVIATION);
        memory = layout.allocateFloats();
        input = OnnxTensor.createTensor(environment, memory, layout.shape());
    }

    /**
     * The scores of all classes.
     *
     * @param photos images of any classes, modes and sizes, at most as many as the batch
     * @return for each photo, a number for each class
     * @throws OrtException if the model fails
     */
    public float[][] scores(List<?> photos) throws OrtException {
        // the image's longer side is squeezed; Views.crop before keeps its shape
        int height = (int) layout.shape()[2];
        int width = (int) layout.shape()[3];
        for (int i = 0; i < photos.size(); i++) {
            StandardImage small = StandardImage.from(Images.of(photos.get(i)), layout.mode(), width, height);
            Images.copy(small, layout.image(memory, i));
        }
        try (OrtSession.Result result = session.run(Map.of(name, input))) {
            float[][] scores = (float[][]) result.get(0).getValue();
            return Arrays.copyOf(scores, photos.size());
        }
    }

    /**
     * The likeliest class of each photo.
     *
     * @param photos images of any classes, modes and sizes, at most as many as the batch
     * @return for each photo, the index of the class with the highest score
     * @throws OrtException if the model fails
     */
    public int[] classes(List<?> photos) throws OrtException {
        return Arrays.stream(scores(photos)).mapToInt(Classifier::highest).toArray();
    }

    private static int highest(float[] scores) {
        int highest = 0;
        for (int i = 1; i < scores.length; i++) {
            highest = scores[i] > scores[highest] ? i : highest;
        }
        return highest;
    }

    @Override
    public void close() throws OrtException {
        input.close();
        session.close();
    }
}
