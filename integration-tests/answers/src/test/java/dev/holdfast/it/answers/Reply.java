package dev.holdfast.it.answers;

/** What a server answers. */
record Reply(int status) {}
