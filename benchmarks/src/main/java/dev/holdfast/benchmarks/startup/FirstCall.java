package dev.holdfast.benchmarks.startup;

import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import dev.holdfast.benchmarks.subject.Subjects;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** Makes a client and calls it once, in a JVM that has called the delegate before. Prints nanoseconds and loaded classes. */
public final class FirstCall {

    private FirstCall() {}

    /**
     * Runs it.
     *
     * @param arguments the subject, and the policies
     */
    public static void main(String[] arguments) {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        Subject subject = Subjects.named(arguments[0]);
        Policies policies = Policies.valueOf(arguments[1]);
        Delegate delegate = Behaviour.WELL.delegate();
        delegate.get(1);
        long loaded = classes.getTotalLoadedClassCount();
        long begin = System.nanoTime();
        Client client = subject.protect(policies, delegate);
        client.get(1);
        long nanos = System.nanoTime() - begin;
        System.out.println(nanos);
        System.out.println(classes.getTotalLoadedClassCount() - loaded);
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(0);
    }
}
