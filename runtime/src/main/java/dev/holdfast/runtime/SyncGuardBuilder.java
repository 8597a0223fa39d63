package dev.holdfast.runtime;

/** Builds a {@link SyncGuard}. Used by generated code. Not thread-safe; what it builds is. */
public final class SyncGuardBuilder extends CommonGuardBuilder<SyncGuardBuilder> {

    SyncGuardBuilder(String call) {
        super(call);
    }

    @Override
    SyncGuardBuilder self() {
        return this;
    }

    /**
     * Says that the guarded method declares {@code InterruptedException}: an interrupted wait then throws it. Otherwise such a
     * wait ends the call with its last failure.
     *
     * @return this
     */
    public SyncGuardBuilder interruptible() {
        this.interruptible = true;
        return this;
    }

    /**
     * Builds the guard.
     *
     * @param holdfast the context whose clock, waits, random numbers and listener it uses
     * @return a new guard
     */
    public SyncGuard build(Holdfast holdfast) {
        return new SyncGuard(new CallPolicy(this, holdfast));
    }

    /**
     * Builds the guard of a generated client, as overrides say.
     *
     * @param setup the client's, which its policies were built with
     * @return a new guard
     * @throws IllegalArgumentException if an override is wrong
     */
    public SyncGuard build(ClientSetup setup) {
        override(setup);
        return build(setup.holdfast());
    }
}
