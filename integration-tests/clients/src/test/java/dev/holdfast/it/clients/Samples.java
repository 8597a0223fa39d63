package dev.holdfast.it.clients;

import java.util.List;

/** Java expressions that make answers without a server: 429 with {@code Retry-After: 0}. */
final class Samples {

    static final String SPRING_ENTITY =
            "org.springframework.http.ResponseEntity.status(429).header(\"Retry-After\", \"0\").body(\"\")";

    private static final String SPRING_ARGUMENTS = "\"\", " + SPRING_ENTITY + ".getHeaders(), new byte[0], null)";

    static final String SPRING_EXCEPTION =
            "new org.springframework.web.client.RestClientResponseException(\"\", 429, " + SPRING_ARGUMENTS;

    static final String SPRING_REACTIVE_EXCEPTION =
            "org.springframework.web.reactive.function.client.WebClientResponseException.create(429, "
                    + SPRING_ARGUMENTS;

    static final String OKHTTP = "new okhttp3.Response.Builder()"
            + ".request(new okhttp3.Request.Builder().url(\"http://localhost\").build())"
            + ".protocol(okhttp3.Protocol.HTTP_1_1).code(429).message(\"\").header(\"Retry-After\", \"0\").build()";

    /** With an order of arguments that all versions of OkHttp have, and newer ones deprecate. */
    static final String RETROFIT = "retrofit2.Response.error(okhttp3.ResponseBody.create(null, \"\"), " + OKHTTP + ")";

    static final String RETROFIT_EXCEPTION = "new retrofit2.HttpException(" + RETROFIT + ")";

    private static final String FEIGN_REQUEST = "feign.Request.create("
            + "feign.Request.HttpMethod.GET, \"/\", java.util.Map.of(), feign.Request.Body.empty(), null)";

    static final String FEIGN = "feign.Response.builder().status(429)"
            + ".headers(java.util.Map.of(\"retry-after\", java.util.List.of(\"0\")))"
            + ".request(" + FEIGN_REQUEST + ").build()";

    static final String FEIGN_EXCEPTION = "feign.FeignException.errorStatus(\"get\", " + FEIGN + ")";

    /** What Feign makes of an answer by itself: the exception that has no headers. */
    static final String FEIGN_RETRYABLE = "new feign.codec.ErrorDecoder.Default().decode(\"get\", " + FEIGN + ")";

    static final String GOOGLE_EXCEPTION = "new com.google.api.client.http.HttpResponseException.Builder("
            + "429, null, new com.google.api.client.http.HttpHeaders().setRetryAfter(\"0\")).build()";

    static final String AWS_EXCEPTION = "software.amazon.awssdk.awscore.exception.AwsServiceException.builder()"
            + ".statusCode(400).awsErrorDetails(software.amazon.awssdk.awscore.exception.AwsErrorDetails.builder()"
            + ".errorCode(\"ThrottlingException\").sdkHttpResponse(software.amazon.awssdk.http.SdkHttpResponse.builder()"
            + ".statusCode(400).putHeader(\"Retry-After\", \"0\").build()).build()).build()";

    private Samples() {}

    /** A class that makes some of them. */
    static String source(List<String> expressions) {
        return """
        package matrix;

        @SuppressWarnings("deprecation")
        public final class Samples implements java.util.function.Supplier<java.util.List<?>> {
            @Override
                public java.util.List<?> get() {
                        return java.util.List.of(
        """ + String.join(",\n", expressions) + ");\n    }\n}\n";
    }
}
