package io.sidelight.instrumentation.apachehttp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The application's own request with one header more, which it doesn't get to see. All that the
 * client changes reaches the request as it would without us.
 */
final class RequestWithHeader5 extends HttpRequestWrapper implements Configurable {

  private final HttpRequest request;
  private final Header added;

  RequestWithHeader5(HttpRequest request, String name, String value) {
    super(request);
    this.request = request;
    this.added = new BasicHeader(name, value);
  }

  private boolean isAdded(@Nullable String name) {
    return added.getName().equalsIgnoreCase(name);
  }

  /** Where the client looks for it, and takes its own if there is none. */
  @Override
  public @Nullable RequestConfig getConfig() {
    return request instanceof Configurable ? ((Configurable) request).getConfig() : null;
  }

  @Override
  public boolean containsHeader(String name) {
    return isAdded(name) || super.containsHeader(name);
  }

  @Override
  public int countHeaders(String name) {
    return super.countHeaders(name) + (isAdded(name) ? 1 : 0);
  }

  @Override
  public @Nullable Header getHeader(String name) throws ProtocolException {
    return isAdded(name) ? added : super.getHeader(name);
  }

  @Override
  public @Nullable Header getFirstHeader(String name) {
    return isAdded(name) ? added : super.getFirstHeader(name);
  }

  @Override
  public @Nullable Header getLastHeader(String name) {
    return isAdded(name) ? added : super.getLastHeader(name);
  }

  @Override
  public Header[] getHeaders(String name) {
    return isAdded(name) ? with(super.getHeaders(name)) : super.getHeaders(name);
  }

  @Override
  public Header[] getHeaders() {
    return with(super.getHeaders());
  }

  @Override
  public Iterator<Header> headerIterator() {
    return Arrays.asList(getHeaders()).iterator();
  }

  @Override
  public Iterator<Header> headerIterator(String name) {
    return isAdded(name) ? Arrays.asList(getHeaders(name)).iterator() : super.headerIterator(name);
  }

  private Header[] with(Header[] headers) {
    List<Header> all = new ArrayList<>(Arrays.asList(headers));
    all.add(added);
    return all.toArray(new Header[0]);
  }
}
