package io.sidelight.event;

/**
 * The name of every field. Compile-time constants: whoever writes a field has its text, and this
 * class is never loaded.
 */
public final class FieldNames {

  // Of every line.
  public static final String TS = "ts";
  public static final String LEVEL = "level";
  public static final String LOGGER = "logger";
  public static final String MSG = "msg";
  public static final String EVENT = "event";
  public static final String REQUEST_ID = "request_id";
  public static final String USER_ID = "user_id";
  public static final String METHOD = "method";
  public static final String PATH = "path";
  public static final String TRACE_ID = "trace_id";
  public static final String SPAN_ID = "span_id";
  public static final String SERVICE = "service";
  public static final String ENV = "env";
  public static final String VERSION = "version";
  public static final String THREAD = "thread";
  public static final String EXC = "exc";

  // Of several events.
  public static final String STATUS = "status";
  public static final String DURATION_MS = "duration_ms";
  public static final String CONTENT_TYPE = "content_type";
  public static final String REQUEST_ID_REJECTED = "request_id_rejected";
  public static final String SLOW = "slow";
  public static final String ERROR = "error";
  public static final String OUTCOME = "outcome";
  public static final String REASON = "reason";
  public static final String AFTER_COMPLETION = "after_completion";

  // Of request_started.
  public static final String QUERY = "query";
  public static final String HEADERS = "headers";
  public static final String CONTENT_LENGTH = "content_length";

  // Of request_completed.
  public static final String BYTES_OUT = "bytes_out";
  public static final String BYTES_IN = "bytes_in";
  public static final String ROUTE = "route";
  public static final String QUERY_KEYS = "query_keys";
  public static final String DEPS = "deps";
  public static final String STEPS = "steps";
  public static final String ASYNC = "async";
  public static final String ABORTED = "aborted";
  public static final String DEBUG_DROPPED = "debug_dropped";

  // Of sums in objects such as deps.
  public static final String COUNT = "count";
  public static final String MS = "ms";
  public static final String FAILED = "failed";

  // Of dependency_call.
  public static final String DEPENDENCY = "dependency";
  public static final String CLIENT = "client";
  public static final String DEP_METHOD = "dep_method";
  public static final String URL = "url";
  public static final String RETRIES = "retries";

  // Of dependency_call for kinds other than HTTP.
  public static final String KIND = "kind";
  public static final String SYSTEM = "system";
  public static final String OPERATION = "operation";
  public static final String STATEMENT = "statement";

  // Of step_timing.
  public static final String STEP = "step";

  // Of audit.
  public static final String ACTION = "action";
  public static final String PEER = "peer";
  public static final String BY = "by";
  public static final String TOKEN_ID = "token_id";
  public static final String UNREPORTED = "unreported";

  // Of lines of the application.
  public static final String MARKERS = "markers";
  public static final String CTX = "ctx";

  // Of the agent's own events.
  public static final String AGENT_VERSION = "agent_version";
  public static final String JAVA = "java";
  public static final String STARTUP_MS = "startup_ms";
  public static final String ARMED = "armed";
  public static final String OPTIONS = "options";
  public static final String PROBLEM = "problem";
  public static final String INSTRUMENTATION = "instrumentation";
  public static final String DROPPED = "dropped";
  public static final String SINCE = "since";
  public static final String OPTION = "option";
  public static final String FROM = "from";
  public static final String TO = "to";

  // Of the contract, and written by no event yet.
  public static final String CLIENT_IP = "client_ip";
  public static final String HTTP_VERSION = "http_version";

  private FieldNames() {}
}
