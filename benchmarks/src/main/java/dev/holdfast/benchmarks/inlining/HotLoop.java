package dev.holdfast.benchmarks.inlining;

import dev.holdfast.benchmarks.client.AsyncBehaviour;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.subject.Holdfast;
import dev.holdfast.benchmarks.subject.Policies;

/** A hot caller of a generated method, for {@link InliningReport} to run in a JVM that says what it inlines. */
public final class HotLoop {

    private HotLoop() {}

    /**
     * Runs it.
     *
     * @param arguments the policies, and {@code async} for an asynchronous client
     */
    public static void main(String[] arguments) {
        Policies policies = Policies.valueOf(arguments[0]);
        int answers = 0;
        if (arguments.length > 1) {
            AsyncClient client = new Holdfast().protectAsync(policies, AsyncBehaviour.DONE.delegate());
            for (int round = 0; round < 30; round++) {
                answers += callAsync(client);
            }
        } else {
            Client client = new Holdfast().protect(policies, Behaviour.WELL.delegate());
            for (int round = 0; round < 30; round++) {
                answers += call(client);
            }
        }
        System.out.println(answers);
    }

    private static int call(Client client) {
        int answers = 0;
        for (int key = 0; key < 20_000; key++) {
            if (client.get(key) != null) {
                answers++;
            }
        }
        return answers;
    }

    private static int callAsync(AsyncClient client) {
        int answers = 0;
        for (int key = 0; key < 20_000; key++) {
            if (client.get(key) != null) {
                answers++;
            }
        }
        return answers;
    }
}
