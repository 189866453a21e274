package org.imageop.awt.wrapping;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Colour models whose samples are not components of the mode: foreign subclasses of AWT's models that override how a colour
 * is computed, such as tables over grey. Subclasses that override anything else, to create rasters or to name themselves, leave
 * the samples what they are. So is a model of AWT with a foreign colour space.
 */
final class OwnColors {
    private static final Module AWT = ColorModel.class.getModule();

    /** The methods of AWT that make a colour of samples. */
    private static final Set<String> READING = Set.of(
            "getRGB",
            "getRed",
            "getGreen",
            "getBlue",
            "getAlpha",
            "getComponents",
            "getNormalizedComponents",
            "getUnnormalizedComponents");

    private static final ClassValue<Boolean> READS = overriding(READING);

    private static final ClassValue<Boolean> WRITES = overriding(Set.of("getDataElement", "getDataElements"));

    private OwnColors() {}

    /** Whether the model alone knows the colours that samples stand for. */
    static boolean computedBy(ColorModel model, SampleModel samples) {
        return (READS.get(model.getClass()) && !repaired(model))
                || (!numbers(samples) && foreign(model.getColorSpace()))
                || shifted(model, samples);
    }

    /** Whether samples are numbers of a range, which eight bits of colour would not hold. */
    private static boolean numbers(SampleModel samples) {
        return switch (samples.getDataType()) {
            case DataBuffer.TYPE_SHORT, DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> true;
            default -> false;
        };
    }

    /** Whether the space is one of a foreign class, whose colours no profile tells. Inks have no other meaning than their mode. */
    private static boolean foreign(ColorSpace space) {
        return !(space instanceof ICC_ColorSpace)
                && space.getClass().getModule() != AWT
                && (space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY);
    }

    /** Whether the model brings its own way back from colours to samples; AWT's models bring it with the space. */
    static boolean writtenBy(ColorModel model) {
        return WRITES.get(model.getClass()) || (model.getClass().getModule() == AWT && foreign(model.getColorSpace()));
    }

    /** AWT's arithmetic of 32-bit components overflows: subclasses for them, also this library's, only repair it. */
    private static boolean repaired(ColorModel model) {
        return model instanceof ComponentColorModel && model.getTransferType() == DataBuffer.TYPE_INT;
    }

    /** Whether a range above or below 0 is multiplied by alpha: AWT divides before it looks at the range. */
    private static boolean shifted(ColorModel model, SampleModel samples) {
        boolean real =
                samples.getDataType() == DataBuffer.TYPE_FLOAT || samples.getDataType() == DataBuffer.TYPE_DOUBLE;
        if (!real || !model.hasAlpha() || !model.isAlphaPremultiplied()) {
            return false;
        }
        ColorSpace space = model.getColorSpace();
        for (int c = 0; c < model.getNumColorComponents(); c++) {
            if (space.getMinValue(c) != 0) {
                return true;
            }
        }
        return false;
    }

    private static ClassValue<Boolean> overriding(Set<String> names) {
        return new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                for (Class<?> each = type; each.getModule() != AWT; each = each.getSuperclass()) {
                    for (Method method : each.getDeclaredMethods()) {
                        if (names.contains(method.getName())) {
                            return true;
                        }
                    }
                }
                return false;
            }
        };
    }
}
