package elsewhere;

/** Holds an interface of the package, with a default method and types of the package. */
abstract class Holder {

    static class Hidden {}

    interface Keeper {

        Hidden hidden(Hidden... hidden);

        default Hidden twice(Hidden hidden) {
            return hidden(hidden, hidden);
        }
    }
}
