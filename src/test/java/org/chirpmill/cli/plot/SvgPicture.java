package org.chirpmill.cli.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An SVG drawing as an XML parser sees it.
 *
 * @param size width x height
 * @param texts what is written
 * @param fonts that any element names
 * @param points where the outlines begin or lines end
 */
public record SvgPicture(String size, List<String> texts, Set<String> fonts, int points) {
    /** The commands of a path (SVG 1.1, section 8.3) that outlines consist of, and numbers without an exponent. */
    private static final Pattern PATH = Pattern.compile("M[MLQCZ0-9. -]+");

    /** Of a file's text, which must be well-formed. */
    public static SvgPicture of(String text) throws IOException {
        Element root = root(text);
        List<String> texts = new ArrayList<>();
        Set<String> fonts = new TreeSet<>();
        int points = 0;
        NodeList all = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", "*");
        for (int k = 0; k < all.getLength(); k++) {
            Element element = (Element) all.item(k);
            if (element.hasAttribute("font-family")) {
                fonts.add(element.getAttribute("font-family"));
            }
            if (element.getLocalName().equals("text")) {
                texts.add(element.getTextContent());
            }
            if (element.getLocalName().equals("path")) {
                String path = element.getAttribute("d");
                assertTrue(PATH.matcher(path).matches(), path);
                points += (int) path.chars().filter(letter -> letter == 'M' || letter == 'L').count();
            }
        }
        fonts.add(root.getAttribute("font-family"));
        return new SvgPicture(root.getAttribute("width") + " x " + root.getAttribute("height"), texts, fonts, points);
    }

    private static Element root(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(malformed);
        }
    }
}
