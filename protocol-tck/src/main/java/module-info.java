/** The rules of the image protocol as tests that any implementation runs on itself. */
@org.jspecify.annotations.NullMarked
module org.imageop.tck {
    requires transitive org.imageop;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports org.imageop.tck;
    exports org.imageop.tck.source;
    exports org.imageop.tck.result;
}
