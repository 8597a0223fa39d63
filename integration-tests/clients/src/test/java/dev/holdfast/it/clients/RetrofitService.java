package dev.holdfast.it.clients;

import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** What Retrofit implements. */
interface RetrofitService {

    @GET("/{path}")
    Call<ResponseBody> get(@Path("path") String path);

    static RetrofitService over(OkHttpClient http, String address) {
        return new Retrofit.Builder().baseUrl(address).client(http).build().create(RetrofitService.class);
    }
}
