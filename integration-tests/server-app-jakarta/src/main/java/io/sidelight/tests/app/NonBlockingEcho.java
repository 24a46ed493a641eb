package io.sidelight.tests.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads the body without blocking, then writes it back without blocking. */
final class NonBlockingEcho implements ReadListener, WriteListener {

  private final AsyncContext async;
  private final HttpServletResponse response;
  private final ServletInputStream in;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  NonBlockingEcho(AsyncContext async, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    this.async = async;
    this.response = response;
    this.in = request.getInputStream();
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[1024];
    while (in.isReady()) {
      int n = in.read(buffer);
      if (n < 0) {
        return;
      }
      body.write(buffer, 0, n);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    response.setContentType("application/octet-stream");
    response.getOutputStream().setWriteListener(this);
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream out = response.getOutputStream();
    if (body.size() > 0 && out.isReady()) {
      out.write(body.toByteArray());
      body.reset();
    }
    if (body.size() == 0 && out.isReady()) {
      async.complete();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    async.complete();
  }
}
