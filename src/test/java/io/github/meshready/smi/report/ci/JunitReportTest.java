package io.github.meshready.smi.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.RulePage;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {

    @Test
    void listsEachFindingAndEachRuleThatHolds() throws IOException {
        String expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="smi:verify" tests="8" failures="1" errors="0" skipped="4" time="0">
              <testsuite name="smi:verify app/" tests="8" failures="1" errors="0" skipped="4" time="0">
                <testcase classname="smi.SMI-CALL-01" name="call web -&gt; db: is declared" file="app/pom.xml" time="0">
                  <system-out>
            SMI-CALL-01  info  call web -&gt; db
              is declared: nothing
              fix: -
                  </system-out>
                </testcase>
                <testcase classname="smi.SMI-HTTP-13" name="match that allows everything" time="0"/>
                <testcase classname="smi.SMI-ID-01" name="Deployment shop/old: is wrong" file="deploy/a b.yaml" time="0">
                  <skipped message="known by the baseline"/>
                </testcase>
                <testcase classname="smi.SMI-ID-02" name="TITLE" time="0">
                  <skipped message="switched off by &lt;severities&gt;: 1 finding"/>
                </testcase>
                <testcase classname="smi.SMI-POD-03" name="Deployment shop/web: is wrong" file="app/k8s/shop.yaml" time="0">
                  <system-out>
            SMI-POD-03  warning  k8s/shop.yaml:9:5  Deployment shop/web
              is wrong: it breaks
              fix: mend it
                  </system-out>
                </testcase>
                <testcase classname="smi.SMI-PROTO-01" name="Service shop/db: is wrong" file="app/k8s/shop.yaml" time="0">
                  <skipped message="suppressed: read only"/>
                </testcase>
                <testcase classname="smi.SMI-PROTO-01" name="Service shop/mq: is wrong" file="app/k8s/shop.yaml" time="0">
                  <skipped message="suppressed: goes in spring"/>
                </testcase>
                <testcase classname="smi.SMI-TT-05" name="TrafficTarget shop/t: is wrong" file="app/k8s/shop.yaml" time="0">
                  <failure type="error" message="is wrong: it breaks">
            SMI-TT-05  error  k8s/shop.yaml:71:5  TrafficTarget shop/t
              is wrong: it breaks
              fix: mend it
                  </failure>
                </testcase>
              </testsuite>
            </testsuites>
            """.replace(
                "match that allows everything", RulePage.of("SMI-HTTP-13").title()).replace(
                "TITLE", RulePage.of("SMI-ID-02").title());
        JunitReport report = new JunitReport(Judgements.mixed(), Judgements.ids(), Judgements.PLACES);
        assertThat(new String(report.bytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(report.bytes()).as("once more").isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
        assertThat(expected.substring(0, 200)).contains(JunitReport.MARK);
    }

    @Test
    void valuesStayText() throws Exception {
        Finding hostile = Judgements.hostile(Severity.ERROR);
        Document document = parse(Judgements.of(hostile, hostile));
        assertThat(document.getElementsByTagName("*").getLength())
                .as("testsuites, testsuite, a testcase for each other rule, two with a failure each")
                .isEqualTo(2 + Judgements.ids().all().size() - 1 + 2 * 2);
        Element first = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(first.getAttribute("message"))
                .contains("<script>&amp;\"", "]]>", "\\u001b[31m\\u000d\\u000a::error");
        assertThat(((Element) first.getParentNode()).getAttribute("name")).startsWith("TrafficTarget \\u001b");
        Element second =
                (Element) document.getElementsByTagName("failure").item(1).getParentNode();
        assertThat(second.getAttribute("name")).as("names differ").endsWith(" (2)");
    }

    private static Document parse(Judgement judgement) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        new JunitReport(judgement, Judgements.ids(), Judgements.PLACES).bytes()));
    }
}
