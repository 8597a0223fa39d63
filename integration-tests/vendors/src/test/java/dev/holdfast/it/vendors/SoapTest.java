package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.util.Map;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A SOAP port of Metro's. */
@Timeout(60)
class SoapTest {

    private static final Reply SUN =
            envelope(200, "<w:forecastResponse xmlns:w=\"urn:weather\"><return>sun</return></w:forecastResponse>");

    private ScriptedServer server;
    private WeatherPort weather;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        WeatherPort port = Service.create(
                        SoapTest.class.getResource("/weather.wsdl"), new QName("urn:weather", "WeatherService"))
                .getPort(WeatherPort.class);
        Map<String, Object> settings = ((BindingProvider) port).getRequestContext();
        settings.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, server.uri() + "/weather");
        settings.put("com.sun.xml.ws.request.timeout", 500);
        weather = new ResilientWeatherPort(port);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static Reply envelope(int status, String body) {
        return Reply.status(
                status,
                "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + body
                        + "</S:Body></S:Envelope>",
                "Content-Type: text/xml");
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), SUN);
        assertThat(weather.forecast("Kyiv")).isEqualTo("sun");
        assertThat(server.paths()).containsExactly("/weather", "/weather", "/weather");
    }

    @Test
    void aFaultIsAnAnswer() {
        server.otherwise(envelope(
                500, "<S:Fault><faultcode>S:Client</faultcode><faultstring>no such city</faultstring></S:Fault>"));
        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> weather.forecast("Atlantis")).isInstanceOf(SOAPFaultException.class);
        }
        assertThat(server.requests()).hasSize(7);
    }

    @Test
    void theBreakerSparesAServerThatHangs() {
        server.otherwise(Reply.stall());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> weather.forecast("Kyiv")).isInstanceOf(WebServiceException.class);
        }
        assertThatThrownBy(() -> weather.forecast("Kyiv")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }
}
