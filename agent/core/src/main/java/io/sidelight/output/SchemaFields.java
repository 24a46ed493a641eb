package io.sidelight.output;

import static io.sidelight.output.Place.OWN;
import static io.sidelight.output.Place.attribute;
import static io.sidelight.output.Place.by;
import static io.sidelight.output.Place.member;
import static io.sidelight.output.Place.nested;
import static io.sidelight.output.Place.record;
import static io.sidelight.output.Place.written;

import io.sidelight.config.LineSchema;
import io.sidelight.event.FieldNames;
import io.sidelight.output.SchemaMapping.Subject;
import io.sidelight.output.SchemaTree.Form;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The place of each field in the schemas of log platforms: the one declaration from which the
 * mappings take their rules and {@code docs/lines.md} its table. A field without a row keeps its
 * name in all of them. Native lines don't load this class.
 */
final class SchemaFields {

  /** In the order of the reference page; columns are ECS, OpenTelemetry, Google Cloud. */
  static final List<SchemaField> ALL =
      Collections.unmodifiableList(
          Arrays.asList(
              all(
                  FieldNames.TS,
                  written("`@timestamp`"),
                  written("`timeUnixNano` of the record"),
                  written("`time`")),
              all(
                  FieldNames.LEVEL,
                  written("`log.level`"),
                  written("`severityNumber`, `severityText` of the record"),
                  written("`severity`")),
              all(FieldNames.LOGGER, nested("log.logger"), record("scope.name"), OWN),
              all(
                  FieldNames.MSG,
                  written("`message`"),
                  written("`body` of the record"),
                  written("`message`")),
              all(FieldNames.EVENT, nested("event.action"), record("eventName"), OWN),
              all(
                  FieldNames.REQUEST_ID,
                  by(EcsMapping::requestId, "`http.request.id` and `request_id`"),
                  OWN,
                  by(GcpMapping::requestId, "`request_id` of the labels, `id` of the operation")),
              all(
                  FieldNames.USER_ID,
                  nested("user.id"),
                  attribute("user.id"),
                  GcpMapping.label(FieldNames.USER_ID)),
              all(
                  FieldNames.METHOD,
                  nested("http.request.method"),
                  attribute("http.request.method"),
                  OWN),
              request(FieldNames.METHOD, OWN, OWN, nested("httpRequest.requestMethod")),
              all(FieldNames.PATH, nested("url.path"), attribute("url.path"), OWN),
              request(FieldNames.PATH, OWN, OWN, nested("httpRequest.requestUrl")),
              all(FieldNames.QUERY, nested("url.query"), attribute("url.query"), OWN),
              request(
                  FieldNames.STATUS,
                  nested("http.response.status_code"),
                  attribute("http.response.status_code"),
                  nested("httpRequest.status")),
              request(
                  FieldNames.BYTES_IN,
                  nested("http.request.body.bytes"),
                  attribute("http.request.body.size"),
                  nested("httpRequest.requestSize")),
              request(
                  FieldNames.BYTES_OUT,
                  nested("http.response.body.bytes"),
                  attribute("http.response.body.size"),
                  nested("httpRequest.responseSize")),
              all(
                  FieldNames.DURATION_MS,
                  nested("event.duration", Form.NANOS, "nanoseconds"),
                  OWN,
                  OWN),
              request(
                  FieldNames.DURATION_MS,
                  OWN,
                  OWN,
                  nested("httpRequest.latency", Form.SECONDS_TEXT, "seconds as text")),
              all(FieldNames.ROUTE, OWN, attribute("http.route"), OWN),
              all(FieldNames.ERROR, nested("error.type"), attribute("error.type"), OWN),
              all(
                  FieldNames.EXC,
                  written("`error.message`, `error.stack_trace`"),
                  written("`exception.type`, `exception.message`, `exception.stacktrace`"),
                  written("`error_message`, `stack_trace`")),
              all(FieldNames.OUTCOME, by(EcsMapping::outcome, "`event.outcome`"), OWN, OWN),
              all(
                  FieldNames.PEER,
                  by(EcsMapping::client, "`client.address`, `client.ip` if it is one"),
                  by(OtelMapping::client, "`client.address`"),
                  OWN),
              all(
                  FieldNames.CLIENT_IP,
                  by(EcsMapping::client, "`client.address`, `client.ip`"),
                  by(OtelMapping::client, "`client.address`"),
                  OWN),
              request(FieldNames.CLIENT_IP, OWN, OWN, nested("httpRequest.remoteIp")),
              all(
                  FieldNames.HTTP_VERSION,
                  nested("http.version"),
                  attribute("network.protocol.version"),
                  OWN),
              call(
                  FieldNames.METHOD,
                  nested("sidelight.request.method"),
                  attribute("request.method"),
                  OWN),
              call(
                  FieldNames.PATH,
                  nested("sidelight.request.path"),
                  attribute("request.path"),
                  OWN),
              call(
                  FieldNames.DEP_METHOD,
                  nested("http.request.method"),
                  attribute("http.request.method"),
                  OWN),
              call(
                  FieldNames.STATUS,
                  nested("http.response.status_code"),
                  attribute("http.response.status_code"),
                  OWN),
              call(
                  FieldNames.URL,
                  by(
                      EcsMapping::url,
                      "`url.full`, `url.scheme`, `url.domain`, `url.port`, `url.path`"),
                  by(OtelMapping::url, "`url.full`, `server.address`, `server.port`"),
                  OWN),
              call(
                  FieldNames.DEPENDENCY,
                  nested("service.target.name"),
                  attribute("peer.service"),
                  OWN),
              call(
                  FieldNames.SYSTEM,
                  OWN,
                  by(
                      OtelMapping::system,
                      "`db.system.name`, `messaging.system` or `rpc.system` by `kind`"),
                  OWN),
              call(
                  FieldNames.OPERATION,
                  OWN,
                  by(
                      OtelMapping::operation,
                      "`db.operation.name`, `messaging.operation.name` or `rpc.method` by `kind`"),
                  OWN),
              call(
                  FieldNames.STATEMENT,
                  OWN,
                  by(OtelMapping::statement, "`db.query.text` of a database"),
                  OWN),
              call(
                  FieldNames.RETRIES,
                  OWN,
                  by(OtelMapping::resends, "`http.request.resend_count`, if there was any"),
                  OWN),
              all(
                  FieldNames.TRACE_ID,
                  nested("trace.id"),
                  by(
                      OtelMapping::traceId,
                      "`traceId` of the record; a vendor's own form stays an attribute"),
                  by(
                      GcpMapping::trace,
                      "`logging.googleapis.com/trace`; with `GOOGLE_CLOUD_PROJECT` set as"
                          + " `projects/…/traces/…`")),
              all(
                  FieldNames.SPAN_ID,
                  nested("span.id"),
                  by(
                      OtelMapping::spanId,
                      "`spanId` of the record; a vendor's own form stays an attribute"),
                  by(GcpMapping::span, "`logging.googleapis.com/spanId`")),
              all(
                  FieldNames.SERVICE,
                  nested("service.name"),
                  member("resource", "service.name"),
                  nested("serviceContext.service")),
              all(
                  FieldNames.ENV,
                  nested("service.environment"),
                  member("resource", "deployment.environment.name"),
                  GcpMapping.label(FieldNames.ENV)),
              all(
                  FieldNames.VERSION,
                  nested("service.version"),
                  member("resource", "service.version"),
                  nested("serviceContext.version")),
              all(FieldNames.THREAD, nested("process.thread.name"), attribute("thread.name"), OWN),
              all(FieldNames.MARKERS, nested("tags"), OWN, OWN)));

  private SchemaFields() {}

  /** The mapping of a schema, by these rows. */
  static SchemaMapping mapping(LineSchema schema, ProcessIdentity process) {
    switch (schema) {
      case ECS:
        return new EcsMapping(process, ALL);
      case OTEL:
        return new OtelMapping(process, ALL);
      case GCP:
        return new GcpMapping(process, ALL);
      default:
        throw new IllegalArgumentException(schema.name());
    }
  }

  private static SchemaField all(String name, Place ecs, Place otel, Place gcp) {
    return new SchemaField(name, null, ecs, otel, gcp);
  }

  private static SchemaField request(String name, Place ecs, Place otel, Place gcp) {
    return new SchemaField(name, Subject.REQUEST, ecs, otel, gcp);
  }

  private static SchemaField call(String name, Place ecs, Place otel, Place gcp) {
    return new SchemaField(name, Subject.CALL, ecs, otel, gcp);
  }
}
