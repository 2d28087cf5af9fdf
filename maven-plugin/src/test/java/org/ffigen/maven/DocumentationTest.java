package org.ffigen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code docs/maven-plugin.md} against the descriptor that Maven reads. */
class DocumentationTest {

    @Test
    void everyParameterThatCanBeSetIsInTheTableWithItsProperty() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "maven-plugin.md"));

        assertThat(page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1) + 1)))
                .containsExactlyInAnyOrderElementsOf(rows());
    }

    private static List<String> rows() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml").toFile())
                .getDocumentElement();
        Element configuration = (Element) plugin.getElementsByTagName("configuration").item(0);
        NodeList parameters = plugin.getElementsByTagName("parameter");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                String property = text(configuration, name).replaceAll("[${}]", "");
                rows.add(property.isEmpty()
                        ? "| `%s` | |".formatted(name)
                        : "| `%s` | `%s` |".formatted(name, property));
            }
        }
        return rows;
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
