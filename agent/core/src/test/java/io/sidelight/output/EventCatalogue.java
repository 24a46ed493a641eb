package io.sidelight.output;

import io.sidelight.event.EventNames;
import io.sidelight.event.FieldNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Every event and line with its fields, in the order in which they are written, and what they mean.
 * The pages of the reference have their tables from here, and the agent's own events are held to
 * it.
 */
final class EventCatalogue {

  /** The fields that each line begins with, before those of its event. */
  static final List<Field> BEFORE =
      List.of(
          field(FieldNames.TS, "RFC 3339, UTC, milliseconds"),
          field(FieldNames.LEVEL, "`DEBUG`, `INFO`, `WARN`, `ERROR`"),
          field(
              FieldNames.LOGGER,
              "`http`, `deps`, `steps`, `audit` or `sidelight`; its level is the option"
                  + " `level.<logger>`"),
          field(FieldNames.MSG, "what happened; on lines of the agent the same as `event`"),
          field(FieldNames.EVENT, "which event it is; only lines of the agent have it"),
          field(
              FieldNames.REQUEST_ID,
              "the one that came in `X-Request-ID`, or a new one; `[REDACTED]` where the one that"
                  + " came has the shape of a secret, such as a vendor's key"),
          field(
              FieldNames.USER_ID,
              "[who the request is for](user-id.md), from the moment this is known; the login of"
                  + " the container or of Spring Security unless configured otherwise"),
          field(FieldNames.METHOD, "of the request"),
          field(
              FieldNames.PATH,
              "as it was sent, percent-encoding kept, [secrets masked](redaction.md), without the"
                  + " query"));

  /** The fields that each line ends with. */
  static final List<Field> AFTER =
      List.of(
          field(
              FieldNames.TRACE_ID,
              "of the caller, from `traceparent`, `b3`, `X-B3-TraceId`, `X-Amzn-Trace-Id` or"
                  + " `X-Cloud-Trace-Context`, the first that is well-formed; as the vendor writes"
                  + " it"),
          field(FieldNames.SPAN_ID, "of the caller, from the same header"),
          field(FieldNames.SERVICE, "label from the option of this name"),
          field(FieldNames.ENV, "label from the option of this name"),
          field(FieldNames.VERSION, "label from the option of this name"),
          field(FieldNames.THREAD, "name of the thread"),
          field(FieldNames.EXC, "an exception: root cause first, at most 8 KB"));

  /** The events about requests and what is done for them, each with a table of its own. */
  static final List<Described> OF_REQUESTS =
      List.of(
          event(
              EventNames.REQUEST_STARTED,
              field(FieldNames.QUERY, "[redacted](redaction.md)"),
              field(
                  FieldNames.HEADERS,
                  "[redacted](redaction.md), by their names in lower case; without a request ID"
                      + " that was rejected"),
              field(FieldNames.CONTENT_TYPE, "of the request"),
              field(FieldNames.CONTENT_LENGTH, "what the request's header says"),
              field(
                  FieldNames.REQUEST_ID_REJECTED,
                  "why the request ID that came was replaced; the bad value is written nowhere")),
          event(
              EventNames.REQUEST_COMPLETED,
              field(
                  FieldNames.STATUS,
                  "the one that was sent. When the response was on its way before something "
                      + "failed, it stays what the client saw; the server's access log may say 500 "
                      + "there"),
              field(
                  FieldNames.DURATION_MS,
                  "from the first byte of the request that the server saw until it was done with "
                      + "it; as the server's access log counts"),
              field(FieldNames.CONTENT_TYPE, "of the response"),
              field(
                  FieldNames.BYTES_OUT,
                  "of the response body as it was sent: after compression, without the framing "
                      + "of chunks, 0 for `HEAD`; exceptions by [server](servers.md)"),
              field(
                  FieldNames.BYTES_IN,
                  "of the request body, as far as it was read; both sizes are missing where the "
                      + "container is only known through its servlets"),
              field(
                  FieldNames.ROUTE,
                  "the pattern that the path was matched with, [when it is known](#routes): "
                      + "`/orders/{id}`"),
              field(FieldNames.QUERY_KEYS, "names, no values, at most 32"),
              field(
                  FieldNames.REQUEST_ID_REJECTED,
                  "why the request ID that came was replaced: `too_long`, `empty`, `repeated` or "
                      + "`forbidden_character`"),
              field(
                  FieldNames.DEPS,
                  "`{count, ms, failed}`: the calls to other services made for the request, on "
                      + "whatever thread; [what counts](#sums)"),
              field(
                  FieldNames.STEPS,
                  "`{name: {count, ms}}`: the [steps](steps.md) done for the request, by name"),
              field(FieldNames.SLOW, "it took `slow.request` or longer"),
              field(
                  FieldNames.ASYNC,
                  "the container's thread left the request before it was complete"),
              field(
                  FieldNames.ABORTED,
                  "the connection failed, or was given up, before the response was complete; or "
                      + "nothing was sent at all, and `status` is the one that the server meant"),
              field(
                  FieldNames.DEBUG_DROPPED,
                  "with [`debug.on-failure`](application-logs.md#more-and-fewer-lines): how many "
                      + "DEBUG lines of this request did not fit and are missing"),
              field(FieldNames.ERROR, "class of the exception, out of the container's wrappers")),
          event(
              EventNames.DEPENDENCY_CALL,
              field(
                  FieldNames.DEPENDENCY,
                  "the first alias of option `dependencies` that fits the host, or the host"),
              field(FieldNames.CLIENT, "`jdk`, `okhttp`, `apache`, `jetty` or `urlconnection`"),
              field(FieldNames.DEP_METHOD, "the verb of the call"),
              field(
                  FieldNames.URL,
                  "scheme, host, port and path, secrets in it masked; never user, query or"
                      + " fragment. The one that the application asked for, whatever redirects"
                      + " followed"),
              field(FieldNames.STATUS, "of the last answer; missing when none came"),
              field(
                  FieldNames.DURATION_MS,
                  "to the end of the response body: until it was read to the end, closed, or "
                      + "broke off, for every client. A body that the application leaves open ends "
                      + "with its request; the duration is then that of the headers"),
              field(
                  FieldNames.RETRIES,
                  "how many requests went out beyond the first, those that follow a redirect "
                      + "apart"),
              field(
                  FieldNames.ERROR,
                  "why there is no whole answer: `timeout` (to connect, to be answered, to read),"
                      + " `dns`, `tls`, `cancelled`, `connect` (refused, unreachable), `reset` (the"
                      + " connection broke or was closed early), `protocol` (what came is no HTTP),"
                      + " `io` (anything else)"),
              field(FieldNames.SLOW, "it took `slow.dependency` or longer"),
              field(FieldNames.AFTER_COMPLETION, "the request was complete by then")),
          event(
              EventNames.STEP_TIMING,
              field(FieldNames.STEP, "class without its package, and method: `Pricing.quote`"),
              field(FieldNames.DURATION_MS, "until the method returned, or what it promised came"),
              field(FieldNames.OUTCOME, "`ok` or `error`"),
              field(FieldNames.ERROR, "class of the exception"),
              field(FieldNames.AFTER_COMPLETION, "the request was complete by then")));

