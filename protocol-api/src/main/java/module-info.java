/**
 * The image protocol: what an image is, how its memory is described, and how it is shared or copied.
 *
 * <p>Needs {@code java.base} alone. Adapters for other image classes are found as services of {@link
 * org.imageop.spi.ImageAdapter}.
 */
@org.jspecify.annotations.NullMarked
module org.imageop {
    requires static org.jspecify;

    exports org.imageop;
    exports org.imageop.color;
    exports org.imageop.spi;

    uses org.imageop.color.ColorManagement;
    uses org.imageop.spi.ImageAdapter;
}
