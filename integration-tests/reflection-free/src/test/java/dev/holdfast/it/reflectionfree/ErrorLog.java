package dev.holdfast.it.reflectionfree;

import java.util.function.Consumer;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/** Hands on what animal-sniffer reports as an error. */
final class ErrorLog implements Logger {

    private final Consumer<String> errors;

    ErrorLog(Consumer<String> errors) {
        this.errors = errors;
    }

    @Override
    public void error(String message) {
        errors.accept(message);
    }

    @Override
    public void error(String message, Throwable thrown) {
        throw new AssertionError(message, thrown);
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable thrown) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable thrown) {}

    @Override
    public void warn(String message) {}

    @Override
    public void warn(String message, Throwable thrown) {}
}
