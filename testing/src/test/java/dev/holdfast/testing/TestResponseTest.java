package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TestResponseTest {

    @Test
    void hasWhatItWasGiven() {
        HttpResponse<String> response = TestResponse.<String>of(429)
                .header("Retry-After", "2")
                .header("retry-after", "3")
                .header("Date", "today")
                .body("slow down");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("RETRY-AFTER")).contains("2");
        assertThat(response.headers().allValues("Retry-After")).containsExactly("2", "3");
        assertThat(response.headers().map()).hasSize(2);
        assertThat(response.body()).isEqualTo("slow down");
        assertThat(response).hasToString("response 429 {Date=[today], Retry-After=[2, 3]}");
    }

    @Test
    void answersAllElseWithoutAnError() {
        HttpResponse<String> response = TestResponse.of(204);

        assertThat(response.body()).isNull();
        assertThat(response.headers().map()).isEmpty();
        assertThat(response.request().uri()).isEqualTo(response.uri());
        assertThat(response.previousResponse()).isEmpty();
        assertThat(response.sslSession()).isEmpty();
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response).hasToString("response 204");
    }
}
