package org.imageop.opencv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.source.ImageKind;
import org.junit.jupiter.api.BeforeAll;

/** The protocol's own contract on what Mats and Frames become, in all depths and several orders. */
class KindsContractTest extends ImageKindsContract {
    @BeforeAll
    static void load() {
        Foreign.load();
    }

    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        // one table makes them all; what differs is how memory is reached: by OpenCV's Mat from Java 22 on, else rows
        // are fetched
        of(Foreign.BYTEDECO_MAT).forEach((name, kind) -> kinds.put(name, kind));
        of(Foreign.OPENCV_MAT).forEach((name, kind) -> {
            if (Set.of("BGR bytes", "unused", "floats", "signed ints", "doubles")
                    .contains(name)) {
                kinds.put(name + " by OpenCV alone", kind);
            }
        });
        of(Foreign.FRAME).forEach((name, kind) -> {
            if (Set.of("BGR bytes", "signed shorts").contains(name)) {
                kinds.put(name + " of a Frame", kind);
            }
        });
        return kinds;
    }

    private static <T> Map<String, ImageKind> of(Foreign<T> foreign) {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put("BGR bytes", ImageKind.of(Mode.RGB, (w, h) -> foreign.wrap(foreign.part("8U", w, h, 3))));
        kinds.put("BGRA shorts", ImageKind.of(Mode.RGBA64, (w, h) -> foreign.wrap(foreign.make("16U", w, h, 4))));
        kinds.put("alpha first", ImageKind.of(Mode.LA, (w, h) -> foreign.wrap(foreign.part("8U", w, h, 2), "AL")));
        kinds.put("inks", ImageKind.of(Mode.CMYK64, (w, h) -> foreign.wrap(foreign.part("16U", w, h, 4), "KYMC")));
        kinds.put("unused", ImageKind.of(Mode.RGB, (w, h) -> foreign.wrap(foreign.make("8U", w, h, 5), "RXGXB")));
        kinds.put("floats", ImageKind.of(Mode.L16, (w, h) -> foreign.wrap(foreign.part("32F", w, h, 1))));
        kinds.put(
                "signed shorts",
                ImageKind.of(
                        Mode.RGB48,
                        (w, h) -> foreign.wrap(foreign.make("16S", w, h, 3), "RGB", new Plane.Range(-32768, 32767))));
        kinds.put(
                "signed ints",
                ImageKind.of(
                        Mode.L32,
                        (w, h) -> foreign.wrap(
                                foreign.part("32S", w, h, 1), new Plane.Range(Integer.MIN_VALUE, Integer.MAX_VALUE))));
        kinds.put(
                "doubles",
                ImageKind.of(
                        Mode.RGBA64, (w, h) -> foreign.wrap(foreign.part("64F", w, h, 4), new Plane.Range(-1, 1))));
        kinds.put(
                "a window",
                ImageKind.of(Mode.L16, (w, h) -> foreign.wrap(foreign.part("16U", w, h, 1), new Plane.Range(0, 4095)))
                        .withLargest(4095));
        kinds.put(
                "one of five channels",
                ImageKind.of(
                        Mode.L,
                        (w, h) -> foreign.channels(foreign.part("8S", w, h, 5), new Plane.Range(-128, 127))
                                .get(3)));
        return kinds;
    }
}
