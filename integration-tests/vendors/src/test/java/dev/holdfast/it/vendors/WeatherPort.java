package dev.holdfast.it.vendors;

import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** A port as wsimport writes it. */
@WebService(targetNamespace = "urn:weather", name = "Weather")
@SOAPBinding(style = SOAPBinding.Style.RPC)
public interface WeatherPort {

    @WebMethod
    String forecast(String city);
}
