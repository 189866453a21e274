package org.imageop.imagej.metadata;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.List;
import java.util.Map;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/** Title, size of pixels and speed of an ImagePlus as info of images, and vice versa. */
public final class PlusInfo {
    private static final String TITLE = "Title";
    private static final double MILLISECONDS = 1000;

    private PlusInfo() {}

    /** Puts the title and the size of pixels into the info of an image. */
    public static void read(ImagePlus image, Map<String, Object> info) {
        putTitle(image.getTitle(), info);
        putDpi(image.getCalibration(), info);
    }

    /** Puts the label of a slice, the size of pixels and the speed of the stack into the info of a slice. */
    public static void readSlice(ImagePlus image, ImageStack stack, int n, Map<String, Object> info) {
        readLabel(stack, n, info);
        Calibration calibration = image.getCalibration();
        putDpi(calibration, info);
        if (calibration.fps > 0 && stack.getSize() > 1) {
            info.put(InfoKeys.DURATION, MILLISECONDS / calibration.fps);
        }
    }

    /** Puts the label of a slice into its info. What follows in further lines is the header of a file. */
    public static void readLabel(ImageStack stack, int n, Map<String, Object> info) {
        putTitle(stack.getShortSliceLabel(n), info);
    }

    private static void putTitle(@Nullable String title, Map<String, Object> info) {
        if (title != null && !title.isBlank()) {
            info.put(InfoKeys.TEXT, Map.of(TITLE, title));
        }
    }

    private static void putDpi(Calibration calibration, Map<String, Object> info) {
        double across = pixelsPerInch(calibration.pixelWidth, calibration.getXUnit());
        double down = pixelsPerInch(calibration.pixelHeight, calibration.getYUnit());
        if (across > 0 && down > 0) {
            info.put(InfoKeys.DPI, List.of(across, down));
        }
    }

    /** How many pixels of a size are an inch; 0 if that is not known. */
    private static double pixelsPerInch(double size, String unit) {
        double pixels = unitsPerInch(unit) / size;
        return size > 0 && Double.isFinite(pixels) ? pixels : 0;
    }

    private static double unitsPerInch(String unit) {
        return switch (unit) {
            case "inch", "inches", "in", "\"" -> 1;
            case "m", "meter", "metre" -> 0.0254;
            case "cm" -> 2.54;
            case "mm" -> 25.4;
            case "\u00b5m", "\u03bcm", "um", "micron", "microns" -> 25_400;
            case "nm" -> 25_400_000;
            default -> 0;
        };
    }

    /** The title that an image has in its info; else empty. */
    public static String title(Map<String, Object> info) {
        return info.get(InfoKeys.TEXT) instanceof Map<?, ?> text && text.get(TITLE) instanceof String title
                ? title
                : "";
    }

    /** Gives an ImagePlus the size of pixels and the speed that an image has in its info. */
    public static void write(Map<String, Object> info, ImagePlus image) {
        Calibration calibration = image.getCalibration();
        if (info.get(InfoKeys.DPI) instanceof List<?> dpi
                && dpi.size() == 2
                && dpi.get(0) instanceof Double across
                && dpi.get(1) instanceof Double down
                && across > 0
                && down > 0) {
            calibration.setUnit("inch");
            calibration.pixelWidth = 1 / across;
            calibration.pixelHeight = 1 / down;
        }
        if (info.get(InfoKeys.DURATION) instanceof Double milliseconds && milliseconds > 0) {
            calibration.fps = MILLISECONDS / milliseconds;
        }
    }
}
