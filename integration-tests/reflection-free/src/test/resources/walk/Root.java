import java.util.concurrent.Callable;

/** Where a walk starts. Only methods whose names say so are run. */
class Root {

    void run() throws Exception {
        Shape shape = new Round();
        shape.reachedByInterface();
        shape.reachedAsDefault();
        Callable<String> call = Root::reachedByMethodReference;
        Runnable lambda = () -> Constants.NAME.length();
        new Thread(new Task()).start();
        call.call();
        lambda.run();
    }

    static String reachedByMethodReference() {
        return "";
    }
}

interface Shape {

    void reachedByInterface();

    default void reachedAsDefault() {}
}

class Round implements Shape {

    @Override
    public void reachedByInterface() {
        reachedFromImplementation();
    }

    private void reachedFromImplementation() {}

    void unreached() {}
}

class Square implements Shape {

    @Override
    public void reachedByInterface() {
        unreached();
    }

    private static void unreached() {}
}

class Constants {

    static final String NAME = reachedByInitializer();

    static String reachedByInitializer() {
        return "";
    }
}

class Task implements Runnable {

    @Override
    public void run() {
        reachedFromTheJdk();
    }

    private void reachedFromTheJdk() {}
}
