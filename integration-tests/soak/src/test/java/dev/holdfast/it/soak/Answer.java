package dev.holdfast.it.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * What an attempt has brought: a status, headers and an open body. Whoever is the last to have it must close it. Like some clients' it reads
 * what is left of the body before it closes it, for as long as that takes.
 */
final class Answer implements AutoCloseable {

    private final Attempt attempt;
    private final int status;
    private final UnaryOperator<String> headers;
    private final InputStream body;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean taken;

    Answer(Attempt attempt, int status, UnaryOperator<String> headers, InputStream body) {
        this.attempt = attempt;
        this.status = status;
        this.headers = headers;
        this.body = body;
        attempt.call().ledger().opened(this);
    }

    /** What a fallback says by itself. */
    static Answer ofFallback(Call call) {
        return new Answer(new Attempt(call, 0, Behaviour.OK), 203, name -> null, InputStream.nullInputStream());
    }

    /** For Holdfast to read. */
    public int statusCode() {
        return status;
    }

    /** For Holdfast to read. */
    public String getHeaderString(String name) {
        return headers.apply(name);
    }

    Attempt attempt() {
        return attempt;
    }

    /** The caller has got it, and closes it by {@link #closeByCaller}. */
    boolean take() {
        taken = true;
        return !closed.get();
    }

    void closeByCaller() {
        taken = false;
        close();
    }

    @Override
    public void close() {
        Ledger ledger = attempt.call().ledger();
        ledger.checkThread("closing an answer");
        if (taken) {
            ledger.violations().add(Rule.ANSWERS_OPEN, this + " was closed while its caller had it");
        }
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (body) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // Whoever closes wants no more of it.
        } finally {
            ledger.closed(this);
            // However long that has taken: who closes asks again afterwards.
            Moment.mark();
        }
    }

    @Override
    public String toString() {
        return "the answer " + status + " to " + attempt;
    }
}
