package io.sidelight.tests.clients;

import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Url;

/** Retrofit, which is always on OkHttp. */
public final class RetrofitCaller implements Caller {

  private final Api api =
      new Retrofit.Builder().baseUrl("http://localhost").build().create(Api.class);

  /** What an application declares. */
  public interface Api {
    @GET
    retrofit2.Call<ResponseBody> get(@Url String url);
  }

  @Override
  public void call(Call call) throws IOException {
    tell(call, api.get(call.url()).execute());
  }

  @Override
  public void start(Call call) {
    api.get(call.url())
        .enqueue(
            new Callback<ResponseBody>() {
              @Override
              public void onResponse(
                  retrofit2.Call<ResponseBody> made, Response<ResponseBody> response) {
                try {
                  tell(call, response);
                  call.finish();
                } catch (IOException e) {
                  call.fail(e);
                }
              }

              @Override
              public void onFailure(retrofit2.Call<ResponseBody> made, Throwable thrown) {
                call.fail(thrown);
              }
            });
  }

  private static void tell(Call call, Response<ResponseBody> response) throws IOException {
    call.status(response.code());
    call.stream(response.body().byteStream());
  }
}
