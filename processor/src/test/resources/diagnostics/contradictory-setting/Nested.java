package p;

import dev.holdfast.annotations.*;

class Cloud {
    public void put(String key) {}

    public Part part() {
        return key -> {};
    }
}

interface Part {
    void get(String key);
}

@Backoff
@Resilient(of = Cloud.class, nested = Part.class)
interface CloudPolicy {}
