package org.imageop.cli.convert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.cli.command.DidYouMean;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An opaque colour behind an image, of 8 bits. */
record Background(int red, int green, int blue) {
    /** Colours that need no number: the names of HTML 4, as CSS has them. */
    private static final Map<String, Integer> NAMES = names();

    static final Background WHITE = new Background(255, 255, 255);

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3})(?:\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3}))?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    /** The image on this colour, as a view without alpha; a grey image on a colour that is not grey becomes RGB. */
    ImageLike behind(ImageLike image) {
        Mode mode = image.mode();
        int unit = (int) (mode.maxValue() / 255);
        if (mode.family() == ColorFamily.RGB) {
            return Views.flatten(image, unit * red, unit * green, unit * blue);
        }
        return red == green && green == blue
                ? Views.flatten(image, unit * red)
                : behind(StandardImage.from(image, Mode.of(ColorFamily.RGB, mode.bitsPerComponent(), true)));
    }

    /** An image of nothing but this colour, computed. */
    ImageLike image(Mode mode, ImageSize size) {
        StandardImage pixel = StandardImage.from(StandardImage.filled(Mode.RGB, 1, 1, red, green, blue), mode);
        int[] samples = new int[mode.components()];
        Images.rows(pixel).read(0, 0, 1, samples, 0);
        return StandardImage.computed(mode, size.width(), size.height(), (x, y, count, target, offset) -> {
            for (int i = 0; i < count; i++) {
                System.arraycopy(samples, 0, target, offset + i * samples.length, samples.length);
            }
        });
    }

    /** The image itself, or in RGB if it is grey and this colour is not. */
    ImageLike allowedIn(ImageLike image) {
        Mode mode = image.mode();
        return mode.family() == ColorFamily.GREY && (red != green || green != blue)
                ? StandardImage.from(image, Mode.of(ColorFamily.RGB, mode.bitsPerComponent(), mode.hasAlpha()))
                : image;
    }

    /** Reads a name, hexadecimal digits, a grey, or red, green and blue. */
    static final class FromText implements ITypeConverter<Background> {
        @Override
        public Background convert(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            Integer named = NAMES.get(word);
            if (named != null) {
                return ofRgb(named);
            }
            if (word.startsWith("#") && HEX.matcher(word.substring(1)).matches()) {
                return ofDigits(text, word.substring(1));
            }
            Matcher numbers = NUMBERS.matcher(word);
            if (numbers.matches()) {
                int first = number(text, numbers.group(1));
                return numbers.group(2) == null
                        ? new Background(first, first, first)
                        : new Background(first, number(text, numbers.group(2)), number(text, numbers.group(3)));
            }
            throw unknown(text, word);
        }
    }

    private static Background ofRgb(int rgb) {
        return new Background(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static Background ofDigits(String text, String digits) {
        return switch (digits.length()) {
            case 3 -> ofRgb(Integer.parseInt(digits.replaceAll("(.)", "$1$1"), 16));
            case 6 -> ofRgb(Integer.parseInt(digits, 16));
            case 4, 8 ->
                throw new TypeConversionException("\"" + text + "\" has alpha, but a background is opaque; expected "
                        + digits.length() * 3 / 4 + " digits after #");
            default ->
                throw new TypeConversionException(
                        "\"" + text + "\" is not a colour; expected 3 or 6 hexadecimal digits after #, as in #ff8800");
        };
    }

    private static int number(String text, String digits) {
        int value = Integer.parseInt(digits);
        if (value > 255) {
            throw new TypeConversionException(
                    value + " in \"" + text + "\" is too large; colours are numbers from 0 to 255, whatever the image");
        }
        return value;
    }

    private static TypeConversionException unknown(String text, String word) {
        if (word.equals("transparent") || word.equals("none")) {
            return new TypeConversionException("a background is opaque; without --background alpha is kept where the"
                    + " format and the mode have it");
        }
        boolean digitsAlone = HEX.matcher(word).matches() && (word.length() == 3 || word.length() == 6);
        String guess = digitsAlone ? "; did you mean '#" + word + "'?" : DidYouMean.question(word, NAMES.keySet());
        return new TypeConversionException("\"" + text + "\" is not a colour" + guess + " ("
                + String.join(" ", NAMES.keySet()) + ", '#rrggbb', '#rgb', a grey from 0 to 255, or red,green,blue)");
    }

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("white", 0xffffff);
        names.put("silver", 0xc0c0c0);
        names.put("gray", 0x808080);
        names.put("grey", 0x808080);
        names.put("black", 0x000000);
        names.put("red", 0xff0000);
        names.put("maroon", 0x800000);
        names.put("yellow", 0xffff00);
        names.put("olive", 0x808000);
        names.put("lime", 0x00ff00);
        names.put("green", 0x008000);
        names.put("aqua", 0x00ffff);
        names.put("teal", 0x008080);
        names.put("blue", 0x0000ff);
        names.put("navy", 0x000080);
        names.put("fuchsia", 0xff00ff);
        names.put("purple", 0x800080);
        return names;
    }
}
