package p;

import dev.holdfast.annotations.*;

class Service {
    public String call() {
        return "";
    }
}

@Backoff
@Resilient(of = Service.class, className = "One*", interfaceName = "Service")
interface OnePolicy {}

@Backoff
@Resilient(of = Service.class, className = "Two*", interfaceName = "TwoSERVICE")
interface TwoPolicy {}

@Backoff
@Resilient(of = Service.class, className = "Three*", interfaceName = "Services")
interface ThreePolicy {}

@Backoff
@Resilient(of = Service.class, className = "Four*", interfaceName = "services")
interface FourPolicy {}

class FacadesUser {
    Object one = new OneService(new Service());
    Object three = new ThreeService(new Service());
}
