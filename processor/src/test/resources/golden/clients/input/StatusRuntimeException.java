package io.grpc;

/** As much of it as is read. */
public class StatusRuntimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Status getStatus() {
        return new Status();
    }

    public Metadata getTrailers() {
        return null;
    }
}
