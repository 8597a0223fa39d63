package demo;

import dev.holdfast.runtime.CircuitOpenException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls a service that fails in every way, and prints what its callers see. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Service service = new Service();
        WeatherClient client = new ResilientWeatherClient(service);

        service.plan(new IOException("down"), new IOException("still down"), "sunny");
        System.out.println("retried: " + client.today("Rome"));
        service.plan(new BusyException(), "rain");
        System.out.println("held back: " + client.today("Oslo"));
        service.plan(new IOException("down"), "snow");
        System.out.println("later: " + client.tomorrow("Bern").toCompletableFuture().get());
        service.plan(
                new IllegalStateException("a"), new IllegalStateException("b"), new IllegalStateException("c"));
        System.out.println("fallen back: " + client.today("Atlantis"));
        service.plan(new IOException("last"));
        try {
            client.today("Rome");
        } catch (IOException e) {
            System.out.println("opened by: " + e.getMessage());
        }
        service.plan("never asked");
        try {
            client.tomorrow("Rome").toCompletableFuture().join();
        } catch (RuntimeException e) {
            System.out.println("rejected: " + (e.getCause() instanceof CircuitOpenException));
        }
        System.out.println("asked: " + service.calls);
    }

    /** Answers as planned. */
    private static final class Service implements WeatherClient {

        private final Queue<Object> answers = new ArrayDeque<>();
        private int calls;

        void plan(Object... next) {
            answers.clear();
            answers.addAll(List.of(next));
        }

        @Override
        public String today(String city) throws IOException {
            calls++;
            Object answer = answers.remove();
            if (answer instanceof IOException) {
                throw (IOException) answer;
            }
            if (answer instanceof RuntimeException) {
                throw (RuntimeException) answer;
            }
            return answer + " in " + city;
        }

        @Override
        public CompletionStage<String> tomorrow(String city) {
            try {
                return CompletableFuture.completedFuture(today(city));
            } catch (IOException e) {
                CompletableFuture<String> failed = new CompletableFuture<>();
                failed.completeExceptionally(e);
                return failed;
            }
        }
    }
}
