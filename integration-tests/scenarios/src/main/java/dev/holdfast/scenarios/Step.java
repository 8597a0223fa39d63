package dev.holdfast.scenarios;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;

/** What a scripted server does with one request. */
interface Step {

    Answer take() throws IOException;

    static Step ok(String body) {
        return status(200, body);
    }

    static Step status(int status, String body) {
        return () -> answer(status, body);
    }

    static Answer answer(int status, String body) {
        return new Answer(status, body, Map.of());
    }

    static Step header(int status, String name, String value) {
        return () -> new Answer(status, "told by " + name, Map.of(name, value));
    }

    static Step fails(String why) {
        return () -> {
            throw new IOException(why);
        };
    }

    /** This step, but not before so much time has passed. */
    default Step after(VirtualTime time, Duration duration) {
        return () -> {
            try {
                time.sleep(duration.toNanos());
            } catch (InterruptedException cut) {
                throw new InterruptedIOException("cut");
            }
            return take();
        };
    }
}
