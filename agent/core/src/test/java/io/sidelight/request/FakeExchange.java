package io.sidelight.request;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.ServerExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An exchange without a container, for the rules that don't depend on one. */
public class FakeExchange implements ServerExchange {

  final Map<String, List<String>> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Map<String, List<String>> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  String path = "/orders/7";
  @Nullable String query;
  String method = "GET";
  int status = 200;
  boolean refused;
  long startNanos = System.nanoTime();
  boolean aborted;
  @Nullable Throwable thrown;
  @Nullable String principal;
  @Nullable String peer = "192.0.2.7";
  final Map<String, Object> session = new HashMap<>();

  public FakeExchange() {}

  FakeExchange(Map<String, String> requestHeaders) {
    requestHeaders.forEach((name, value) -> requestHeader(name, value));
  }

  FakeExchange requestHeader(String name, String value) {
    requestHeaders.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    return this;
  }

  void addResponseHeader(String name, String value) {
    responseHeaders.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  @Override
  public @Nullable String peer() {
    return peer;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    return query;
  }

  @Override
  public @Nullable String header(String name) {
    List<String> values = requestHeaders.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public int headerCount(String name) {
    return requestHeaders.getOrDefault(name, List.of()).size();
  }

  @Override
  public Headers headers() {
    return consumer ->
        new LinkedHashMap<>(requestHeaders)
            .forEach((name, values) -> values.forEach(value -> consumer.accept(name, value)));
  }

  @Override
  public @Nullable String contentType() {
    return header("Content-Type");
  }

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public void setHeader(String name, String value) {
    responseHeaders.put(name, new ArrayList<>(List.of(value)));
  }

  @Override
  public @Nullable String responseHeader(String name) {
    List<String> values = responseHeaders.get(name);
    return values == null ? null : values.get(values.size() - 1);
  }

  @Override
  public int responseHeaderCount(String name) {
    return responseHeaders.getOrDefault(name, List.of()).size();
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable String responseContentType() {
    return null;
  }

  @Override
  public long bytesOut() {
    return 0;
  }

  @Override
  public long bytesIn() {
    return 0;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public boolean aborted() {
    return aborted;
  }

  @Override
  public boolean refused() {
    return refused;
  }

  @Override
  public @Nullable Throwable thrown() {
    return thrown;
  }

  @Override
  public @Nullable String principal() {
    return principal;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return null;
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return session.get(name);
  }
}
