package shop;

import com.acme.cloud.Cloud;
import com.acme.cloud.CloudAsync;
import com.acme.cloud.CloudException;
import com.acme.cloud.backup.BackupService;
import com.acme.cloud.storage.FileService;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

@CircuitBreaker
@Backoff(maxAttempts = 3)
@RateLimited
@Resilient(
        of = Cloud.class,
        nested = {
            FileService.class,
            FileService.Raw.class,
            FileService.Table.class,
            BackupService.class,
            CloudAsync.class
        },
        keys = true)
@SuppressWarnings("holdfast:unprotected-methods")
public interface CloudPolicy {

    interface Files extends FileService {

        @Override
        @Backoff(maxAttempts = 1)
        void delete(String name) throws CloudException;

        @Override
        @Fallback("nothing")
        byte[] read(String name) throws CloudException;

        static byte[] nothing(String name) {
            return new byte[0];
        }
    }

    @Backoff(maxAttempts = 2)
    interface Backups extends BackupService {}
}
