package golden.clients;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Answers as client libraries shape them, each with what is its own. */
public final class Library {

    private Library() {}

    /** As OkHttp's. */
    public interface CloseableResponse extends Closeable {
        int code();

        String header(String name);

        String header(String name, String defaultValue);
    }

    /** As Retrofit's. */
    public interface TypedResponse<T> {
        int code();

        NamedHeaders headers();

        T body();

        Closeable errorBody();
    }

    public interface NamedHeaders {
        String get(String name);

        String get(int index);
    }

    public static class TypedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public int code() {
            return 429;
        }

        public TypedResponse<?> response() {
            return null;
        }
    }

    /** As Spring's, where the number is an object's, and the old way to it deprecated. */
    public interface Entity<T> {
        Number getStatusCode();

        @Deprecated
        int getStatusCodeValue();

        FirstHeaders getHeaders();

        T getBody();

        interface Number {
            int value();
        }
    }

    public interface FirstHeaders extends Map<String, Collection<String>> {
        String getFirst(String name);
    }

    /** As JAX-RS has it, closed by a method of its own. */
    public interface RestResponse {
        int getStatus();

        String getHeaderString(String name);

        void close();
    }

    public static class RestException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RestResponse getResponse() {
            return null;
        }
    }

    /** As Apache's: a header is an object. */
    public interface HeaderResponse extends Closeable {
        int getCode();

        Header getFirstHeader(String name);

        interface Header {
            String getName();

            String getValue();
        }
    }

    /** As Helidon's: a header's name is an object, made by another class. */
    public interface NamedResponse extends AutoCloseable {
        Status status();

        Headers headers();

        @Override
        void close();

        interface Status {
            int code();
        }

        interface Headers {
            Optional<String> first(Key name);
        }
    }

    public interface Key {}

    public static final class Keys {
        private Keys() {}

        public static Key create(String name) {
            return new Key() {};
        }
    }

    /** As Feign's. */
    public static class StatusException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public int status() {
            return 429;
        }

        public Map<String, Collection<String>> responseHeaders() {
            return Map.of();
        }
    }

    public static class RetryableException extends StatusException {
        private static final long serialVersionUID = 1L;

        public Long retryAfter() {
            return null;
        }
    }

    /** As that of AWS. */
    public static class ServiceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public int statusCode() {
            return 400;
        }

        public boolean isThrottlingException() {
            return true;
        }

        public Details awsErrorDetails() {
            return null;
        }

        public interface Details {
            Http sdkHttpResponse();
        }

        public interface Http {
            Optional<String> firstMatchingHeader(String name);

            Optional<String> firstMatchingHeader(Collection<String> names);
        }
    }

    /** A status as an object that may be null, and a date. */
    public static class DatedException extends Exception {
        private static final long serialVersionUID = 1L;

        public Integer getStatusCode() {
            return null;
        }

        public Date getRetryAfter() {
            return null;
        }
    }

    public static class PatientException extends Exception {
        private static final long serialVersionUID = 1L;

        public int getStatus() {
            return 429;
        }

        public Optional<Duration> getRetryAfter() {
            return Optional.empty();
        }
    }

    public static class PunctualException extends Exception {
        private static final long serialVersionUID = 1L;

        public int getStatus() {
            return 429;
        }

        public Instant getRetryAfter() {
            return Instant.EPOCH;
        }
    }

    /** An order has a status and a code, and is no answer of a server. */
    public interface Order {
        int getStatus();

        int getCode();
    }
}
