package golden.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;

@RateLimited(on = {Library.TypedException.class, StatusRuntimeException.class})
@Backoff(maxAttempts = 3)
public interface AnyClient {

    Library.CloseableResponse closeable();

    Library.TypedResponse<String> typed();

    Library.Entity<InputStream> entity();

    Library.RestResponse rest() throws Library.RestException;

    <R extends Library.HeaderResponse> R header();

    Library.NamedResponse named();

    Library.Order order() throws Library.StatusException, Library.RetryableException, Library.ServiceException;

    void dated() throws Library.DatedException, Library.PatientException, Library.PunctualException;
}
