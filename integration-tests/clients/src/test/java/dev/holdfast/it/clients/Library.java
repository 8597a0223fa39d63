package dev.holdfast.it.clients;

import java.util.List;

/**
 * A version of a client library, and what interfaces over it return and throw.
 *
 * @param name the folder that its jars are in
 * @param release the Java release that its class files need
 * @param results types that methods return
 * @param exceptions unchecked exceptions, for {@code on}
 * @param declared checked exceptions, for {@code throws}
 * @param samples expressions that make such answers: 429 with {@code Retry-After: 0}
 */
record Library(
        String name,
        int release,
        List<String> results,
        List<String> exceptions,
        List<String> declared,
        List<String> samples) {

    private static final String SPRING_ENTITY = "org.springframework.http.ResponseEntity<String>";
    private static final String SPRING_EXCEPTION = "org.springframework.web.client.RestClientResponseException";
    private static final String SPRING_REACTIVE_EXCEPTION =
            "org.springframework.web.reactive.function.client.WebClientResponseException";
    private static final String MICRONAUT_RESULT = "io.micronaut.http.HttpResponse<String>";
    private static final String MICRONAUT_EXCEPTION = "io.micronaut.http.client.exceptions.HttpClientResponseException";

    static final List<Library> ALL = List.of(
            of("spring-5.3")
                    .returning(SPRING_ENTITY)
                    .throwing(SPRING_EXCEPTION, SPRING_REACTIVE_EXCEPTION)
                    .sampled(Samples.SPRING_ENTITY, Samples.SPRING_EXCEPTION, Samples.SPRING_REACTIVE_EXCEPTION),
            of("spring-6.2")
                    .returning(SPRING_ENTITY)
                    .throwing(SPRING_EXCEPTION, SPRING_REACTIVE_EXCEPTION)
                    .sampled(Samples.SPRING_ENTITY, Samples.SPRING_EXCEPTION, Samples.SPRING_REACTIVE_EXCEPTION),
            of("spring-7.0")
                    .returning(SPRING_ENTITY)
                    .throwing(SPRING_EXCEPTION, SPRING_REACTIVE_EXCEPTION)
                    .sampled(Samples.SPRING_ENTITY, Samples.SPRING_EXCEPTION, Samples.SPRING_REACTIVE_EXCEPTION),
            of("feign-11")
                    .returning("feign.Response")
                    .throwing("feign.FeignException", "feign.RetryableException")
                    .sampled(Samples.FEIGN, Samples.FEIGN_EXCEPTION, Samples.FEIGN_RETRYABLE),
            of("feign-13")
                    .returning("feign.Response")
                    .throwing("feign.FeignException", "feign.RetryableException")
                    .sampled(Samples.FEIGN, Samples.FEIGN_EXCEPTION, Samples.FEIGN_RETRYABLE),
            of("retrofit-2.9")
                    .returning("retrofit2.Response<String>")
                    .throwing("retrofit2.HttpException")
                    .sampled(Samples.RETROFIT, Samples.RETROFIT_EXCEPTION),
            of("retrofit-2.12")
                    .returning("retrofit2.Response<String>")
                    .throwing("retrofit2.HttpException")
                    .sampled(Samples.RETROFIT, Samples.RETROFIT_EXCEPTION),
            of("retrofit-3.0")
                    .returning("retrofit2.Response<String>")
                    .throwing("retrofit2.HttpException")
                    .sampled(Samples.RETROFIT, Samples.RETROFIT_EXCEPTION),
            of("okhttp-3").returning("okhttp3.Response").sampled(Samples.OKHTTP),
            of("okhttp-4").returning("okhttp3.Response").sampled(Samples.OKHTTP),
            of("okhttp-5").returning("okhttp3.Response").sampled(Samples.OKHTTP),
            of("jaxrs-2.1").returning("javax.ws.rs.core.Response").throwing("javax.ws.rs.WebApplicationException"),
            of("jaxrs-3.1").returning("jakarta.ws.rs.core.Response").throwing("jakarta.ws.rs.WebApplicationException"),
            of("jaxrs-4.0").returning("jakarta.ws.rs.core.Response").throwing("jakarta.ws.rs.WebApplicationException"),
            of("micronaut-3").returning(MICRONAUT_RESULT).throwing(MICRONAUT_EXCEPTION),
            of("micronaut-4").returning(MICRONAUT_RESULT).throwing(MICRONAUT_EXCEPTION),
            of("apache-4")
                    .returning("org.apache.http.HttpResponse", "org.apache.http.client.methods.CloseableHttpResponse")
                    .declaring("org.apache.http.client.HttpResponseException"),
            of("apache-5")
                    .returning(
                            "org.apache.hc.core5.http.ClassicHttpResponse",
                            "org.apache.hc.client5.http.impl.classic.CloseableHttpResponse",
                            "org.apache.hc.client5.http.async.methods.SimpleHttpResponse")
                    .declaring("org.apache.hc.client5.http.HttpResponseException"),
            of("avaje-3").throwing("io.avaje.http.client.HttpException"),
            of("vertx-4").returning("io.vertx.ext.web.client.HttpResponse<String>"),
            of("vertx-5").returning("io.vertx.ext.web.client.HttpResponse<String>"),
            of("grpc-1.84").throwing("io.grpc.StatusRuntimeException").declaring("io.grpc.StatusException"),
            of("aws-2")
                    .throwing(
                            "software.amazon.awssdk.awscore.exception.AwsServiceException",
                            "software.amazon.awssdk.core.exception.SdkServiceException")
                    .sampled(Samples.AWS_EXCEPTION),
            of("google-http-1")
                    .returning("com.google.api.client.http.HttpResponse")
                    .declaring("com.google.api.client.http.HttpResponseException")
                    .sampled(Samples.GOOGLE_EXCEPTION),
            of("gax-2").throwing("com.google.api.gax.rpc.ApiException"),
            of("azure-1").throwing("com.azure.core.exception.HttpResponseException"),
            of("helidon-4").onJava(21).returning("io.helidon.webclient.api.HttpClientResponse"));

    private static Library of(String name) {
        return new Library(name, 17, List.of(), List.of(), List.of(), List.of());
    }

    private Library onJava(int needed) {
        return new Library(name, needed, results, exceptions, declared, samples);
    }

    private Library returning(String... types) {
        return new Library(name, release, List.of(types), exceptions, declared, samples);
    }

    private Library throwing(String... types) {
        return new Library(name, release, results, List.of(types), declared, samples);
    }

    private Library declaring(String... types) {
        return new Library(name, release, results, exceptions, List.of(types), samples);
    }

    private Library sampled(String... expressions) {
        return new Library(name, release, results, exceptions, declared, List.of(expressions));
    }

    /** An interface as a user would write it, in the package {@code matrix}. */
    String source() {
        StringBuilder source = new StringBuilder("package matrix;\n\n");
        source.append("@dev.holdfast.annotations.RateLimited(on = {");
        exceptions.forEach(each -> source.append(each).append(".class, "));
        source.append("})\npublic interface Api {\n");
        for (int i = 0; i < results.size(); i++) {
            source.append("    ")
                    .append(results.get(i))
                    .append(" result")
                    .append(i)
                    .append("(String id);\n");
        }
        String thrown = declared.isEmpty() ? "" : " throws " + String.join(", ", declared);
        return source.append("    String text(String id)")
                .append(thrown)
                .append(";\n}\n")
                .toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
