package dev.holdfast.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.Compiling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotations of client libraries that make a POST or PATCH of a method, as these libraries declare them. */
class HttpVerbTest {

    private static final String MAPPING = "package org.springframework.web.bind.annotation; ";
    private static final String EXCHANGE = "package org.springframework.web.service.annotation; ";

    /** An annotation on a method, the HTTP method or none, and the sources that the annotation needs. */
    public static Stream<Arguments> annotations() {
        return Stream.of(
                Arguments.of("@retrofit2.http.POST(\"x\")", "POST", one("retrofit2.http", "POST")),
                Arguments.of("@retrofit2.http.PATCH(\"x\")", "PATCH", one("retrofit2.http", "PATCH")),
                Arguments.of("@retrofit2.http.PUT(\"x\")", null, one("retrofit2.http", "PUT")),
                Arguments.of(
                        "@retrofit2.http.HTTP(method = \"post\")",
                        "POST",
                        List.of(
                                "retrofit2.http.HTTP",
                                "package retrofit2.http; public @interface HTTP { String method(); }")),
                Arguments.of("@feign.RequestLine(\"POST /x\")", "POST", one("feign", "RequestLine")),
                Arguments.of("@feign.RequestLine(\"DELETE /POST\")", null, one("feign", "RequestLine")),
                Arguments.of("@jakarta.ws.rs.POST", "POST", jaxRs("jakarta", "POST")),
                Arguments.of("@javax.ws.rs.PATCH", "PATCH", jaxRs("javax", "PATCH")),
                Arguments.of("@jakarta.ws.rs.GET", null, jaxRs("jakarta", "GET")),
                Arguments.of("@io.micronaut.http.annotation.Post", "POST", one("io.micronaut.http.annotation", "Post")),
                Arguments.of("@io.avaje.http.api.Patch", "PATCH", one("io.avaje.http.api", "Patch")),
                Arguments.of("@other.POST", null, one("other", "POST")),
                Arguments.of(
                        "@org.springframework.web.bind.annotation.PostMapping",
                        "POST",
                        List.of(
                                "org.springframework.web.bind.annotation.RequestMethod",
                                MAPPING + "public enum RequestMethod { GET, POST }",
                                "org.springframework.web.bind.annotation.RequestMapping",
                                MAPPING + "public @interface RequestMapping { RequestMethod[] method() default {}; }",
                                "org.springframework.web.bind.annotation.PostMapping",
                                MAPPING
                                        + "@RequestMapping(method = RequestMethod.POST) public @interface PostMapping {}")),
                Arguments.of(
                        "@org.springframework.web.service.annotation.PatchExchange(\"/x\")",
                        "PATCH",
                        List.of(
                                "org.springframework.web.service.annotation.HttpExchange",
                                EXCHANGE + "public @interface HttpExchange { String method() default \"\"; }",
                                "org.springframework.web.service.annotation.PatchExchange",
                                EXCHANGE + """
                                @HttpExchange(method = "PATCH") public @interface PatchExchange {
                                    String value();
                                }
                                """)));
    }

    private static List<String> one(String packageName, String name) {
        return List.of(
                packageName + "." + name,
                "package " + packageName + "; public @interface " + name + " { String value() default \"\"; }");
    }

    private static List<String> jaxRs(String root, String verb) {
        String packageName = root + ".ws.rs";
        return List.of(
                packageName + ".HttpMethod",
                "package " + packageName + "; public @interface HttpMethod { String value(); }",
                packageName + "." + verb,
                "package " + packageName + "; @HttpMethod(\"" + verb + "\") public @interface " + verb + " {}");
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void isReadByName(String annotation, String verb, List<String> library) {
        List<String> sources = new ArrayList<>(library);
        sources.addAll(List.of(
                "p.Client",
                "package p; @dev.holdfast.annotations.Backoff public interface Client { " + annotation
                        + " String call(); }"));
        Compilation compilation = Compiling.compile(sources.toArray(new String[0]));
        if (verb == null) {
            assertThat(Compiling.messages(compilation)).isEmpty();
        } else {
            assertThat(Compiling.messages(compilation))
                    .singleElement()
                    .asString()
                    .contains("warning: [holdfast:non-idempotent] Client.call() sends " + verb + ", and @Backoff");
        }
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void saysThatAMethodMakesARequest(String annotation, String verb, List<String> library) {
        List<String> sources = new ArrayList<>(library);
        sources.addAll(List.of(
                "p.Client",
                "package p; @dev.holdfast.annotations.CircuitBreaker public interface Client { " + annotation
                        + " Client call(); }"));
        assertThat(Compiling.messages(Compiling.compile(sources.toArray(new String[0]))))
                .hasSize(annotation.startsWith("@other") ? 1 : 0);
    }
}
