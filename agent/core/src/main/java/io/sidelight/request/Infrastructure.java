package io.sidelight.request;

/**
 * Classes whose tasks and threads never belong to a request, even when they are handed over or made
 * inside one: connections, pollers, pools and their cleaners, and the machinery that carries
 * requests to their handlers and back.
 */
final class Infrastructure {

  private static final String[] PREFIXES = {
    // The JDK: continuations of virtual threads, its HTTP client.
    "java.lang.",
    "jdk.internal.",
    "sun.",
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
    "com.mysql.",
    "org.mariadb.",
    "org.postgresql.",
    "com.microsoft.sqlserver.",
    "oracle.",
    "org.h2.",
    "com.mongodb.",
    "io.lettuce.",
    // Messages
    "org.apache.kafka.",
    "com.rabbitmq.",
    // Coroutine and event loops
    "kotlinx.coroutines.",
    "com.lmax.disruptor.",
    // Logging
    "ch.qos.logback.",
    "org.apache.logging.",
  };

  private static final ClassValue<Boolean> OWNED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return owns(type.getName());
        }
      };

  private Infrastructure() {}

  /** Whether this is a task of one of these, or the JDK's wrapper of one. */
  static boolean owns(Object task) {
    if (OWNED.get(task.getClass())) {
      return true;
    }
    Object content = JdkTasks.content(task);
    return content != null && OWNED.get(content.getClass());
  }

  static boolean owns(String className) {
    for (String prefix : PREFIXES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
