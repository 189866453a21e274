package org.imageop.imageio.metadata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An XMP packet that is being changed. Elements and attributes that are not changed stay as they are. A packet with a document
 * type is not read, because entities are a way to do harm; XMP never has one.
 */
public final class XmpPacket {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
    private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String NOTE = "http://ns.adobe.com/xmp/note/";
    private static final String REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/";

    /** A tree takes many times the room of its text; longer packets are kept, but not looked into. */
    private static final int LONGEST = 1 << 22;

    /** The bytes of its attribute and of the declaration of its namespace, and some for what escaping adds. */
    private static final int ROOM_FOR_DIGEST = 256;

    private final Document document;
    private boolean changed;

    private XmpPacket(Document document) {
        this.document = document;
    }

    /** A packet; null if it cannot be read. */
    private static @Nullable XmpPacket of(byte[] packet) {
        if (packet.length > LONGEST) {
            return null;
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silence());
            return new XmpPacket(builder.parse(new ByteArrayInputStream(packet, 0, lengthOfText(packet))));
        } catch (SAXException | IOException e) {
            return null;
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e); // every Java platform can refuse document types
        }
    }

    /** Some programs end a packet with zeros. */
    private static int lengthOfText(byte[] packet) {
        int length = packet.length;
        while (length > 0 && packet[length - 1] == 0) {
            length--;
        }
        return length;
    }

    /** The parser would print errors. */
    private static final class Silence implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // a packet that can be read is good enough
        }

        @Override
        public void error(SAXParseException e) {
            // as above
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    /** The orientation from 1 to 8 in a packet; null if there is none. */
    public static @Nullable Integer orientation(byte[] packet) {
        // most packets have none, and a tree is expensive
        if (!new String(packet, StandardCharsets.ISO_8859_1).contains("Orientation")) {
            return null;
        }
        XmpPacket read = of(packet);
        String text = read == null ? null : read.text(TIFF, "Orientation");
        return text != null && text.matches("[1-8]") ? Integer.valueOf(text) : null;
    }

    /** The properties of a packet; empty if it cannot be read. */
    public static Map<String, Object> properties(byte[] packet) {
        XmpPacket read = of(packet);
        return read == null ? Map.of() : XmpProperties.of(read.descriptions());
    }

    /** A packet in which nothing contradicts the pixels that it is written with; the packet itself if nothing does. */
    static byte[] agreeing(
            byte[] packet, int width, int height, @Nullable Integer orientation, @Nullable Resolution resolution) {
        XmpPacket edited = of(packet);
        if (edited == null) {
            return packet;
        }
        edited.replace(TIFF, "ImageWidth", Integer.toString(width));
        edited.replace(TIFF, "ImageLength", Integer.toString(height));
        edited.replace(EXIF, "PixelXDimension", Integer.toString(width));
        edited.replace(EXIF, "PixelYDimension", Integer.toString(height));
        if (edited.changed) {
            edited.remove(XMP, "Thumbnails");
        }
        if (orientation != null) {
            edited.replace(TIFF, "Orientation", Integer.toString(orientation));
        }
        if (resolution != null) {
            edited.replaceFraction("XResolution", resolution.x());
            edited.replaceFraction("YResolution", resolution.y());
        }
        return edited.bytes(packet);
    }

    /** A packet after the pixels were turned, cut or resized: thumbnails and regions of the picture are no longer true. */
    public static byte[] withoutPlaces(byte[] packet, boolean regionsStay) {
        XmpPacket edited = of(packet);
        if (edited == null) {
            return packet;
        }
        edited.remove(XMP, "Thumbnails");
        if (!regionsStay) {
            edited.remove(REGIONS, "Regions");
        }
        return edited.bytes(packet);
    }

    /** A packet with the properties of a second one, which JPEG files have where one segment is too short. */
    public static byte[] joined(byte[] packet, byte[] extension) {
        XmpPacket whole = of(packet);
        XmpPacket more = of(extension);
        if (whole == null || more == null) {
            return packet;
        }
        NodeList roots = whole.document.getElementsByTagNameNS(RDF, "RDF");
        if (roots.getLength() == 0) {
            return packet;
        }
        for (Element description : more.descriptions()) {
            roots.item(0).appendChild(whole.document.importNode(description, true));
        }
        whole.remove(NOTE, "HasExtendedXMP");
        whole.changed = true;
        return whole.bytes(packet);
    }

    /**
     * Two packets with the properties of one, for files with little room for the first.
     *
     * @param main names the other one by its digest
     * @param extension has what {@code main} had no room for
     * @param digest the MD5 of the extension as 32 hexadecimal digits
     */
    public record Split(byte[] main, byte[] extension, String digest) {}

    /** Moves the largest properties into a second packet, until the first has at most so many bytes; null if it cannot be read. */
    public static @Nullable Split split(byte[] packet, int most) {
        XmpPacket main = of(packet);
        XmpPacket extension = of(packet);
        if (main == null || extension == null || main.descriptions().isEmpty()) {
            return null;
        }
        List<Node> here = main.properties();
        List<Node> there = extension.properties();
        List<Integer> order = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            order.add(i);
            sizes.add(serialized(here.get(i)).length);
        }
        order.sort(Comparator.comparing(sizes::get).reversed());
        int size = serialized(main.document).length + ROOM_FOR_DIGEST;
        for (int i : order) {
            if (size > most) {
                size -= sizes.get(i);
                remove(here.get(i));
                if (size <= most) {
                    // alone, properties also declared their namespaces
                    size = serialized(main.document).length + ROOM_FOR_DIGEST;
                }
            } else {
                remove(there.get(i));
            }
        }
        byte[] second = serialized(extension.document.getDocumentElement());
        String digest = md5(second);
        Element first = main.descriptions().get(0);
        first.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xmpNote", NOTE);
        first.setAttributeNS(NOTE, "xmpNote:HasExtendedXMP", digest);
        return new Split(serialized(main.document), second, digest);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java platform has it
        }
    }

    /** The descriptions of the picture, whose attributes and children are properties. */
    private List<Element> descriptions() {
        List<Element> found = new ArrayList<>();
        NodeList roots = document.getElementsByTagNameNS(RDF, "RDF");
        if (roots.getLength() > 0) {
            for (Node node = roots.item(0).getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && RDF.equals(node.getNamespaceURI())) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    /** The attributes and elements that are a property. */
    private List<Node> properties(String namespace, String name) {
        List<Node> found = new ArrayList<>();
        for (Element description : descriptions()) {
            Attr attribute = description.getAttributeNodeNS(namespace, name);
            if (attribute != null) {
                found.add(attribute);
            }
            for (Node node = description.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName())) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    /** All of them, in an order that two trees of one packet share. */
    private List<Node> properties() {
        List<Node> found = new ArrayList<>();
        for (Element description : descriptions()) {
            NamedNodeMap attributes = description.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                found.add(attributes.item(i));
            }
            for (Node node = description.getFirstChild(); node != null; node = node.getNextSibling()) {
                found.add(node);
            }
        }
        found.removeIf(node -> !XmpProperties.isProperty(node));
        return found;
    }

    private @Nullable String text(String namespace, String name) {
        List<Node> found = properties(namespace, name);
        return found.isEmpty() ? null : found.get(0).getTextContent().strip();
    }

    private void replace(String namespace, String name, String text) {
        for (Node node : properties(namespace, name)) {
            if (!node.getTextContent().strip().equals(text)) {
                node.setTextContent(text);
                changed = true;
            }
        }
    }

    private void replaceFraction(String name, double number) {
        long[] fraction = Resolution.fraction(number);
        replace(TIFF, name, fraction[0] + "/" + fraction[1]);
        if (!properties(TIFF, name).isEmpty()) {
            replace(TIFF, "ResolutionUnit", "2");
        }
    }

    private void remove(String namespace, String name) {
        for (Node node : properties(namespace, name)) {
            remove(node);
            changed = true;
        }
    }

    private static void remove(Node property) {
        if (property instanceof Attr attribute) {
            attribute.getOwnerElement().removeAttributeNode(attribute);
        } else {
            property.getParentNode().removeChild(property);
        }
    }

    private byte[] bytes(byte[] original) {
        return changed ? serialized(document) : original;
    }

    private static byte[] serialized(Node node) {
        if (node instanceof Attr attribute) {
            return (attribute.getName() + "='" + attribute.getValue() + "' ").getBytes(StandardCharsets.UTF_8);
        }
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.transform(new DOMSource(node), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new AssertionError(e); // what was parsed can be written
        }
    }
}
