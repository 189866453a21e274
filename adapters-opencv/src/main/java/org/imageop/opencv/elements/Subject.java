package org.imageop.opencv.elements;

/**
 * What is being wrapped, for messages.
 *
 * @param name what it is
 * @param call the beginning of calls of its facade: {@code "MatImages.%s(mat"}
 */
public enum Subject {
    OPENCV_MAT("A Mat", "OpenCvImages", "mat"),
    BYTEDECO_MAT("A Mat", "MatImages", "mat"),
    FRAME("A Frame", "FrameImages", "frame");

    private final String name;
    private final String facade;
    private final String parameter;

    Subject(String name, String facade, String parameter) {
        this.name = name;
        this.facade = facade;
        this.parameter = parameter;
    }

    /** A call of the facade, as {@code MatImages.wrap(mat, "LA")}. */
    String call(String method, String... arguments) {
        StringBuilder call = new StringBuilder(facade + "." + method + "(" + parameter);
        for (String argument : arguments) {
            call.append(", ").append(argument);
        }
        return call.append(')').toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
