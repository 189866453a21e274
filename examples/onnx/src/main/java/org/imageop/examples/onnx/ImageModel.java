package org.imageop.examples.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.TensorLayout;

/**
 * A network that makes an image of an image: upscaling, style, depth, segmentation. It reads its input, and writes its output,
 * where the images of {@link #input} and {@link #output} lie, so that nothing is copied behind them.
 *
 * <p>Used by one thread at a time.
 */
public final class ImageModel implements AutoCloseable {
    private final OrtSession session;
    private final OnnxTensor in;
    private final OnnxTensor out;
    private final StandardImage input;
    private final StandardImage output;

    /**
     * Loads a model.
     *
     * @param model an ONNX file with one input and one output
     * @param from what its input is, a batch of one
     * @param to what its output is, a batch of one
     * @throws OrtException if ONNX Runtime refuses the model or the shapes
     */
    public ImageModel(byte[] model, TensorLayout from, TensorLayout to) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        session = environment.createSession(model);
        FloatBuffer read = from.allocateFloats();
        FloatBuffer written = to.allocateFloats();
        in = OnnxTensor.createTensor(environment, read, from.shape());
        out = OnnxTensor.createTensor(environment, written, to.shape());
        input = from.image(read, 0);
        output = to.image(written, 0);
    }

    /**
     * The image that the model reads at each {@link #run}.
     *
     * @return an image on the memory of the model's input; paint into it, or fill it with {@link Images#copy}
     */
    public StandardImage input() {
        return input;
    }

    /**
     * The image that the model makes at each {@link #run}.
     *
     * @return an image on the memory of the model's output, which the next run overwrites
     */
    public ImageLike output() {
        return output;
    }

    /**
     * Runs the model.
     *
     * @throws OrtException if it fails
     */
    public void run() throws OrtException {
        String from = session.getInputNames().iterator().next();
        String to = session.getOutputNames().iterator().next();
        session.run(Map.of(from, in), Map.of(to, out)).close();
    }

    @Override
    public void close() throws OrtException {
        in.close();
        out.close();
        session.close();
    }
}
