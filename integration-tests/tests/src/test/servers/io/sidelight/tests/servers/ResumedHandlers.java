package io.sidelight.tests.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Handlers without any context, all of which go on with a request after its first thread has left
 * it. Each makes one call then, which leaves a line and needs no other side: nobody listens on port
 * 1.
 */
final class ResumedHandlers {

  /** More than goes into the buffers of a connection whose client does not read. */
  private static final int LARGE = 20_000_000;

  private ResumedHandlers() {}

  static Handler all() throws ReflectiveOperationException {
    return new Handler.Sequence(
        new Below("/resumed/demand", new Demanding()),
        new Below("/resumed/write", new Writing()),
        new Below("/resumed/execute", new Executing()),
        new Below("/resumed/context", new ContextHandler(new Executing(), "/")),
        new Below("/resumed/delayed", around(formReader(), new Answering())),
        holding("/resumed/limited", threadLimit()),
        holding("/resumed/qos", quality()));
  }

  private static Handler holding(String prefix, Handler.Singleton limit) {
    CountDownLatch left = new CountDownLatch(1);
    return new Leaving(prefix, around(limit, new Holding(left)), left);
  }

  private static Handler around(Handler.Singleton outer, Handler inner) {
    outer.setHandler(inner);
    return outer;
  }

  private static ThreadLimitHandler threadLimit() {
    ThreadLimitHandler limit = new ThreadLimitHandler();
    limit.setThreadLimit(1);
    return limit;
  }

  /** One request at a time; the first releases of Jetty 12 have no handler for that. */
  private static Handler.Singleton quality() throws ReflectiveOperationException {
    Class<?> type = handlerClass("QoSHandler");
    if (type == null) {
      return threadLimit();
    }
    Object handler = type.getConstructor().newInstance();
    type.getMethod("setMaxRequestCount", int.class).invoke(handler, 1);
    return (Handler.Singleton) handler;
  }

  /** Holds a request back until its form has been read; 12.1 has a new name for it. */
  private static Handler.Singleton formReader() throws ReflectiveOperationException {
    Class<?> type = handlerClass("EagerContentHandler");
    if (type == null) {
      type = handlerClass("DelayedHandler");
    }
    return (Handler.Singleton) type.getConstructor().newInstance();
  }

  private static Class<?> handlerClass(String name) {
    try {
      return Class.forName("org.eclipse.jetty.server.handler." + name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static void answer(Response response, Callback callback) {
    try {
      URI.create("http://localhost:1/resumed").toURL().openStream().close();
    } catch (IOException refused) {
      // as expected
    }
    Content.Sink.write(response, true, "resumed", callback);
  }

  /** Leaves requests for other paths to other handlers. */
  private static class Below extends Handler.Wrapper {

    private final String path;

    Below(String path, Handler handler) {
      this.path = path;
      setHandler(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return request.getHttpURI().getPath().equals(path)
          && super.handle(request, response, callback);
    }
  }

  /** Tells the first request that the second one has been held back. */
  private static final class Leaving extends Below {

    private final CountDownLatch left;

    Leaving(String path, Handler handler, CountDownLatch left) {
      super(path, handler);
      this.left = left;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      boolean handled = super.handle(request, response, callback);
      if (handled) {
        left.countDown();
      }
      return handled;
    }
  }

  /** Answers the first request when the second one waits for it to end. */
  private static final class Holding extends Handler.Abstract {

    private final CountDownLatch left;

    Holding(CountDownLatch left) {
      this.left = left;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      left.await();
      answer(response, callback);
      return true;
    }
  }

  private static final class Answering extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      answer(response, callback);
      return true;
    }
  }

  /** Answers when there is something to read. */
  private static final class Demanding extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      request.demand(() -> answer(response, callback));
      return true;
    }
  }

  /** Answers when the client has read. */
  private static final class Writing extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(
          false,
          ByteBuffer.allocate(LARGE),
          Callback.from(() -> answer(response, callback), callback::failed));
      return true;
    }
  }

  /** Answers on another thread of the server. */
  private static final class Executing extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      request.getContext().execute(() -> answer(response, callback));
      return true;
    }
  }
}
