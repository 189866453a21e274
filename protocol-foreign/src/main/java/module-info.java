/** Images on memory that is not Java's own, and functions of C on the memory of images. */
@org.jspecify.annotations.NullMarked
module org.imageop.foreign {
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.foreign;
    exports org.imageop.foreign.dlpack;
}
