package dev.holdfast.it.shrinkers.planted;

/** Makes an instance of a class that it names. */
public final class Direct {

    private Direct() {}

    /**
     * Prints a word of that class.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(new Hidden().word());
    }
}
