package io.sidelight.tests.harness;

/**
 * What some servers do differently from the others, with and without the agent. A part of the
 * contract that can't be asked of a server is skipped by one of these. The compatibility table
 * names those that a user of the server may notice; the others are of its access log, which the
 * suites compare lines with.
 */
public enum Quirk {
  NO_TIMEOUT_OVER_HTTP2("the server never ends an asynchronous timeout over HTTP/2"),
  NO_UPGRADE_TO_HTTP2("the server refuses to go on in HTTP/2 on a connection of HTTP/1.1"),
  NO_HEAD("the server breaks off its answers to HEAD where they tell a length"),
  FORM_LOGIN_HAS_NO_PRINCIPAL(
      "the request that sends a login form has no user yet, the one that it is redirected to has"),
  REFUSALS_NOT_IN_ACCESS_LOG("the server's access log leaves out what its parser refuses", false),
  TRACE_NOT_IN_ACCESS_LOG(
      "the server's access log leaves out TRACE, which the server refuses", false),
  ANSWERS_UNKNOWN_VERSIONS("the server answers a request of a version of HTTP that there is not"),
  CANCELS_FAILED_STREAMS("the server cancels some of the requests that fail over HTTP/2"),
  LOGS_NO_BYTES_OF_ERRORS(
      "the server's own log counts no bytes of errors that it answers itself", false),
  LOGS_MADE_UP_REQUESTS(
      "the server's own log has a made-up request where it could not read one", false),
  SERVLETS_ONLY(
      "what is not seen by a servlet: answers of the server itself and of filters, sizes, aborted"
          + " connections, what error pages and filters make of the status, and the request ID in"
          + " responses that the server resets"),
  LOSES_EARLY_DISPATCHES(
      "the server may lose an asynchronous dispatch by another thread while the servlet still"
          + " runs"),
  WRITES_ON("the server logs a broken connection while the application still writes to it", false),
  OSGI_WHITEBOARD(
      "the whiteboard has no answer for folders, commits a failed forward with 200, and tells"
          + " nobody of an exception that has a page"),
  FORGETS_ABANDONED(
      "the server now and then never completes a request that fails once its client has left",
      false),
  NO_UPGRADE_HANDLERS("the server's servlets can't upgrade a connection", false),
  LOGS_BODIES_OF_HEAD(
      "the server's own log counts the bodies that answers to HEAD don't have", false),
  LOGS_CHUNK_FRAMING("the server's own log counts the bytes that frame chunks", false),
  LOGS_UNSENT_HEADERS(
      "the server's own log has the response whose headers were too large, and not the one that was"
          + " sent instead",
      false),
  LOGS_LATER("the server's own log takes its time after the agent does", false);

  private final String reason;
  private final boolean noticed;

  Quirk(String reason) {
    this(reason, true);
  }

  Quirk(String reason, boolean noticed) {
    this.reason = reason;
    this.noticed = noticed;
  }

  /** Whether it makes a difference to users, and not only to the suites. */
  boolean isNoticed() {
    return noticed;
  }

  /** For users, as the end of a sentence. */
  String reason() {
    return reason;
  }
}
