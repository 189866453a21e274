package org.imageop.verification.samples;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Renders the pictures that come with the command.
 *
 * <p>Everything is computed here, in floating point: a small ray tracer for the table and the glass (refraction,
 * absorption and real caustics from a photon pass), value noise for the sky, sea, headlands and grass. The 16-bit files
 * therefore hold genuine 16-bit values. There is no random source, so the pixels come out the same on every run. Three
 * files are written:
 *
 * <ul>
 *   <li>{@code harbour.jpg}: 1200×800, 8-bit RGB, 300 dpi;
 *   <li>{@code marble.png}: 320×240, 16-bit RGBA;
 *   <li>{@code headland.tif}: 400×300, 16-bit grey.
 * </ul>
 *
 * <p>Run {@code java -cp cli/target/test-classes org.imageop.verification.samples.SamplePictures FOLDER}; it takes about a minute on
 * two cores.
 */
public final class SamplePictures {
    private SamplePictures() {}

    /**
     * Writes the pictures.
     *
     * @param args the folder to write to, which is created
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: SamplePictures FOLDER");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(harbour(), "jpeg", folder.resolve("harbour.jpg"));
        write(marble(), "png", folder.resolve("marble.png"));
        write(headland(), "tiff", folder.resolve("headland.tif"));
    }

    private static BufferedImage harbour() {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Picture.harbour().render(0, image.getRaster());
        return image;
    }

    private static BufferedImage marble() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        BufferedImage image = new BufferedImage(
                model, Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 320, 240, 4, null), false, null);
        Picture.marble().render(0, image.getRaster());
        return image;
    }

    private static BufferedImage headland() {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_USHORT_GRAY);
        Picture.headland().render(0, image.getRaster());
        return image;
    }

    private static void write(BufferedImage image, String format, Path file) throws IOException {
        ImageWriter writer = writer(format);
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (format.equals("tiff")) {
            param.setCompressionType("ZLib");
        }
        param.setCompressionQuality(format.equals("jpeg") ? 0.88f : 0);
        IIOMetadata data = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        if (format.equals("jpeg")) {
            setDpi(data, "300");
        }
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, data), param);
        }
        writer.dispose();
        System.out.println(file + " " + Files.size(file) + " bytes");
    }

    /** The writer of the JDK, whatever plugins there are: the files must not depend on them. */
    private static ImageWriter writer(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("This JDK has no writer for " + format);
    }

    private static void setDpi(IIOMetadata data, String dpi) throws IIOInvalidTreeException {
        String name = data.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(name);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", dpi);
        jfif.setAttribute("Ydensity", dpi);
        data.setFromTree(name, root);
    }
}
