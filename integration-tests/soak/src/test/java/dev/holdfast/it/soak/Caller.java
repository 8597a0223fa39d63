package dev.holdfast.it.soak;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Random;
import java.util.concurrent.CancellationException;

/** A thread that makes synchronous calls, which another may interrupt, but only while a call is under way. */
final class Caller {

    /** Who is within a call; null between calls. */
    private Thread within;

    private boolean interrupted;

    /** Interrupts the call under way, once, if there is one. */
    synchronized void interrupt() {
        if (within != null && !interrupted) {
            interrupted = true;
            within.interrupt();
        }
    }

    private synchronized void enter() {
        within = Thread.currentThread();
        interrupted = false;
    }

    private synchronized boolean leave() {
        within = null;
        return interrupted;
    }

    /** Makes a call on the calling thread, and leaves it uninterrupted. */
    void call(Ledger ledger, Guarded client, Script script, Random random) {
        Call call = ledger.begin(client, script, random.nextInt(4) == 0);
        boolean quiet = random.nextInt(3) == 0;
        Answer answer = null;
        Throwable failure = null;
        enter();
        try {
            answer = quiet ? client.client().quiet(call) : client.client().get(call);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        boolean byUs = leave();
        boolean flag = Thread.interrupted();
        checkInterrupt(call, byUs, flag, failure);
        ledger.end(call, answer, failure);
    }

    private static void checkInterrupt(Call call, boolean byUs, boolean flag, Throwable failure) {
        Ledger ledger = call.ledger();
        if (!byUs && (flag || failure instanceof InterruptedException)) {
            ledger.violations()
                    .add(
                            Rule.NO_STRAY_INTERRUPT,
                            call + ", " + (flag ? "the flag is set" : "no flag") + ", ended with " + failure);
        }
        if (byUs) {
            ledger.count("interrupts");
            if (!flag && !call.client().limited() && !tells(failure)) {
                ledger.violations().add(Rule.NO_LOST_INTERRUPT, call + " ended with " + failure);
            }
        }
    }

    /** Whether a failure says that there was an interrupt. */
    private static boolean tells(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof InterruptedException
                    || each instanceof CancellationException
                    || each instanceof ClosedByInterruptException
                    || each instanceof InterruptedIOException) {
                return true;
            }
        }
        return failure instanceof IOException
                && failure.getSuppressed().length > 0
                && tells(failure.getSuppressed()[0]);
    }
}
