package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;

/** A resource as servers declare it, and as Jersey's proxy implements it. */
@Path("people")
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = WebApplicationException.class)
public interface PeopleApi {

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_PLAIN)
    String get(@PathParam("id") String id);

    /** Not repeated: the first call may have done it. */
    @Backoff(maxAttempts = 1)
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    String add(String person);
}
