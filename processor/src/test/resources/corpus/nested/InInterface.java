package nested;

import dev.holdfast.annotations.Backoff;

/** Clients in a client, of one name in two places. */
@Backoff(baseDelay = "1ms")
public interface InInterface<T> {

    Client client(Sub.Client sub, T t);

    InInterface<Client> list(Client client);

    /** One. */
    @Backoff(baseDelay = "1ms")
    interface Client extends InInterface<String> {
        String name();
    }

    /** A place. */
    interface Sub {

        /** Another. */
        @Backoff(baseDelay = "1ms")
        interface Client extends InInterface.Client {
            Integer size();
        }
    }
}
