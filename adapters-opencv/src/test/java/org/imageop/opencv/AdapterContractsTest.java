package org.imageop.opencv;

import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Nested;

/** The contract of adapters, of each class. */
class AdapterContractsTest {
    @Nested
    class OpenCvMatTest extends ElementsContract<org.opencv.core.Mat> {
        OpenCvMatTest() {
            super(Foreign.OPENCV_MAT);
        }

        /** There is no ByteBuffer for them before. */
        @Override
        boolean sharesAllElements() {
            return Runtime.version().feature() >= 22;
        }
    }

    @Nested
    class BytedecoMatTest extends ElementsContract<org.bytedeco.opencv.opencv_core.Mat> {
        BytedecoMatTest() {
            super(Foreign.BYTEDECO_MAT);
        }
    }

    @Nested
    class FrameTest extends ElementsContract<Frame> {
        FrameTest() {
            super(Foreign.FRAME);
        }
    }
}
