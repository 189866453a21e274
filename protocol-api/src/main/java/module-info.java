/** The image protocol: what an image is, for every library alike. */
module org.imageop {
    requires static transitive org.jspecify;

    exports org.imageop;
    exports org.imageop.spi;

    uses org.imageop.spi.ImageAdapter;
}
