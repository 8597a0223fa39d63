package io.grpc;

public final class Status {
    public Code getCode() {
        return Code.RESOURCE_EXHAUSTED;
    }

    public enum Code {
        RESOURCE_EXHAUSTED;

        public int value() {
            return 8;
        }
    }
}
