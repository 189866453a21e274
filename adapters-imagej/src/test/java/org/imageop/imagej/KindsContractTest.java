package org.imageop.imagej;

import static org.imageop.imagej.OwnMeans.inverted;
import static org.imageop.imagej.OwnMeans.ranged;
import static org.imageop.imagej.OwnMeans.withTable;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.source.ImageKind;

/** The protocol's own contract on every kind of image that ImageJ has. */
class KindsContractTest extends ImageKindsContract {
    private static final Plane.Range SIGNED = new Plane.Range(-32768, 32767);

    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put("bytes", ImageKind.of(Mode.L, (w, h) -> ImageJImages.wrap(new ByteProcessor(w, h))));
        kinds.put(
                "inverted bytes", ImageKind.of(Mode.L, (w, h) -> ImageJImages.wrap(inverted(new ByteProcessor(w, h)))));
        kinds.put(
                "bytes of 216 colours",
                ImageKind.of(Mode.RGB, (w, h) -> ImageJImages.wrap(withTable(new ByteProcessor(w, h), cube())))
                        .withLargest(5, 5, 5));
        kinds.put("indices", ImageKind.of(Mode.L, (w, h) -> ImageJImages.values(inverted(new ByteProcessor(w, h)))));
        kinds.put("shorts", ImageKind.of(Mode.L16, (w, h) -> ImageJImages.wrap(new ShortProcessor(w, h))));
        kinds.put(
                "inverted shorts",
                ImageKind.of(Mode.L16, (w, h) -> ImageJImages.wrap(inverted(new ShortProcessor(w, h)))));
        kinds.put(
                "signed shorts",
                ImageKind.of(
                        Mode.L16, (w, h) -> ImageJImages.wrap(signed(new ImagePlus("", new ShortProcessor(w, h))))));
        kinds.put("colours", ImageKind.of(Mode.RGB, (w, h) -> ImageJImages.wrap(new ColorProcessor(w, h))));
        kinds.put("floats", ImageKind.of(Mode.L16, (w, h) -> ImageJImages.wrap(new FloatProcessor(w, h))));
        kinds.put(
                "floats in a range",
                ImageKind.of(Mode.L16, (w, h) -> ImageJImages.wrap(ranged(new FloatProcessor(w, h), -1000, 4000))));
        kinds.put(
                "ints",
                ImageKind.of(
                        Mode.L32,
                        (w, h) -> ImageJImages.wrap(
                                new IntProcessor(w, h), new Plane.Range(Integer.MIN_VALUE, Integer.MAX_VALUE))));
        kinds.put(
                "signed shorts in a range",
                ImageKind.of(
                        Mode.L16,
                        (w, h) -> ImageJImages.wrap(
                                signed(new ImagePlus("", new ShortProcessor(w, h)))
                                        .getProcessor(),
                                SIGNED)));
        kinds.put("a slice", ImageKind.of(Mode.L16, (w, h) -> {
            ImageStack stack = new ImageStack(w, h);
            stack.addSlice(new ShortProcessor(w, h));
            stack.addSlice(new ShortProcessor(w, h));
            return ImageJImages.slices(stack).get(1);
        }));
        kinds.put(
                "a virtual slice",
                ImageKind.of(
                                Mode.RGB,
                                (w, h) -> ImageJImages.slices(
                                                new ReadStack(w, h, 3, n -> OwnMeans.noise(new ColorProcessor(w, h))))
                                        .get(1))
                        .asReadOnly());
        return kinds;
    }

    private static ImagePlus signed(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        calibration.setSigned16BitCalibration();
        return image;
    }

    /** Colours at even distances, so that the nearest one is found component by component; the other steps are black. */
    private static IndexColorModel cube() {
        byte[][] bands = new byte[3][216];
        for (int i = 0; i < 216; i++) {
            bands[0][i] = (byte) (i / 36 * 51);
            bands[1][i] = (byte) (i / 6 % 6 * 51);
            bands[2][i] = (byte) (i % 6 * 51);
        }
        return new IndexColorModel(8, 216, bands[0], bands[1], bands[2]);
    }
}
