package dev.holdfast.it.shrinkers.planted;

/** What is found. */
interface Found {

    default String word() {
        return "found";
    }
}
