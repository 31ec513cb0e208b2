package org.chirpmill.thirdparty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The licences that a library's POM names, or else the nearest parent of it that names any. */
final class PomLicences {
    private PomLicences() {}

    /** Their names as they stand there; none where no POM names any. */
    static List<String> of(RuntimeLibrary library) throws IOException {
        Optional<Path> pom = Optional.of(library.pom());
        while (pom.isPresent()) {
            Element project = project(pom.get());
            List<String> names = child(project, "licenses").map(PomLicences::names).orElse(List.of());
            if (!names.isEmpty()) {
                return names;
            }
            pom = child(project, "parent").map(parent -> file(library.repository(), parent));
        }
        return List.of();
    }

    private static List<String> names(Element licences) {
        NodeList all = licences.getElementsByTagName("name");
        List<String> names = new ArrayList<>();
        for (int k = 0; k < all.getLength(); k++) {
            names.add(all.item(k).getTextContent().strip());
        }
        return names;
    }

    private static Path file(Path repository, Element parent) {
        String artifact = text(parent, "artifactId");
        String version = text(parent, "version");
        return repository.resolve(text(parent, "groupId").replace('.', '/')).resolve(artifact).resolve(version)
            .resolve(artifact + "-" + version + ".pom");
    }

    private static String text(Element element, String name) {
        return child(element, name).orElseThrow().getTextContent().strip();
    }

    private static Optional<Element> child(Element element, String name) {
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element found && found.getTagName().equals(name)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Element project(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(pom.toString(), malformed);
        }
    }
}
