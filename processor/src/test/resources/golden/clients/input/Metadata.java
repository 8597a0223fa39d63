package io.grpc;

public final class Metadata {
    public static final Marshaller<String> ASCII_STRING_MARSHALLER = new Marshaller<>();
    public static final Marshaller<byte[]> BINARY_BYTE_MARSHALLER = new Marshaller<>();

    public <T> T get(Key<T> key) {
        return null;
    }

    public static final class Marshaller<T> {}

    public static final class Key<T> {
        public static <T> Key<T> of(String name, Marshaller<T> marshaller) {
            return new Key<>();
        }
    }
}
