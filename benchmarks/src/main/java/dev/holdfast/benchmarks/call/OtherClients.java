package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.client.OtherDelegates;
import dev.holdfast.benchmarks.client.ServiceDownException;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The other clients of an application, which take from the compiler what it could assume of a library's call sites with one: each
 * has a delegate of another class, and another kind of policies. Some of their calls fail.
 */
final class OtherClients {

    private static final int CALLS = 20_000;

    /** Two that wait a second after each failed attempt, and two that some libraries make on other threads. */
    private static final Set<Policies> LEFT_OUT =
            EnumSet.of(Policies.LIMITED, Policies.EVERYTHING, Policies.LONG_TIMEOUT, Policies.TIMEOUT);

    private final List<Client> clients = new ArrayList<>();

    OtherClients(Subject subject) {
        List<Delegate> delegates = OtherDelegates.all();
        int next = 0;
        for (Policies policies : subject.policies()) {
            if (!LEFT_OUT.contains(policies)) {
                clients.add(subject.protect(policies, delegates.get(next++ % delegates.size())));
            }
        }
        // Subjects with few policies, too, have a client for each delegate.
        for (; next < delegates.size(); next++) {
            Policies first = subject.policies().iterator().next();
            clients.add(subject.protect(first, delegates.get(next)));
        }
    }

    /** Calls all of them, by the same call site as is measured. */
    int call() {
        int failed = 0;
        for (int key = 0; key < CALLS; key++) {
            for (Client client : clients) {
                try {
                    CallSite.call(client, key);
                } catch (ServiceDownException expected) {
                    failed++;
                }
            }
        }
        return failed;
    }
}
