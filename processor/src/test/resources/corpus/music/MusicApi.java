package music;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import house.BusyException;
import house.Get;
import house.Page;
import house.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Retrofit's shape: an annotation for the request, one for each argument, a call as result. */
@CircuitBreaker(failureThreshold = 9)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = BusyException.class)
public interface MusicApi {

    String BASE = "https://music.example/v1";

    @Get(BASE + "/albums/{id}")
    Call<Album> album(@Query("id") String id);

    @Get(value = BASE + "/albums", headers = {"Accept: */*", "X-\u00c4: \"1\""}, converters = {int[].class, Map.Entry.class})
    Call<List<? extends Album>> albums(@Query(value = "ids", encoded = true) String... ids);

    Call<Page<Track>> tracks(@Query("album") String album, @Query("page") int page, @Query("size") int size);

    Call<Page<Track>.Cursor> cursor(Page<Track>.Cursor cursor);

    <R extends Track> Page<R>.Mapped<List<R>> mapped(Page<R>.Mapped<? super Track> mapped, Class<R> type);

    Call<? super Track> anyTrack(Map<? extends Album, ? super List<?>> request, Set<?>... keys);

    Call<?>[] calls(Call<? extends Collection<? extends Track[]>>[] calls, Duration duration);

    Album.Cover cover(Album album, Album.Cover.Size size);

    /** An answer to come. */
    interface Call<T> {
        T body();
    }

    /** Several songs. */
    class Album {

        public Album() {}

        /** Its picture. */
        public static class Cover {

            public Cover() {}

            /** How large. */
            public enum Size {
                SMALL,
                LARGE {
                    @Override
                    public String toString() {
                        return "large";
                    }
                };
            }
        }
    }

    /** A song. */
    class Track {
        public Track() {}
    }
}
