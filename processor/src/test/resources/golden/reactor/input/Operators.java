package reactor.core.publisher;

import reactor.util.context.Context;

/** A little of Reactor's. */
public abstract class Operators {
    public static boolean validate(long demand) {
        return demand > 0;
    }

    public static void onErrorDropped(Throwable failure, Context context) {
        throw new UnsupportedOperationException(failure);
    }
}
