package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import org.imageop.awt.AwtImages;
import org.imageop.javafx.FxImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Between Swing and JavaFX, against JavaFX's own converter, which always copies. */
public final class JavaFx {
    private JavaFx() {}

    private static int number(String type) {
        try {
            return BufferedImage.class.getField("TYPE_" + type).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("There is no type " + type, e);
        }
    }

    /** To an image that JavaFX shows. */
    public abstract static class ToWritableImage extends Case {
        private BufferedImage image;

        /** Makes the image of a type. */
        final void image(String type) {
            image = Picture.bufferedImage(number(type), width(), height());
        }

        /**
         * By us.
         *
         * @return the result
         */
        @Benchmark
        public final Object imageop() {
            return FxImages.toWritableImage(AwtImages.wrap(image));
        }

        /**
         * By JavaFX.
         *
         * @return the result
         */
        @Benchmark
        public final Object swingFXUtils() {
            return SwingFXUtils.toFXImage(image, null);
        }
    }

    /** From the types that programs use most. */
    @Row(
            value = "{type} → WritableImage",
            mixed = Row.NEW_MEMORY + "1.11, of INT_ARGB.",
            targets =
                    @Row.Target(
                            peer = "swingFXUtils",
                            atMost = 0.25,
                            before = {"INT_ARGB 0.52", "3BYTE_BGR 0.44", "INT_RGB 0.34", "INT_ARGB_PRE 0.03"},
                            missed =
                                    "Copying 4K ints into new memory alone takes 0.27 of SwingFXUtils' time on JDK 17 and 0.44 on JDK 25."))
    public static class FromCommonType extends ToWritableImage {
        /** The type. */
        @Param({"INT_ARGB_PRE", "INT_ARGB", "INT_RGB", "3BYTE_BGR"})
        public String type;

        /** The state is made by JMH. */
        public FromCommonType() {}

        /** Makes the image. */
        @Setup
        public void image() {
            image(type);
        }
    }

    /** From the other types. */
    @Row(value = "{type} → WritableImage", targets = @Row.Target(peer = "swingFXUtils", atMost = 0.8))
    public static class FromOtherType extends ToWritableImage {
        /** The type. */
        @Param({
            "INT_BGR",
            "4BYTE_ABGR",
            "4BYTE_ABGR_PRE",
            "BYTE_GRAY",
            "USHORT_GRAY",
            "BYTE_INDEXED",
            "BYTE_BINARY",
            "USHORT_565_RGB",
            "USHORT_555_RGB"
        })
        public String type;

        /** The state is made by JMH. */
        public FromOtherType() {}

        /** Makes the image. */
        @Setup
        public void image() {
            image(type);
        }
    }

    /** From an image that JavaFX allocated, and whose pixels it hides. */
    @Row(
            value = "WritableImage → {type}",
            targets =
                    @Row.Target(
                            peer = "swingFXUtils",
                            atMost = 0.8,
                            before = {"INT_ARGB_PRE 7.7"},
                            missed =
                                    "JavaFX hands out its ints in the same way to both, which is most of the time; shorts are written one by one."))
    public static class ToType extends Case {
        /** The type. */
        @Param({
            "INT_ARGB_PRE",
            "INT_ARGB",
            "INT_RGB",
            "INT_BGR",
            "3BYTE_BGR",
            "4BYTE_ABGR",
            "4BYTE_ABGR_PRE",
            "BYTE_GRAY",
            "USHORT_GRAY",
            "USHORT_565_RGB",
            "USHORT_555_RGB"
        })
        public String type;

        private WritableImage image;
        private int number;

        /** The state is made by JMH. */
        public ToType() {}

        /** Makes the image: opaque if the type is. */
        @Setup
        public void image() {
            number = number(type);
            image = SwingFXUtils.toFXImage(Picture.bufferedImage(number, width(), height()), null);
        }

        /**
         * By us.
         *
         * @return the result
         */
        @Benchmark
        public Object imageop() {
            return AwtImages.toBufferedImage(image, number);
        }

        /**
         * By JavaFX, which makes three types, and then by Java2D.
         *
         * @return the result
         */
        @Benchmark
        public Object swingFXUtils() {
            BufferedImage wanted = new BufferedImage(width(), height(), number);
            if (number <= BufferedImage.TYPE_INT_ARGB_PRE) {
                return SwingFXUtils.fromFXImage(image, wanted);
            }
            Picture.draw(SwingFXUtils.fromFXImage(image, null), wanted);
            return wanted;
        }
    }
}
