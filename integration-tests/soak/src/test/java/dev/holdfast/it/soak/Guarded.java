package dev.holdfast.it.soak;

/**
 * A generated client, and what must hold of it.
 *
 * @param name for reports
 * @param client the generated one
 * @param mostAttempts how many attempts a call may have
 * @param limited whether time-outs of Holdfast's own interrupt its callers too, so that an interrupt by others may fall together with one
 * @param nested whether there is another one within, so that an attempt of that one may begin in the moment in which it is cancelled
 */
record Guarded(String name, Client client, int mostAttempts, boolean limited, boolean nested) {}
