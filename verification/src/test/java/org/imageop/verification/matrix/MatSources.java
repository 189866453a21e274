package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_java;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.javacv.FrameImages;
import org.imageop.javacv.MatImages;
import org.imageop.opencv.OpenCvImages;
import org.imageop.verification.matrix.MatPixels.Elements;
import org.imageop.verification.model.Numbers;

/** Mats of both bindings and Frames, of each depth. */
final class MatSources {
    private static final String GROUP = "`Mat`, `Frame`";
    private static final List<String> DEPTHS = List.of("8U", "8S", "16U", "16S", "32S", "32F", "64F");

    /** What OpenCV shows of floats. */
    private static final Numbers FLOATS = new Numbers(0, 1, true);

    private static final Numbers SIGNED = new Numbers(-128, 127, true);

    private MatSources() {}

    static List<Source> all() {
        Loader.load(opencv_java.class);
        List<Source> sources = new ArrayList<>();
        for (Mode mode : new Mode[] {Mode.L, Mode.RGB, Mode.RGBA, Mode.L16, Mode.RGB48, Mode.RGBA64}) {
            int depth = mode.bitsPerComponent() == 8 ? 0 : 2;
            int type = depth + (mode.components() - 1 << 3);
            Mat whole = new Mat(HEIGHT, WIDTH, type);
            add(sources, "`Mat` of Bytedeco", mode, whole, Elements.of(whole));
            Mat part = new Mat(new Mat(HEIGHT + 2, WIDTH + 3, type), new Rect(2, 1, WIDTH, HEIGHT));
            add(sources, "part of a `Mat` of Bytedeco", mode, part, Elements.of(part));
            Frame frame = new Frame(WIDTH, HEIGHT, depth == 0 ? 8 : 16, mode.components());
            add(sources, "`Frame`", mode, frame, Elements.of(frame));
            org.opencv.core.Mat own = new org.opencv.core.Mat(HEIGHT, WIDTH, type);
            add(sources, "`org.opencv.core.Mat`", mode, own, Elements.of(own));
        }
        for (String depth : new String[] {"32F", "8S", "64F"}) {
            Numbers numbers = depth.equals("32F") ? FLOATS : SIGNED;
            int type = DEPTHS.indexOf(depth);
            String label = depth + (numbers == FLOATS ? "" : " and its range");
            Mode mode = depth.equals("8S") ? Mode.L : Mode.L16;
            Mat mat = new Mat(HEIGHT, WIDTH, type);
            numbers(
                    sources,
                    "`Mat` of Bytedeco",
                    label,
                    mode,
                    MatImages.wrap(mat, numbers.range()),
                    Elements.of(mat),
                    numbers);
            org.opencv.core.Mat own = new org.opencv.core.Mat(HEIGHT, WIDTH, type);
            numbers(
                    sources,
                    "`org.opencv.core.Mat`",
                    label,
                    mode,
                    OpenCvImages.wrap(own, numbers.range()),
                    Elements.of(own),
                    numbers);
            Frame frame = new Frame(
                    WIDTH, HEIGHT, depth.equals("8S") ? Frame.DEPTH_BYTE : Integer.parseInt(depth.substring(0, 2)), 1);
            numbers(
                    sources,
                    "`Frame`",
                    label,
                    mode,
                    FrameImages.wrap(frame, numbers.range()),
                    Elements.of(frame),
                    numbers);
        }
        return sources;
    }

    private static void add(List<Source> sources, String kind, Mode mode, Object object, Elements elements) {
        sources.add(new Source(GROUP, kind, mode, object, new MatPixels(elements, mode, null)));
    }

    private static void numbers(
            List<Source> sources,
            String kind,
            String label,
            Mode mode,
            ImageLike image,
            Elements elements,
            Numbers numbers) {
        sources.add(new Source(GROUP, kind, label, mode, image, new MatPixels(elements, mode, numbers), true));
    }
}
