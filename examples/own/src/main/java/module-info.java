/** Image classes that implement the protocol in four ways. */
module org.imageop.examples.own {
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.examples.own;
}
