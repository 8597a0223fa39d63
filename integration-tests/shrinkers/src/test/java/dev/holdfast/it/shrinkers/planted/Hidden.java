package dev.holdfast.it.shrinkers.planted;

/** Found by its name, which a shrinker does not see. */
public final class Hidden implements Found {}
