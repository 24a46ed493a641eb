/**
 * OkHttp 3.14, 4 and 5. Everything here is typed against OkHttp's public classes, so that one set
 * of advice serves releases whose internals are named and ordered differently.
 *
 * <p>How a call goes by: {@code callStart}, which both {@code execute} and {@code enqueue} come
 * through when they have found the call unused, begins it ({@link
 * io.sidelight.instrumentation.okhttp.OkHttpCallAdvice.CallStartAdvice}); an asynchronous one is
 * brought back to its request on the dispatcher's thread ({@link
 * io.sidelight.instrumentation.okhttp.OkHttpCallAdvice.AsyncCallAdvice}). All interceptors run
 * within {@code getResponseWithInterceptorChain}, and what that returns or throws is what the
 * application gets ({@link io.sidelight.instrumentation.okhttp.OkHttpCallAdvice.ChainAdvice}). Each
 * request that goes out passes the codec, below all interceptors, the cache and the application's
 * event listener, and gets the header there ({@link
 * io.sidelight.instrumentation.okhttp.OkHttpExchangeAdvice.CodecAdvice}). The call is over when
 * OkHttp's own accounting says so, right after the event {@code callEnd} or {@code callFailed}
 * ({@link io.sidelight.instrumentation.okhttp.OkHttpCallAdvice.CallDoneAdvice}).
 */
@NullMarked
package io.sidelight.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
