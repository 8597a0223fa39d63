package shop;

import com.acme.cloud.Cloud;
import com.acme.cloud.CloudAsync;
import com.acme.cloud.CloudException;
import com.acme.cloud.backup.BackupService;
import com.acme.cloud.storage.FileService;
import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link Cloud} with the policies of {@link CloudPolicy}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 *   <li>{@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
 *       than 5 min; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to 5 min
 * 30 s while calls are held back.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientCloud implements Cloud {
    private static final Answers ANSWERS = new Answers();

    private final Cloud delegate;
    private final Shared_ shared;
    private final CloudGuards guards;
    private ResilientCloudAsync async;
    private ResilientFileService files;
    private ResilientBackupService backups;

    /** Creates a client with the default context. */
    public ResilientCloud(Cloud delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientCloud(Cloud delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientCloud(Builder builder) {
        this(builder.delegate, new Shared_(builder));
    }

    private ResilientCloud(Cloud delegate, Shared_ shared) {
        this.delegate = delegate;
        this.shared = shared;
        this.guards = shared.cloudGuards();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(Cloud delegate) {
        return new Builder(delegate);
    }

    /** Not protected, but what it returns is. */
    @Override
    public CloudAsync async() {
        CloudAsync result = delegate.async();
        ResilientCloudAsync known = async;
        if (known == null || known.delegate != result) {
            known = result == null ? null : new ResilientCloudAsync(result, shared);
            async = known;
        }
        return known;
    }

    /** Not protected, but what it returns is. */
    @Override
    public Cloud withOptions(Consumer<StringBuilder> options) {
        Cloud result = delegate.withOptions(options);
        if (result == delegate) {
            return this;
        }
        return result == null ? null : new ResilientCloud(result, shared);
    }

    /** Not protected, but what it returns is. */
    @Override
    public FileService files() {
        FileService result = delegate.files();
        ResilientFileService known = files;
        if (known == null || known.delegate != result) {
            known = result == null ? null : new ResilientFileService(result, shared);
            files = known;
        }
        return known;
    }

    /** Not protected, but what it returns is. */
    @Override
    public BackupService backups() {
        BackupService result = delegate.backups();
        ResilientBackupService known = backups;
        if (known == null || known.delegate != result) {
            known = result == null ? null : new ResilientBackupService(result, shared);
            backups = known;
        }
        return known;
    }

    /** Not protected. */
    @Override
    public Cloud.Admin admin() {
        return delegate.admin();
    }

    @Override
    public String ping() throws CloudException {
        Permit permit = guards.ping.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.ping();
                guards.ping.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = guards.ping.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected. */
    @Override
    public void close() {
        delegate.close();
    }

    /** Policies that this client shares with those which methods return, and guards when needed. */
    @HoldfastGenerated
    private static final class Shared_ {
        private final ClientSetup setup;
        private final ExponentialBackoff backoff;
        private final RateLimiter rateLimiter;
        private final CircuitBreaker circuitBreaker;
        private final ExponentialBackoff backupsBackoff;
        private final FallbackRule fileServiceReadStringFallbackRule;
        private final ExponentialBackoff fileServiceDeleteBackoff;
        private CloudGuards cloudGuards;
        private CloudAsyncGuards cloudAsyncGuards;
        private FileServiceGuards fileServiceGuards;
        private BackupServiceGuards backupServiceGuards;
        private FileService_RawGuards fileService_RawGuards;
        private FileService_TableGuards fileService_TableGuards;

        private Shared_(Builder builder) {
            this.setup = ClientSetup.of(builder.holdfast, "shop.CloudPolicy");
            this.backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
            this.rateLimiter = LimiterSetup.create().name("CloudPolicy").build(setup, builder.rateLimiter);
            this.circuitBreaker = BreakerSetup.create().name("CloudPolicy").build(setup, builder.circuitBreaker);
            this.backupsBackoff = BackoffSetup.create().maxAttempts(2).build(setup, builder.backupsBackoff);
            this.fileServiceReadStringFallbackRule = FallbackSetup.create().build(setup, "FileService#read");
            this.fileServiceDeleteBackoff = BackoffSetup.create()
                    .maxAttempts(1)
                    .build(setup, "FileService#delete", builder.fileServiceDeleteBackoff);
            // Overrides are read while a client is created.
            if (setup.hasOverrides()) {
                cloudGuards();
                cloudAsyncGuards();
                fileServiceGuards();
                backupServiceGuards();
                fileService_RawGuards();
                fileService_TableGuards();
            }
            setup.refuseUnknownKeys();
        }

        private CloudGuards cloudGuards() {
            CloudGuards known = cloudGuards;
            if (known == null) {
                known = new CloudGuards(this);
                cloudGuards = known;
            }
            return known;
        }

        private CloudAsyncGuards cloudAsyncGuards() {
            CloudAsyncGuards known = cloudAsyncGuards;
            if (known == null) {
                known = new CloudAsyncGuards(this);
                cloudAsyncGuards = known;
            }
            return known;
        }

        private FileServiceGuards fileServiceGuards() {
            FileServiceGuards known = fileServiceGuards;
            if (known == null) {
                known = new FileServiceGuards(this);
                fileServiceGuards = known;
            }
            return known;
        }

        private BackupServiceGuards backupServiceGuards() {
            BackupServiceGuards known = backupServiceGuards;
            if (known == null) {
                known = new BackupServiceGuards(this);
                backupServiceGuards = known;
            }
            return known;
        }

        private FileService_RawGuards fileService_RawGuards() {
            FileService_RawGuards known = fileService_RawGuards;
            if (known == null) {
                known = new FileService_RawGuards(this);
                fileService_RawGuards = known;
            }
            return known;
        }

        private FileService_TableGuards fileService_TableGuards() {
            FileService_TableGuards known = fileService_TableGuards;
            if (known == null) {
                known = new FileService_TableGuards(this);
                fileService_TableGuards = known;
            }
            return known;
        }
    }

    /** The guards of the methods of a {@link Cloud}. */
    @HoldfastGenerated
    private static final class CloudGuards {
        private final SyncGuard ping;

        private CloudGuards(Shared_ shared) {
            this.ping = GuardSetup.of("CloudPolicy.ping")
                    .backoff(shared.backoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .failure(CloudException.class, ANSWERS)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link CloudAsync}. */
    @HoldfastGenerated
    private static final class ResilientCloudAsync implements CloudAsync {
        private final CloudAsync delegate;
        private final Shared_ shared;
        private final CloudAsyncGuards guards;
        private ResilientCloud sync;

        private ResilientCloudAsync(CloudAsync delegate, Shared_ shared) {
            this.delegate = delegate;
            this.shared = shared;
            this.guards = shared.cloudAsyncGuards();
        }

        /** Not protected, but what it returns is. */
        @Override
        public Cloud sync() {
            Cloud result = delegate.sync();
            ResilientCloud known = sync;
            if (known == null || known.delegate != result) {
                known = result == null ? null : new ResilientCloud(result, shared);
                sync = known;
            }
            return known;
        }

        /** A call waits at most 3 s between attempts. An attempt waits up to 5 min 30 s while calls are held back. */
        @Override
        public CompletableFuture<String> ping(String region) {
            Permit permit = guards.ping.begin();
            CompletableFuture<String> first = null;
            Throwable failure = null;
            if (permit != null) {
                try {
                    first = delegate.ping(region);
                    if (guards.ping.accepts(permit, first)) {
                        return first;
                    }
                } catch (Throwable thrown) {
                    failure = thrown;
                }
            }
            return guards.ping.follow(permit, first, failure, () -> delegate.ping(region));
        }
    }

    /** The guards of the methods of a {@link CloudAsync}. */
    @HoldfastGenerated
    private static final class CloudAsyncGuards {
        private final AsyncGuard ping;

        private CloudAsyncGuards(Shared_ shared) {
            this.ping = GuardSetup.of("CloudPolicy.CloudAsync#ping")
                    .backoff(shared.backoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .async(shared.setup);
        }
    }

    /** Protects calls to a {@link FileService}. */
    @HoldfastGenerated
    private static final class ResilientFileService implements FileService {
        private final FileService delegate;
        private final Shared_ shared;
        private final FileServiceGuards guards;
        private ResilientFileService_Raw raw;
        private ResilientFileService_Table<String> names;

        private ResilientFileService(FileService delegate, Shared_ shared) {
            this.delegate = delegate;
            this.shared = shared;
            this.guards = shared.fileServiceGuards();
        }

        /** Not protected, but what it returns is. */
        @Override
        public FileService withOptions(String options) {
            FileService result = delegate.withOptions(options);
            if (result == delegate) {
                return this;
            }
            return result == null ? null : new ResilientFileService(result, shared);
        }

        /** Not protected, but what it returns is. */
        @Override
        public FileService.Raw raw() {
            FileService.Raw result = delegate.raw();
            ResilientFileService_Raw known = raw;
            if (known == null || known.delegate != result) {
                known = result == null ? null : new ResilientFileService_Raw(result, shared);
                raw = known;
            }
            return known;
        }

        /** Not protected, but what it returns is. */
        @Override
        public <T extends Comparable<T>> FileService.Table<T> table(Class<T> type) {
            FileService.Table<T> result = delegate.<T>table(type);
            return result == null ? null : new ResilientFileService_Table<>(result, shared);
        }

        /** Not protected, but what it returns is. */
        @Override
        public FileService.Table<String> names() {
            FileService.Table<String> result = delegate.names();
            ResilientFileService_Table<String> known = names;
            if (known == null || known.delegate != result) {
                known = result == null ? null : new ResilientFileService_Table<>(result, shared);
                names = known;
            }
            return known;
        }

        @Override
        public FileService.Raw open(String delegate, int shared) throws CloudException {
            Permit permit = guards.open.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    FileService.Raw result = this.delegate.open(delegate, shared);
                    guards.open.succeeded(permit);
                    return result == null ? null : new ResilientFileService_Raw(result, this.shared);
                } catch (Throwable failure) {
                    permit = guards.open.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }

        /** Also {@code @Fallback}: nothing answers if a call fails with Exception. */
        @Override
        public byte[] read(String guards) throws CloudException {
            try {
                Permit permit = this.guards.readString.begin();
                for (int attempt = 1; ; attempt++) {
                    try {
                        byte[] result = delegate.read(guards);
                        this.guards.readString.succeeded(permit);
                        return result;
                    } catch (Throwable failure) {
                        permit = this.guards.readString.failed(permit, attempt, failure);
                        if (permit == null) {
                            throw failure;
                        }
                    }
                }
            } catch (Throwable finalFailure) {
                if (!this.guards.readString.fallsBack(finalFailure)) {
                    throw finalFailure;
                }
                try {
                    this.guards.readString.letGo(finalFailure);
                    return CloudPolicy.Files.nothing(guards);
                } catch (Throwable fallbackFailure) {
                    this.guards.readString.fallbackFailed(finalFailure, fallbackFailure);
                    throw fallbackFailure;
                }
            }
        }

        @Override
        public byte[] read(String name, int from) throws CloudException {
            Permit permit = guards.readStringInt.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    byte[] result = delegate.read(name, from);
                    guards.readStringInt.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.readStringInt.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }

        /**
         * Its own {@code @Backoff}: 1 attempt, no retry.
         *
         * <p>An attempt waits up to 5 min 30 s while calls are held back.
         */
        @Override
        public void delete(String name) throws CloudException {
            Permit permit = guards.delete.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    delegate.delete(name);
                    guards.delete.succeeded(permit);
                    return;
                } catch (Throwable failure) {
                    permit = guards.delete.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** The guards of the methods of a {@link FileService}. */
    @HoldfastGenerated
    private static final class FileServiceGuards {
        private final SyncGuard open;
        private final SyncGuard readString;
        private final SyncGuard readStringInt;
        private final SyncGuard delete;

        private FileServiceGuards(Shared_ shared) {
            GuardSetup guards = GuardSetup.of("FileService")
                    .backoff(shared.backoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .failure(CloudException.class, ANSWERS);
            this.open = guards.method("CloudPolicy.FileService#open").sync(shared.setup);
            this.readString = guards.method("CloudPolicy.FileService#read(String)")
                    .fallback(shared.fileServiceReadStringFallbackRule)
                    .sync(shared.setup);
            this.readStringInt = guards.method("CloudPolicy.FileService#read(String,int)").sync(shared.setup);
            this.delete = guards.method("CloudPolicy.FileService#delete")
                    .backoff(shared.fileServiceDeleteBackoff)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link BackupService}. */
    @HoldfastGenerated
    private static final class ResilientBackupService implements BackupService {
        private final BackupService delegate;
        private final BackupServiceGuards guards;

        private ResilientBackupService(BackupService delegate, Shared_ shared) {
            this.delegate = delegate;
            this.guards = shared.backupServiceGuards();
        }

        /**
         * Its own {@code @Backoff} on {@code CloudPolicy.Backups}: at most 2 attempts, up to 1 s apart (full jitter);
         * retries Exception and status 408, 5xx.
         *
         * <p>A call waits at most 1 s between attempts, or 5 min 30 s if every answer is rate-limited. An attempt waits
         * up to 5 min 30 s while calls are held back.
         */
        @Override
        public void restore(String name) throws CloudException {
            Permit permit = guards.restore.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    delegate.restore(name);
                    guards.restore.succeeded(permit);
                    return;
                } catch (Throwable failure) {
                    permit = guards.restore.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** The guards of the methods of a {@link BackupService}. */
    @HoldfastGenerated
    private static final class BackupServiceGuards {
        private final SyncGuard restore;

        private BackupServiceGuards(Shared_ shared) {
            this.restore = GuardSetup.of("CloudPolicy.BackupService#restore")
                    .backoff(shared.backupsBackoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .failure(CloudException.class, ANSWERS)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link FileService.Raw}. */
    @HoldfastGenerated
    private static final class ResilientFileService_Raw implements FileService.Raw {
        private final FileService.Raw delegate;
        private final FileService_RawGuards guards;

        private ResilientFileService_Raw(FileService.Raw delegate, Shared_ shared) {
            this.delegate = delegate;
            this.guards = shared.fileService_RawGuards();
        }

        @Override
        public int read(String name) throws CloudException {
            Permit permit = guards.read.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    int result = delegate.read(name);
                    guards.read.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.read.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** The guards of the methods of a {@link FileService.Raw}. */
    @HoldfastGenerated
    private static final class FileService_RawGuards {
        private final SyncGuard read;

        private FileService_RawGuards(Shared_ shared) {
            this.read = GuardSetup.of("CloudPolicy.FileService_Raw#read")
                    .backoff(shared.backoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .failure(CloudException.class, ANSWERS)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link FileService.Table}. */
    @HoldfastGenerated
    private static final class ResilientFileService_Table<T extends Comparable<T>> implements FileService.Table<T> {
        private final FileService.Table<T> delegate;
        private final FileService_TableGuards guards;

        private ResilientFileService_Table(FileService.Table<T> delegate, Shared_ shared) {
            this.delegate = delegate;
            this.guards = shared.fileService_TableGuards();
        }

        @Override
        public T get(String key) throws CloudException {
            Permit permit = guards.get.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    T result = delegate.get(key);
                    guards.get.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.get.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** The guards of the methods of a {@link FileService.Table}. */
    @HoldfastGenerated
    private static final class FileService_TableGuards {
        private final SyncGuard get;

        private FileService_TableGuards(Shared_ shared) {
            this.get = GuardSetup.of("CloudPolicy.FileService_Table#get")
                    .backoff(shared.backoff)
                    .rateLimiter(shared.rateLimiter)
                    .circuitBreaker(shared.circuitBreaker)
                    .failure(CloudException.class, ANSWERS)
                    .sync(shared.setup);
        }
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<CloudException> {
        @Override
        public int status(CloudException answer) {
            return answer.statusCode();
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final Cloud delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff backupsBackoff;
        private ExponentialBackoff fileServiceDeleteBackoff;

        private Builder(Cloud delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code CloudPolicy}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code CloudPolicy}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code CloudPolicy}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code CloudPolicy.Backups}. */
        public Builder backupsBackoff(ExponentialBackoff backupsBackoff) {
            this.backupsBackoff = Objects.requireNonNull(backupsBackoff, "backupsBackoff");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code CloudPolicy.Files.delete}. */
        public Builder fileServiceDeleteBackoff(ExponentialBackoff fileServiceDeleteBackoff) {
            this.fileServiceDeleteBackoff = Objects.requireNonNull(fileServiceDeleteBackoff, "fileServiceDeleteBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientCloud build() {
            return new ResilientCloud(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "shop.CloudPolicy/";
        public static final String PING = "shop.CloudPolicy/ping/";
        public static final String CLOUD_ASYNC_PING = "shop.CloudPolicy/CloudAsync#ping/";
        public static final String FILE_SERVICE_OPEN = "shop.CloudPolicy/FileService#open/";
        public static final String FILE_SERVICE_READ = "shop.CloudPolicy/FileService#read/";
        public static final String FILE_SERVICE_DELETE = "shop.CloudPolicy/FileService#delete/";
        public static final String BACKUP_SERVICE_RESTORE = "shop.CloudPolicy/BackupService#restore/";
        public static final String FILE_SERVICE_RAW_READ = "shop.CloudPolicy/FileService_Raw#read/";
        public static final String FILE_SERVICE_TABLE_GET = "shop.CloudPolicy/FileService_Table#get/";

        private Keys() {}
    }
}
