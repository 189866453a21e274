package org.imageop.imageio.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The properties of a packet of XMP: texts, lists of Bag and Seq, maps of structures. */
final class XmpProperties {
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final Set<String> LISTS = Set.of("Bag", "Seq");

    /** Deeper structures are given as their texts. */
    private static final int DEEPEST = 16;

    private XmpProperties() {}

    /** All properties of descriptions by their names with prefixes; of several with one name the first. */
    static Map<String, Object> of(List<Element> descriptions) {
        Map<String, Object> found = new LinkedHashMap<>();
        descriptions.forEach(description -> add(description, found, DEEPEST));
        return found;
    }

    /** Adds the attributes and elements that are properties. */
    private static void add(Element structure, Map<String, Object> found, int depth) {
        NamedNodeMap attributes = structure.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (isProperty(attribute)) {
                found.putIfAbsent(attribute.getName(), attribute.getValue());
            }
        }
        for (Element element : elements(structure)) {
            if (isProperty(element)) {
                found.putIfAbsent(element.getTagName(), value(element, depth));
            }
        }
    }

    static boolean isProperty(Node node) {
        String namespace = node.getNamespaceURI();
        return namespace != null && !Set.of(XmpPacket.RDF, XMLNS, XML).contains(namespace);
    }

    private static Object value(Element property, int depth) {
        List<Element> inner = elements(property);
        if (depth == 0) {
            return property.getTextContent().strip();
        }
        if (inner.size() == 1 && isRdf(inner.get(0), "Alt")) {
            return alternatives(inner.get(0), depth);
        }
        if (inner.size() == 1 && LISTS.contains(inner.get(0).getLocalName()) && isRdf(inner.get(0))) {
            List<Object> list = new ArrayList<>();
            elements(inner.get(0)).forEach(item -> list.add(value(item, depth - 1)));
            return list;
        }
        Map<String, Object> structure = new LinkedHashMap<>();
        boolean described = inner.size() == 1 && isRdf(inner.get(0), "Description");
        add(described ? inner.get(0) : property, structure, depth - 1);
        if (!structure.isEmpty()) {
            return structure;
        }
        String resource = property.getAttributeNS(XmpPacket.RDF, "resource");
        return resource.isEmpty() ? property.getTextContent().strip() : resource;
    }

    /** A single alternative is the value; several have their languages. */
    private static Object alternatives(Element alternatives, int depth) {
        List<Element> items = elements(alternatives);
        if (items.size() == 1) {
            return value(items.get(0), depth - 1);
        }
        Map<String, Object> byLanguage = new LinkedHashMap<>();
        for (Element item : items) {
            String language = item.getAttributeNS(XML, "lang");
            byLanguage.put(
                    language.isEmpty() ? Integer.toString(byLanguage.size() + 1) : language, value(item, depth - 1));
        }
        return byLanguage;
    }

    private static boolean isRdf(Element element) {
        return XmpPacket.RDF.equals(element.getNamespaceURI());
    }

    private static boolean isRdf(Element element, String name) {
        return isRdf(element) && name.equals(element.getLocalName());
    }

    private static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
