/** ImageJ's images as images of the protocol, and vice versa. */
// ij is an automatic module, and its types are in the API
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.imageop.imagej {
    requires transitive ij;
    requires java.desktop;
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.imagej;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.imagej.adapters.ImageProcessorAdapter,
            org.imageop.imagej.adapters.ImagePlusAdapter;
}
