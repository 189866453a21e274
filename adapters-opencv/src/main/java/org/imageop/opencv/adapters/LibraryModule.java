package org.imageop.opencv.adapters;

/** The module of a library, whose name depends on the jar that an application takes. */
public final class LibraryModule {
    private LibraryModule() {}

    /** Lets this module read the one of a class, if the class is there. */
    public static void read(String className) {
        Class<?> self = LibraryModule.class;
        try {
            self.getModule()
                    .addReads(Class.forName(className, false, self.getClassLoader())
                            .getModule());
        } catch (ClassNotFoundException e) {
            // whoever needs the class finds out that it is not there
        }
    }
}
