package org.imageop.imageio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/**
 * Pixels per inch, put into a file in its format's own terms: through the standard metadata of ImageIO three formats
 * of four come out wrong by orders of magnitude.
 *
 * @param x horizontally, positive
 * @param y vertically, positive
 */
record Resolution(double x, double y) {
    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final int BMP_RESOLUTION = 38;
    private static final long TIFF_DENOMINATOR = 1000;

    /** That of an image, or null if it has none, or one of no sense. */
    static @Nullable Resolution of(Map<String, Object> info) {
        return info.get(InfoKeys.DPI) instanceof List<?> dpi
                        && dpi.size() == 2
                        && dpi.get(0) instanceof Number x
                        && dpi.get(1) instanceof Number y
                        && fits(x.doubleValue())
                        && fits(y.doubleValue())
                ? new Resolution(x.doubleValue(), y.doubleValue())
                : null;
    }

    private static boolean fits(double dpi) {
        return dpi >= 0.5 && dpi <= 65535;
    }

    /**
     * Adds it to the metadata of a writer of the JDK.
     *
     * @return the metadata with it, or null if the format keeps it elsewhere or not at all
     */
    @Nullable
    IIOMetadata addTo(IIOMetadata metadata, Format format) throws IOException {
        switch (format) {
            case PNG -> {
                IIOMetadataNode physical = new IIOMetadataNode("pHYs");
                physical.setAttribute("pixelsPerUnitXAxis", Long.toString(Math.round(x * INCHES_PER_METRE)));
                physical.setAttribute("pixelsPerUnitYAxis", Long.toString(Math.round(y * INCHES_PER_METRE)));
                physical.setAttribute("unitSpecifier", "meter");
                metadata.mergeTree("javax_imageio_png_1.0", tree("javax_imageio_png_1.0", physical));
                return metadata;
            }
            case JPEG -> {
                String name = "javax_imageio_jpeg_image_1.0";
                IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
                if (!(root.getElementsByTagName("app0JFIF").item(0) instanceof IIOMetadataNode jfif)) {
                    return null; // CMYK has Adobe's segment in its place
                }
                jfif.setAttribute("resUnits", "1");
                jfif.setAttribute("Xdensity", Long.toString(Math.round(x)));
                jfif.setAttribute("Ydensity", Long.toString(Math.round(y)));
                metadata.setFromTree(name, root);
                return metadata;
            }
            case TIFF -> {
                TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
                BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
                directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), x));
                directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), y));
                directory.addTIFFField(new TIFFField(
                        tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
                return directory.getAsMetadata();
            }
            default -> {
                return null;
            }
        }
    }

    private static IIOMetadataNode tree(String name, IIOMetadataNode child) {
        IIOMetadataNode root = new IIOMetadataNode(name);
        root.appendChild(child);
        return root;
    }

    private static TIFFField rational(TIFFTag tag, double value) {
        long[][] fraction = {{Math.round(value * TIFF_DENOMINATOR), TIFF_DENOMINATOR}};
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, fraction);
    }

    /** Puts it into the header of a finished BMP file, whose writer cannot be told. */
    void patchBmp(FileChannel channel) throws IOException {
        ByteBuffer perMetre = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        perMetre.putInt((int) Math.round(x * INCHES_PER_METRE)).putInt((int) Math.round(y * INCHES_PER_METRE));
        channel.write(perMetre.flip(), BMP_RESOLUTION);
    }
}
