package dev.holdfast.it.clients;

import java.io.IOException;
import java.util.List;

/** The server of a scenario. */
interface Upstream extends AutoCloseable {

    /** What it does with the next calls, one after the other. Afterwards everything is {@link Turn#OK}. */
    void then(Turn... turns);

    /** How clients reach it. */
    String address();

    /** When calls reached it, as {@link System#nanoTime()}, in their order. */
    List<Long> arrivals();

    /** How many connections it ever accepted. */
    int connections();

    /** How many connections were open at the same time, at most. */
    int mostConnectionsAtOnce();

    @Override
    void close() throws IOException;
}
