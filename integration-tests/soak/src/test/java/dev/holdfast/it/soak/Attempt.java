package dev.holdfast.it.soak;

/**
 * One call of a delegate.
 *
 * @param call what it is an attempt of
 * @param number from 1 on; 0 for what is no attempt but a fallback
 * @param behaviour what becomes of it
 */
record Attempt(Call call, int number, Behaviour behaviour) {

    String path() {
        return HostileServer.path(call.id(), number, behaviour);
    }

    @Override
    public String toString() {
        return "attempt " + number + " (" + behaviour + ") of " + call;
    }
}
