package org.imageop.imageio.codecs;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;

import java.io.IOException;
import java.util.List;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.imageop.ImageLike;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.jspecify.annotations.Nullable;

/** JPEG: lossy, and with inks that neither readers nor writers treat as Adobe's programs do. */
final class JpegCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEG";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.jpeg.JPEG";
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    JpegCodec() {
        super("JPEG", "jpg", "jpeg", "jpe", "jfif");
        addReader(TWELVE_MONKEYS);
        addReader(JDK);
        addWriter(JDK, L, RGB, CMYK);
        addWriter(TWELVE_MONKEYS, L, RGB, CMYK);
    }

    @Override
    protected int longestSide() {
        return 65500;
    }

    @Override
    public boolean lossy() {
        return true;
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return new JpegDecoder(JpegHeader.read(file));
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        JpegHeader header = JpegHeader.read(file);
        info.exif(header.exif());
        List<Double> dpi = header.dpi();
        if (dpi != null) {
            info.dpi(dpi.get(0), dpi.get(1));
        }
        info.profile(header.profile());
    }

    @Override
    public void configure(ImageWriteParam param, double quality) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
    }

    @Override
    public @Nullable IIOMetadata metadata(IIOMetadata metadata, ImageLike image) throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        if (image.mode() == CMYK) {
            // otherwise the writer announces YCCK and stores CMYK all the same
            node(root, "app14Adobe").setAttribute("transform", "0");
        } else {
            Resolution resolution = Resolution.of(image.info());
            IIOMetadataNode jfif = node(root, "app0JFIF");
            if (resolution == null || jfif == null) {
                return null;
            }
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Long.toString(Math.round(resolution.x())));
            jfif.setAttribute("Ydensity", Long.toString(Math.round(resolution.y())));
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