  /** What the agent says of itself, and who has used its switches: one table for all. */
  static final List<Described> OF_THE_AGENT =
      List.of(
          event(
                  EventNames.AGENT_STARTED,
                  field(FieldNames.AGENT_VERSION, ""),
                  field(FieldNames.JAVA, ""),
                  field(FieldNames.STARTUP_MS, "how long it held up the start"),
                  field(FieldNames.ARMED, "the instrumentations that found their library"),
                  field(FieldNames.OPTIONS, "those not at their default, with their source"))
              .with(
                  "INFO",
                  "Written when a server starts, some seconds after [one that is not"
                      + " instrumented](servers.md#servers-that-are-not-instrumented), or just"
                      + " before the first other line."),
          event(
                  EventNames.AGENT_WARNING,
                  field(
                      FieldNames.PROBLEM, "what went wrong and what it means, once for each kind"),
                  field(FieldNames.ERROR, ""))
              .with("WARN", "May have an `exc`."),
          event(
                  EventNames.INSTRUMENTATION_DISABLED,
                  field(FieldNames.INSTRUMENTATION, ""),
                  field(FieldNames.REASON, ""))
              .with("WARN", ""),
          event(
                  EventNames.EVENTS_DROPPED,
                  field(FieldNames.DROPPED, "how many"),
                  field(FieldNames.SINCE, ""))
              .with("WARN", ""),
          event(
                  EventNames.CONFIG_CHANGED,
                  field(FieldNames.OPTION, ""),
                  field(FieldNames.FROM, ""),
                  field(FieldNames.TO, "secrets in both are masked"))
              .with("INFO", ""),
          event(
                  EventNames.AUDIT,
                  field(FieldNames.ACTION, ""),
                  field(FieldNames.OUTCOME, ""),
                  field(FieldNames.PEER, ""),
                  field(FieldNames.BY, ""),
                  field(FieldNames.TOKEN_ID, ""),
                  field(FieldNames.REASON, ""),
                  field(FieldNames.UNREPORTED, ""))
              .with(
                  "INFO",
                  "Always written: see [DEBUG for one"
                      + " request](debug-one-request.md#audit-lines)."));

  /** The lines of the application, which are no events of ours. */
  static final Described OF_THE_APPLICATION =
      event(
          "",
          field(FieldNames.MARKERS, "names of the line's markers"),
          field(
              FieldNames.CTX,
              "key-values of the line, then the thread's context (MDC); of a key that is in both"
                  + " the value of the line"),
          field(FieldNames.AFTER_COMPLETION, "the request was complete by then"));

  private EventCatalogue() {}

  /** All of them, those of the application's lines last. */
  static List<Described> all() {
    List<Described> all = new ArrayList<>(OF_REQUESTS);
    all.addAll(OF_THE_AGENT);
    all.add(OF_THE_APPLICATION);
    return all;
  }

  private static Described event(String name, Field... fields) {
    return new Described(name, "", "", List.of(fields));
  }

  private static Field field(String name, String meaning) {
    return new Field(name, meaning);
  }

  /**
   * An event.
   *
   * @param name empty for lines of the application
   * @param level in Markdown, empty where the page describes it beside the table
   * @param note in Markdown, behind the fields
   * @param fields its own, in their order
   */
  record Described(String name, String level, String note, List<Field> fields) {

    Described with(String itsLevel, String itsNote) {
      return new Described(name, itsLevel, itsNote, fields);
    }

    List<String> fieldNames() {
      return fields.stream().map(Field::name).toList();
    }
  }

  /** A field and what it means, in Markdown; empty where the name says it all. */
  record Field(String name, String meaning) {}
}
