package dev.holdfast.processor.javac;

import com.palantir.javapoet.NameAllocator;

/** The names of one scope. */
public final class UniqueNames {

    private final NameAllocator allocator = new NameAllocator();

    public UniqueNames() {}

    /** Returns the proposal as an identifier, with underscores after it if it is taken or a keyword. */
    public String newName(String proposal) {
        // Without a tag the allocator draws a random one, which takes longer than all the rest.
        return allocator.newName(proposal, new Object());
    }
}
