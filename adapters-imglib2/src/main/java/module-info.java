/** ImgLib2's images as images of the protocol, and vice versa. */
// imglib2 is an automatic module, and its types are in the API; "module" dislikes the digit in its name
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module org.imageop.imglib2 {
    requires transitive net.imglib2;
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.imglib2;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.imglib2.adapters.RandomAccessibleIntervalAdapter;
}
