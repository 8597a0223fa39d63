package com.google.common.util.concurrent;

import java.util.concurrent.Executor;

/** A little of Guava. */
public final class MoreExecutors {
    private MoreExecutors() {}

    public static Executor directExecutor() {
        return Runnable::run;
    }
}
