/**
 * Mats of OpenCV and Frames of JavaCV as images of the protocol, and vice versa.
 *
 * <p>No library is required: the module reads the one that an application brings, whatever its module is called. JavaCV is
 * not even named here, because its module requires those of a dozen more libraries.
 */
module org.imageop.opencv {
    requires transitive org.imageop;
    requires static org.bytedeco.opencv;
    requires static org.jspecify;

    exports org.imageop.javacv;
    exports org.imageop.opencv;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.opencv.adapters.OpenCvMatAdapter,
            org.imageop.opencv.adapters.BytedecoMatAdapter,
            org.imageop.opencv.adapters.FrameAdapter;
}
