package dev.holdfast.it.shrinkers.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Calls one client, whose every answer is good. */
public final class App {

    private App() {}

    /**
     * Makes two calls.
     *
     * @param args none
     * @throws IOException never
     */
    public static void main(String[] args) throws IOException {
        WeatherClient client = new ResilientWeatherClient(new Sunshine());
        System.out.println(
                client.today("Rome").statusCode() + client.tomorrow("Oslo").statusCode());
    }

    /** The plain client. */
    private static final class Sunshine implements WeatherClient, Report {

        @Override
        public Report today(String city) {
            return this;
        }

        @Override
        public Report tomorrow(String city) {
            return this;
        }

        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }
    }
}
