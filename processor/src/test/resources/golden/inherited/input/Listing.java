package golden.inherited;

import java.io.IOException;

interface Listing {
    String get(String id) throws IOException, InterruptedException;

    int total();
}
