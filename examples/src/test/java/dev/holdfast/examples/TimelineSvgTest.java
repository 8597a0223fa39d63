package dev.holdfast.examples;

import static dev.holdfast.examples.Sample.ms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TimelineSvgTest {

    private final String svg =
            TimelineSvg.draw(Picture.of(Sample.EVENTS), List.of(ms(20), ms(270)), "A <title> & more", "facts");

    @Test
    void isWellFormedAndNeedsNothingElse() throws Exception {
        Element root = parse(svg);

        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("width")).isEqualTo("1200");
        assertThat(svg).doesNotContain("href", "@import", "<script", "<image");
    }

    @Test
    void namesEveryCallAndItsResult() throws Exception {
        assertThat(texts())
                .contains("A <title> & more", "facts", "1 trouble", "2 limits")
                .contains("#1  user(octocat)", "503, 200", "timeout, given up", "rejected, circuit open")
                .contains("#3  user(<octocat>)", "hold 2.00 s", "open", "closed");
    }

    @Test
    void hasAnAxisInSeconds() throws Exception {
        assertThat(texts()).contains("0 s", "1 s", "2 s", "3 s", "4 s").doesNotContain("5 s");
    }

    @Test
    void staysWithinThePage() throws Exception {
        NodeList rects = parse(svg).getElementsByTagName("rect");
        for (int i = 0; i < rects.getLength(); i++) {
            Element rect = (Element) rects.item(i);
            double x = rect.getAttribute("x").isEmpty() ? 0 : Double.parseDouble(rect.getAttribute("x"));
            double right = x + Double.parseDouble(rect.getAttribute("width"));
            assertThat(right).isLessThanOrEqualTo(1200);
        }
    }

    @Test
    void drawsAnEmptyRun() throws Exception {
        assertThat(parse(TimelineSvg.draw(Picture.of(List.of()), List.of(), "t", "f")))
                .isNotNull();
    }

    private List<String> texts() throws Exception {
        NodeList nodes = parse(svg).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
                .getDocumentElement();
    }
}
