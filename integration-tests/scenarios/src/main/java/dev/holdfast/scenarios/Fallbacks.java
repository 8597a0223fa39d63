package dev.holdfast.scenarios;

/** What answers in place of a failure. */
final class Fallbacks {

    private Fallbacks() {}

    static void run(Facts facts) {
        facts.about("fallback");
        World world = new World();
        RatesClient rates = new ResilientRatesClient(
                currency -> world.server.answer(currency).body(), world.holdfast());
        facts.call("not needed", "EUR", () -> rates.rate("EUR"));
        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"));
        facts.call("after all attempts", "EUR of yesterday, after 2", () -> rates.rate("EUR"));
        facts.call("after the failure that opens", "USD of yesterday, after 3", () -> rates.rate("USD"));
        facts.call("while open", "CHF of yesterday, while open", () -> rates.rate("CHF"));
        facts.check(
                "heard",
                "[retry after attempt 1, give up after attempt 2, fallback,"
                        + " RatesClient CLOSED-OPEN FAILURES_IN_A_ROW, give up after attempt 1, fallback, rejected, fallback]",
                world.heard());

        MirroredClient mirrored = new ResilientMirroredClient(
                path -> world.server.answer(path).body(), path -> "mirrored " + path, world.holdfast());
        world.server.then(Step.fails("gone"));
        facts.call("second client", "mirrored /a", () -> mirrored.file("/a"));
        facts.call("first client", "/b", () -> mirrored.file("/b"));
    }
}
