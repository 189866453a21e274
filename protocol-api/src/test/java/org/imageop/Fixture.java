package org.imageop;

import java.util.function.Supplier;

/** Makes one kind of image to be tested, a new one each time. */
record Fixture(String name, Mode mode, int width, int height, boolean writable, Supplier<Subject> maker) {

    Subject make() {
        return maker.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
