/** Image classes that implement the protocol in four ways, and an adapter for a class that does not. */
module org.imageop.examples.own {
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.examples.own;
    exports org.imageop.examples.own.scanner;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.examples.own.scanner.ScanAdapter;
}
