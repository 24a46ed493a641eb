package io.sidelight.request;

/**
 * Classes whose tasks and threads never belong to a request, even when they are handed over or made
 * inside one: connections, pollers, pools and their cleaners, and the machinery that carries
 * requests to their handlers and back.
 */
final class Infrastructure {

  /** The JDK: continuations of virtual threads, its HTTP client. Oracle: its drivers and pools. */
  private static final String[] PLATFORM = {
    "java.lang.", "jdk.internal.", "sun.", "java.util.concurrent.SubmissionPublisher$", "oracle.",
  };

  /** Libraries, which other libraries may have relocated into packages of their own. */
  private static final String[] LIBRARIES = {
    // HTTP clients
    "okhttp3.",
    "okio.",
    "org.apache.http.",
    "org.apache.hc.",
    "reactor.netty.",
    "software.amazon.awssdk.",
    "com.amazonaws.",
    // Servers
    "org.apache.tomcat.",
    "org.apache.catalina.",
    "org.apache.coyote.",
    "org.eclipse.jetty.",
    "io.undertow.",
    "org.xnio.",
    "org.jboss.threads.",
    "org.glassfish.grizzly.",
    "io.netty.",
    // Databases and their pools
    "com.zaxxer.hikari.",
    "org.apache.commons.pool",
    "org.apache.commons.dbcp",
    "com.alibaba.druid.",
    "com.mchange.",
    "com.mysql.",
    "org.mariadb.",
    "org.postgresql.",
    "com.microsoft.sqlserver.",
    "org.h2.",
    "com.mongodb.",
    "io.lettuce.",
    // Messages
    "org.apache.kafka.",
    "com.rabbitmq.",
    // Coroutines, event loops, actors: their tasks run what others have put into a queue
    "kotlinx.coroutines.",
    "com.lmax.disruptor.",
    "akka.dispatch.Mailbox",
    "akka.dispatch.ForkJoinExecutorConfigurator$",
    "org.apache.pekko.dispatch.Mailbox",
    "org.apache.pekko.dispatch.ForkJoinExecutorConfigurator$",
    "io.vertx.core.impl.TaskQueue",
    // Logging
    "ch.qos.logback.",
    "org.apache.logging.",
  };

  /** Libraries whose threads are their own, while tasks of them may be the application's. */
  private static final String[] THREAD_MAKERS = {
    "io.grpc.",
    "org.quartz.",
    "reactor.core.scheduler.",
    "io.vertx.",
    "akka.",
    "org.apache.pekko.",
    "com.hazelcast.",
    "org.infinispan.",
    "org.jgroups.",
    "org.ehcache.",
    "net.sf.ehcache.",
    "io.micrometer.",
    "com.timgroup.statsd.",
    "io.opentelemetry.",
    "org.apache.activemq.",
    "org.apache.pulsar.",
    "org.redisson.",
    "io.nats.",
    "com.couchbase.",
  };

  private static final ClassValue<Boolean> OWNED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return owns(type.getName()) || DrainLoops.isOne(type);
        }
      };

  private Infrastructure() {}

  /** Whether this is a task of one of these, a loop over a queue, or the JDK's wrapper of one. */
  static boolean owns(Object task) {
    if (OWNED.get(task.getClass())) {
      return true;
    }
    Object content = JdkTasks.content(task);
    return content != null && OWNED.get(content.getClass());
  }

  private static boolean owns(String className) {
    return beginsWith(className, PLATFORM) || isOf(className, LIBRARIES);
  }

  /** Whether the threads that this class makes are never made for a request. */
  static boolean makesThreads(String className) {
    return owns(className) || isOf(className, THREAD_MAKERS);
  }

  private static boolean beginsWith(String className, String[] prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class is of one of these, in its own package or a relocated one. */
  private static boolean isOf(String className, String[] libraries) {
    for (String library : libraries) {
      int at = className.indexOf(library);
      if (at == 0 || (at > 0 && className.charAt(at - 1) == '.' && isDistinctive(library))) {
        return true;
      }
    }
    return false;
  }

  /** A name of one word may be a package of an application's, too. */
  private static boolean isDistinctive(String library) {
    return library.indexOf('.') < library.length() - 1;
  }
}
