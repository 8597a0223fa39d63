package dev.holdfast.it.soak;

/** An interrupt as some clients hand it on: within an exception of their own. */
@SuppressWarnings("serial")
final class WrappedInterruptException extends RuntimeException {

    WrappedInterruptException(Exception interrupt) {
        super(interrupt);
    }
}
