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

class Other {
    public void get(String key) {}
}

class Wide extends Cloud {
    public Other other() {
        return new Other();
    }
}

@Backoff
@Resilient(of = Cloud.class, nested = Part.class, interfaceName = "Clouds")
interface CloudPolicy {}

@Backoff
@Resilient(of = Wide.class, nested = {Part.class, Other.class}, interfaceName = "Wides")
interface WidePolicy {}
