package org.imageop.imageio.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.formats.gif.GifCodec;
import org.imageop.imageio.formats.jpeg.JpegCodec;
import org.imageop.imageio.formats.netpbm.PamCodec;
import org.imageop.imageio.formats.netpbm.PnmCodec;
import org.imageop.imageio.formats.others.BmpCodec;
import org.imageop.imageio.formats.others.IcnsCodec;
import org.imageop.imageio.formats.others.IconCodec;
import org.imageop.imageio.formats.others.IffCodec;
import org.imageop.imageio.formats.others.PcxCodec;
import org.imageop.imageio.formats.others.PictCodec;
import org.imageop.imageio.formats.others.PsdCodec;
import org.imageop.imageio.formats.others.SgiCodec;
import org.imageop.imageio.formats.others.TgaCodec;
import org.imageop.imageio.formats.others.WbmpCodec;
import org.imageop.imageio.formats.png.PngCodec;
import org.imageop.imageio.formats.tiff.TiffCodec;
import org.imageop.imageio.formats.webp.WebpCodec;
import org.imageop.imageio.plugins.Plugins;

/** All codecs. A new format is added here. */
public final class Codecs {
    /** Formats with the surest signature first: if readers of several accept a file, they are tried in this order. */
    private static final List<Codec> ALL = List.of(
            new PngCodec(),
            new JpegCodec(),
            new GifCodec(),
            new TiffCodec(),
            new BmpCodec(),
            new PsdCodec(),
            new WebpCodec(),
            new PnmCodec(),
            new PamCodec(),
            new IffCodec(),
            new SgiCodec(),
            Codec.plain("HDR", "com.twelvemonkeys.imageio.plugins.hdr.HDR", "hdr", "rgbe", "xyze"),
            new IcnsCodec(),
            new IconCodec("ICO", "ico"),
            new IconCodec("CUR", "cur"),
            Codec.plain("DCX", "com.twelvemonkeys.imageio.plugins.dcx.DCX", "dcx"),
            Codec.plain("THUMBSDB", "com.twelvemonkeys.imageio.plugins.thumbsdb.ThumbsDB", "db"),
            new PcxCodec(),
            new PictCodec(),
            Codec.plain("PNTG", "com.twelvemonkeys.imageio.plugins.pntg.PNTG", "pntg", "mac"),
            new TgaCodec(),
            new WbmpCodec());

    static {
        Plugins.load(ALL.stream().flatMap(codec -> codec.plugins().stream()).toList());
    }

    /** The codec of each reader that is known. The best come first. */
    private static final Map<String, Codec> READERS = new LinkedHashMap<>();

    static {
        ALL.forEach(codec -> codec.readers().forEach(reader -> READERS.put(reader, codec)));
    }

    private Codecs() {}

    /** The codecs of all formats whose plugins are known. */
    public static List<Codec> all() {
        return ALL;
    }

    /** The names of some formats, separated by commas. */
    public static String names(Predicate<Codec> chosen) {
        return ALL.stream().filter(chosen).map(Codec::name).collect(Collectors.joining(", "));
    }

    /** The names of the formats that hold images of a mode of any size. */
    public static String unbounded(Mode mode) {
        return names(codec -> codec.inStrips() && codec.mostPixelBytes() == Long.MAX_VALUE && codec.holds(mode));
    }

    /** The format of a name in any case. */
    public static Optional<Codec> named(String name) {
        return ALL.stream().filter(codec -> codec.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The format of files with a suffix in any case. */
    public static Optional<Codec> ofSuffix(String suffix) {
        String lower = suffix.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(codec -> codec.suffixes().contains(lower)).findFirst();
    }

    /** The format of a reader. A reader that is not known here has a codec of its own, without peculiarities. */
    public static Codec of(ImageReaderSpi spi) {
        Codec known = READERS.get(spi.getClass().getName());
        return known != null ? known : Codec.unknown(spi.getFormatNames()[0].toUpperCase(Locale.ROOT));
    }

    /** All readers found, the best first, and last the readers of formats that are not known here. */
    public static List<ImageReaderSpi> readers() {
        Map<String, ImageReaderSpi> found = new LinkedHashMap<>();
        READERS.keySet().forEach(name -> found.put(name, null));
        Plugins.readers().forEach(spi -> found.put(spi.getClass().getName(), spi));
        return found.values().stream().filter(Objects::nonNull).toList();
    }
}
