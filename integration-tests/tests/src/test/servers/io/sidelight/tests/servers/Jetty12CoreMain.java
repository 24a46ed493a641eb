package io.sidelight.tests.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Handlers of Jetty's core, without any servlet. Arguments: the folder to work in, the pattern of
 * the log.
 */
public final class Jetty12CoreMain {

  private Jetty12CoreMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Server server = Jetty12.create(work, args[1]);
    server.setHandler(
        new Handler.Sequence(ResumedHandlers.all(), new ContextHandler(new Routes(), "/")));
    Jetty12.start(server, work);
  }

  /** A path that it does not know is left to Jetty, which answers 404. */
  private static final class Routes extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      switch (Request.getPathInContext(request)) {
        case "/hello" -> text(response, "hello", callback);
        case "/empty" -> {
          response.setStatus(204);
          callback.succeeded();
        }
        case "/reset" -> {
          response.reset();
          text(response, "after reset", callback);
        }
        case "/exception" -> throw new IllegalStateException("a handler failed");
        case "/failed" -> callback.failed(new IllegalStateException("a callback failed"));
        case "/failed-later" ->
            later(request, () -> callback.failed(new IllegalStateException("failed later")));
        case "/committed" ->
            response.write(
                false,
                StandardCharsets.UTF_8.encode("partial"),
                Callback.from(() -> callback.failed(new IOException("after commit")), callback));
        case "/error" -> Response.writeError(request, response, callback, 418, "a teapot");
        case "/async" -> later(request, () -> text(response, "from another thread", callback));
        case "/echo" -> Content.copy(request, response, callback);
        case "/demand" -> demand(request, response, callback);
        case "/endless" -> endless(response, callback);
        case "/upgrade" -> upgrade(request, response, callback);
        default -> {
          return false;
        }
      }
      return true;
    }

    /** Reads when there is something to read, on the threads that Jetty has for that. */
    private static void demand(Request request, Response response, Callback callback) {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(() -> demand(request, response, callback));
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          callback.failed(chunk.getFailure());
          return;
        }
        chunk.release();
        if (chunk.isLast()) {
          text(response, "read", callback);
          return;
        }
      }
    }

    private static void endless(Response response, Callback callback) {
      response.write(
          false,
          ByteBuffer.allocate(50_000),
          Callback.from(() -> thread(() -> endless(response, callback)), callback::failed));
    }

    /** As WebSockets do. */
    private static void upgrade(Request request, Response response, Callback callback) {
      EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
      Executor executor = request.getComponents().getThreadPool();
      request.setAttribute(
          HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, new GreetingConnection(endPoint, executor));
      response.setStatus(101);
      response.getHeaders().put("Upgrade", "greeting");
      response.getHeaders().put("Connection", "Upgrade");
      response.write(true, null, callback);
    }

    private static void text(Response response, String text, Callback callback) {
      response.getHeaders().put("Content-Type", "text/plain");
      Content.Sink.write(response, true, text, callback);
    }

    /** When the handler has returned. */
    private static void later(Request request, Runnable task) {
      request.getComponents().getScheduler().schedule(task, 100, TimeUnit.MILLISECONDS);
    }

    private static void thread(Runnable task) {
      Thread thread = new Thread(task, "application-worker");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
