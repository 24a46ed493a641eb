package io.sidelight.instrumentation.other;

import io.sidelight.library.LibraryDescription;
import io.sidelight.library.LibraryNames;

/** Names of libraries that have no instrumentation. */
public final class OtherLibraries implements LibraryDescription {

  @Override
  public void describe(LibraryNames names) {
    describeNetworks(names);
    describeDatabases(names);
    describeEventLoops(names);
    describeThreadMakers(names);
    names.setUp(null, "com.github.benmanes.caffeine.cache.", "kotlin.SynchronizedLazyImpl");
  }

  private static void describeNetworks(LibraryNames names) {
    names.infrastructure(
        "io.netty.", "reactor.netty.", "software.amazon.awssdk.", "com.amazonaws.");
    names.infrastructure("org.apache.kafka.", "com.rabbitmq.");
  }

  /** Drivers and pools; Oracle's are both. */
  private static void describeDatabases(LibraryNames names) {
    names.infrastructure(
        "com.zaxxer.hikari.",
        "org.apache.commons.pool",
        "org.apache.commons.dbcp",
        "com.alibaba.druid.",
        "com.mchange.");
    names.infrastructure(
        "oracle.",
        "com.mysql.",
        "org.mariadb.",
        "org.postgresql.",
        "com.microsoft.sqlserver.",
        "org.h2.",
        "com.mongodb.",
        "io.lettuce.");
  }

  /** Coroutines, event loops, actors: their tasks run what others have put into a queue. */
  private static void describeEventLoops(LibraryNames names) {
    names.infrastructure(
        "kotlinx.coroutines.",
        "com.lmax.disruptor.",
        "akka.dispatch.Mailbox",
        "akka.dispatch.ForkJoinExecutorConfigurator$",
        "org.apache.pekko.dispatch.Mailbox",
        "org.apache.pekko.dispatch.ForkJoinExecutorConfigurator$",
        "io.vertx.core.impl.TaskQueue");
  }

  private static void describeThreadMakers(LibraryNames names) {
    names.threadMakers("io.vertx.", "akka.", "org.apache.pekko.", "org.quartz.");
    names.threadMakers(
        "com.hazelcast.",
        "org.infinispan.",
        "org.jgroups.",
        "org.ehcache.",
        "net.sf.ehcache.",
        "org.redisson.",
        "com.couchbase.");
    names.threadMakers("io.micrometer.", "com.timgroup.statsd.", "io.opentelemetry.");
    names.threadMakers("org.apache.activemq.", "org.apache.pulsar.", "io.nats.");
  }
}
