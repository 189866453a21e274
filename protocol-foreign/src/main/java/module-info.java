/** Images on memory that is not Java's own: segments of any size. */
@org.jspecify.annotations.NullMarked
module org.imageop.foreign {
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.foreign;
}
