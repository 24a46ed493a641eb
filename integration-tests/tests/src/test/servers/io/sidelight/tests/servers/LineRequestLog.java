package io.sidelight.tests.servers;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * The access log in the form of the contract: request ID, status, bytes, milliseconds, method,
 * path. Jetty 9.4.0 has none with a pattern; this one reads the same figures as Jetty's own.
 */
final class LineRequestLog implements RequestLog {

  private final PrintStream out;

  LineRequestLog(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
  }

  @Override
  public void log(Request request, Response response) {
    MetaData.Response sent = response.getCommittedMetaData();
    HttpFields fields = sent.getFields();
    String id = fields == null ? null : fields.get("X-Request-ID");
    String line =
        String.join(
            " ",
            id == null ? "-" : id,
            Integer.toString(sent.getStatus()),
            Long.toString(response.getHttpChannel().getBytesWritten()),
            Long.toString(System.currentTimeMillis() - request.getTimeStamp()),
            request.getMethod(),
            request.getRequestURI());
    synchronized (out) {
      out.println(line);
    }
    if (out.checkError()) {
      throw new UncheckedIOException(new IOException("the access log can't be written"));
    }
  }
}
