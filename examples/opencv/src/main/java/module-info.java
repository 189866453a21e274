/** OpenCV's Mat as an image of the protocol. */
module org.imageop.examples.opencv {
    requires transitive org.imageop;
    requires transitive org.bytedeco.opencv;
    requires static org.jspecify;

    exports org.imageop.examples.opencv;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.examples.opencv.MatAdapter;
}
