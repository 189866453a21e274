package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.ArrayList;
import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library whose mixin, standard image or buffer has one mistake each. */
final class BrokenFactories {
    private static final String MIXIN = "org.imageop.ImageMixin";
    private static final String STANDARD = "org.imageop.StandardImage";

    private BrokenFactories() {}

    static List<Broken> all() {
        List<Broken> all = new ArrayList<>(types());
        all.addAll(factories());
        all.addAll(copies());
        return all;
    }

    private static List<Broken> types() {
        return List.of(
                broken(
                        "P-61",
                        "a fifth method is left to be written",
                        MIXIN,
                        "    @Override\n    default int width() {",
                        "    void refresh();\n\n    @Override\n    default int width() {"),
                broken(
                        "P-62",
                        "standard images can do what others cannot",
                        STANDARD,
                        "    @Override\n    public Mode mode() {",
                        "    public long stride() {\n        return 0;\n    }\n\n    @Override\n    public Mode mode() {"),
                broken(
                        "P-63",
                        "a factory takes the size first",
                        STANDARD,
                        "    @Override\n    public Mode mode() {",
                        "    public static StandardImage of(int width, int height, Mode mode) {\n"
                                + "        return of(mode, width, height);\n    }\n\n"
                                + "    @Override\n    public Mode mode() {"),
                broken(
                        "P-67",
                        "a factory takes a source and a colour",
                        STANDARD,
                        "    @Override\n    public Mode mode() {",
                        "    public static StandardImage filled(ImageLike source, int... color) {\n"
                                + "        return from(source);\n    }\n\n"
                                + "    @Override\n    public Mode mode() {"));
    }

    private static List<Broken> factories() {
        return List.of(
                broken(
                        "P-15",
                        "Cb comes before Cr",
                        INTERNAL + "buffer.BufferOverRows",
                        "layout.component(name)",
                        "layout.component(name.equals(\"cr\") ? \"cb\" : name.equals(\"cb\") ? \"cr\" : name)"),
                broken(
                        "P-24",
                        "a buffer asks an image that it does not keep",
                        STANDARD,
                        "    public ImageBuffer buffer() {\n        return buffer;",
                        "    public ImageBuffer buffer() {\n        return new Weak(new java.lang.ref.WeakReference<>(this));",
                        "    @Override\n    public Mode mode() {",
                        """
                            private record Weak(java.lang.ref.WeakReference<StandardImage> image) implements ImageBuffer {
                                private ImageBuffer whole() {
                                    return Objects.requireNonNull(image.get(), "image").buffer;
                                }

                                @Override
                                public long length() {
                                    return whole().length();
                                }

                                @Override
                                public int get(long index) {
                                    return whole().get(index);
                                }

                                @Override
                                public void set(long index, int value) {
                                    whole().set(index, value);
                                }

                                @Override
                                public boolean readOnly() {
                                    return whole().readOnly();
                                }

                                @Override
                                public java.util.Optional<PixelLayout> layout() {
                                    return whole().layout();
                                }
                            }

                            @Override
                            public Mode mode() {"""),
                broken(
                        "P-65",
                        "long rows are filled to a limit",
                        INTERNAL + "rows.Runs",
                        "x < size.width(); x += count",
                        "x < Math.min(size.width(), LONGEST); x += count"),
                broken(
                        "P-65",
                        "all planes get the first value",
                        INTERNAL + "operations.Allocation",
                        "color[plane + k % components]",
                        "color[k % components]"),
                broken(
                        "P-65",
                        "colours are not checked",
                        STANDARD,
                        "        Checks.color(mode, color);\n",
                        "        color = java.util.Arrays.copyOf(color, 4);\n"),
                broken(
                        "P-66",
                        "the array is kept",
                        STANDARD,
                        "        StandardImage image = wrap(Allocation.layout(mode, width, height));\n"
                                + "        image.buffer.set(0, bytes, 0, bytes.length);\n"
                                + "        return image;",
                        "        return wrap(mode, width, height, bytes);"),
                broken(
                        "P-66",
                        "more bytes than needed are accepted",
                        STANDARD,
                        "checkLength(mode, width, height, bytes.length, 1);\n        StandardImage image",
                        "checkLength(mode, width, height, Math.min(bytes.length, mode.length(width, height)), 1);\n"
                                + "        StandardImage image",
                        "image.buffer.set(0, bytes, 0, bytes.length);",
                        "image.buffer.set(0, bytes, 0, (int) image.buffer.length());"),
                broken(
                        "P-68",
                        "a new YV12 image is black",
                        STANDARD,
                        "Allocation.fill(image, 16, 16, 16)",
                        "Allocation.fill(image, 16, 128, 128)"));
    }

    private static List<Broken> copies() {
        return List.of(
                broken(
                        "P-26",
                        "a turned image has the info of the image",
                        MIXIN,
                        "        return StandardImage.from(Views.rotate90(this));",
                        "        StandardImage turned = StandardImage.from(Views.rotate90(this));\n"
                                + "        turned.info().putAll(info());\n        return turned;"),
                broken(
                        "P-69",
                        "the filters of rows and columns are swapped",
                        STANDARD,
                        "ImageAccess.all(image), across, down)",
                        "ImageAccess.all(image), down, across)"),
                broken(
                        "P-69",
                        "a standard image is not copied",
                        STANDARD,
                        "        return from(source, source.mode());",
                        "        return source instanceof StandardImage same ? same : from(source, source.mode());"),
                broken(
                        "P-70",
                        "alpha that was not there is 0",
                        INTERNAL + "conversion.PixelKernel",
                        "(from == ColorFamily.GREY ? 1 : 3) : ColorLoops.MAX",
                        "(from == ColorFamily.GREY ? 1 : 3) : ColorLoops.ZERO"),
                broken(
                        "P-71",
                        "a copy has the info of its source",
                        STANDARD,
                        "        Conversion.run(ImageAccess.all(source), ImageAccess.all(image), across, down);\n",
                        "        Conversion.run(ImageAccess.all(source), ImageAccess.all(image), across, down);\n"
                                + "        image.info.putAll(source.info());\n"),
                broken(
                        "P-72",
                        "planes of a foreign buffer all begin at its first byte",
                        INTERNAL + "buffer.RowsOverBuffer",
                        "this.start = offset;",
                        "this.start = 0;"));
    }
}
