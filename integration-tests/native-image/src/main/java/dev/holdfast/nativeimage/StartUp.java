package dev.holdfast.nativeimage;

import java.io.IOException;

/** The start of a program, to be measured: one client, one call of it, and then it waits for the end of its input. */
public final class StartUp {

    private StartUp() {}

    /**
     * Prints the answer of one call.
     *
     * @param arguments none
     * @throws IOException if there is none
     */
    public static void main(String[] arguments) throws IOException {
        QuoteClient client = new ResilientQuoteClient(new QuoteService());
        System.out.println(client.quote("first"));
        System.out.flush();
        while (System.in.read() >= 0) {
            // What is sent means nothing.
        }
    }
}
