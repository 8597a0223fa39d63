package dev.holdfast.it.shrinkers.planted;

/** Makes an instance of a class whose name it puts together. */
public final class Reflecting {

    private Reflecting() {}

    /**
     * Prints a word of that class.
     *
     * @param args none
     * @throws ReflectiveOperationException if the class is not there
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        String name = Found.class.getPackageName() + "." + new StringBuilder("neddiH").reverse();
        Object hidden = Class.forName(name).getDeclaredConstructor().newInstance();
        System.out.println(((Found) hidden).word());
    }
}
