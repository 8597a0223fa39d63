package p;

import dev.holdfast.annotations.*;

class Service {
    public String call() {
        return "";
    }
}

@Backoff
@Resilient(of = Service.class, className = "Dotted", interfaceName = "a.B")
interface DottedPolicy {}

@Backoff
@Resilient(of = Service.class, className = "Recorded", interfaceName = "record")
interface RecordedPolicy {}

class FacadesUser {
    Object dotted = new Dotted(new Service());
}
