package io.sidelight.weaver;

import java.util.List;
import java.util.Set;

/** Every library that is instrumented, and the releases that are supported: see CONTRIBUTING. */
final class Libraries {

  static final List<Library> ALL =
      List.of(
          tomcat(),
          jetty(),
          jetty12(),
          jetty12("ee8", "12.0.0", "12.0.33", "12.1.0", "12.1.8"),
          jetty12("ee9", "12.0.0", "12.0.33", "12.1.0", "12.1.8"),
          jetty12("ee10", "12.0.0", "12.0.39", "12.1.0", "12.1.14")
              .lacks("org.eclipse.jetty.ee10.servlet.ServletChannelState", "12.0.0")
              .lacks("org.eclipse.jetty.ee10.servlet.ServletRequestState", "12.0.39", "12.1."),
          jetty12("ee11", "12.1.0", "12.1.14"),
          undertow(),
          undertowServlet(),
          servlets("jakarta", "5.0.0", "6.1.0"),
          // 3.0.1 is class files of Java 5, which can't call advice.
          servlets("javax", "3.1.0", "4.0.1"),
          glassFish(),
          springSecurity(),
          springMvc(),
          springBoot(),
          jersey(),
          resteasy(),
          okHttp(),
          jettyClient(),
          apacheHttp4(),
          apacheHttpAsync4(),
          apacheHttp5(),
          logback(),
          slf4j(),
          slf4j1(),
          log4j(),
          log4jPlatformLogger(),
          log4jBehindSlf4j(),
          jbossLogManager(),
          guava(),
          grpc(),
          reactor(),
          rxJava("2", "io.reactivex.internal.", "2.2.21"),
          rxJava("3", "io.reactivex.rxjava3.", "3.1.12"),
          netty(),
          grpcNetty(),
          jdk());

  /** They look at whatever an object has, and do without what it hasn't. */
  static final Set<String> LOOKUPS_OF_WHAT_AN_OBJECT_HAS = Set.of("logback.StructuredKeys");

  private Libraries() {}

  private static Library tomcat() {
    return new Library("Tomcat", "org.apache.catalina.", "org.apache.coyote.", "org.apache.juli.")
        .row("Tomcat, embedded")
        .releases("8.5.4", "8.5.100", "9.0.1", "9.0.121", "10.1.0", "10.1.59", "11.0.0", "11.0.25")
        .artifacts("org.apache.tomcat.embed:tomcat-embed-core:*")
        .instrumentations("Jul", "Tomcat")
        .lacks("org.apache.catalina.connector.AsyncContextImpl") // GlassFish's
        .lookup(
            "tomcat.TomcatVersion",
            "org.apache.coyote.Request",
            "getStartTimeNanos()J",
            "10.",
            "11.")
        .lookup(
            "tomcat.TomcatVersion",
            "org.apache.coyote.Request",
            "isExceptionPresent()Z",
            "8.5.100",
            "9.0.121",
            "10.",
            "11.");
  }

  private static Library jetty() {
    return new Library(
            "Jetty",
            "org.eclipse.jetty.server.",
            "org.eclipse.jetty.http.",
            "org.eclipse.jetty.io.",
            "org.eclipse.jetty.util.")
        .row("Jetty, embedded")
        .releases("9.4.0.v20161208", "9.4.58.v20250814", "10.0.0", "10.0.26", "11.0.0", "11.0.26")
        .artifacts("org.eclipse.jetty:jetty-servlet:*")
        .instrumentations("Jetty")
        .lookup("jetty.JettyVersion", "org.eclipse.jetty.server.Response", "getHttpFields")
        .lookup("jetty.JettyVersion", "org.eclipse.jetty.http.HttpFields", "put", "9.")
        .lookup(
            "jetty.JettyVersion", "org.eclipse.jetty.http.HttpFields$Mutable", "put", "10.", "11.")
        .lookup("jetty.JettyVersion", "org.eclipse.jetty.http.HttpFields", "build", "10.", "11.")
        .lookup("jetty.SessionAccess", "org.eclipse.jetty.server.Request", "getSession")
        .lookup(
            "jetty.SessionAccess", "javax.servlet.http.HttpSession", "getAttribute", "9.", "10.")
        .lookup("jetty.SessionAccess", "jakarta.servlet.http.HttpSession", "getAttribute", "11.");
  }

  private static Library jetty12() {
    return new Library("Jetty 12", "org.eclipse.jetty.server.", "org.eclipse.jetty.security.")
        .row("Jetty 12 ee10, embedded")
        .releases("12.0.0", "12.0.39", "12.1.0", "12.1.14")
        .artifacts("org.eclipse.jetty:jetty-server:*", "org.eclipse.jetty:jetty-security:*")
        .instrumentations("Jetty12")
        .lacks("org.eclipse.jetty.server.handler.QoSHandler", "12.0.0");
  }

  private static Library jetty12(String environment, String... releases) {
    String artifact = "org.eclipse.jetty." + environment + ":jetty-" + environment + "-servlet:*";
    return new Library("Jetty 12 " + environment, "org.eclipse.jetty." + environment + ".")
        .row("Jetty 12 " + environment + ", embedded")
        .releases(releases)
        .artifacts(artifact)
        .instrumentations("Jetty12");
  }

  private static Library undertow() {
    return new Library("Undertow", "io.undertow.server.", "io.undertow.security.")
        .row("Undertow, core handlers")
        .releases(
            "2.2.0.Final",
            "2.2.41.Final",
            "2.3.0.Final",
            "2.3.27.Final",
            "2.4.0.Final",
            "2.4.4.Final")
        .artifacts("io.undertow:undertow-core:*")
        .instrumentations("Undertow")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.server.protocol.http.HttpServerConnection",
            "current:Lio/undertow/server/HttpServerExchange;")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.server.protocol.http2.Http2ServerConnection",
            "responseChannel")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.server.protocol.http2.Http2ServerConnection",
            "channel")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.protocols.http2.Http2StreamSinkChannel",
            "reset:Z")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.server.protocol.framed.AbstractFramedChannel",
            "channel:Lorg/xnio/StreamConnection;")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.protocols.ssl.UndertowSslConnection",
            "delegate")
        .lookup(
            "undertow.UndertowFields",
            "io.undertow.server.protocol.proxy.ProxyProtocolReadListener$AddressWrappedConnection",
            "delegate");
  }

  private static Library undertowServlet() {
    return new Library("Undertow's servlets", "io.undertow.servlet.")
        .row("Undertow, embedded")
        .releases("2.2.0.Final", "2.2.40.Final", "2.3.0.Final", "2.3.26.Final")
        .artifacts("io.undertow:undertow-servlet:*")
        .instrumentations("Undertow");
  }

  private static Library servlets(String namespace, String... releases) {
    return new Library("Servlet API, " + namespace, namespace + ".servlet.")
        .releases(releases)
        .artifacts(namespace + ".servlet:" + namespace + ".servlet-api:*")
        .instrumentations("Servlet");
  }

  private static Library glassFish() {
    return new Library("GlassFish", "org.apache.catalina.", "org.glassfish.grizzly.")
        .row("GlassFish, embedded")
        .releases("7.0.25")
        .artifacts("org.glassfish.main.extras:glassfish-embedded-all:*")
        .instrumentations("GrizzlyAsync")
        // GlassFish 5, which needs an old JDK.
        .unseen(
            "org.apache.catalina.connector.AsyncContextImpl.init(Ljavax/servlet/ServletRequest;Ljavax/servlet/ServletResponse;Z)V")
        .unseen(
            "org.glassfish.grizzly.servlet.AsyncContextImpl.init(Ljavax/servlet/ServletRequest;Ljavax/servlet/ServletResponse;Z)V");
  }

  private static Library springSecurity() {
    return new Library("Spring Security", "org.springframework.security.")
        .releases("5.2.0.RELEASE", "5.8.16", "6.0.8", "6.5.11", "7.1.2")
        .artifacts("org.springframework.security:spring-security-core:*")
        .instrumentations("SpringSecurity");
  }

  private static Library springMvc() {
    return new Library("Spring MVC", "org.springframework.web.")
        .releases("5.0.0.RELEASE", "5.3.31", "6.0.14", "6.2.19", "7.0.10")
        .artifacts(
            "org.springframework:spring-webmvc:*", "jakarta.servlet:jakarta.servlet-api:6.1.0")
        .instrumentations("SpringMvc");
  }

  private static Library springBoot() {
    return new Library("Spring Boot", "org.springframework.boot.")
        .row("Spring Boot with Tomcat")
        .releases("2.7.18", "3.5.16", "4.1.2")
        .artifacts("org.springframework.boot:spring-boot:*")
        .instrumentations("Jul", "SpringBoot");
  }

  private static Library jersey() {
    return new Library("Jersey", "org.glassfish.jersey.")
        .row("Jersey on Tomcat")
        .releases("2.26", "2.48", "3.0.0", "3.1.12", "4.0.3")
        .artifacts("org.glassfish.jersey.core:jersey-server:*")
        .instrumentations("Jersey");
  }

  private static Library resteasy() {
    return new Library("RESTEasy", "org.jboss.resteasy.")
        .row("RESTEasy on Tomcat")
        .releases("3.15.0.Final", "4.7.10.Final", "5.0.10.Final", "6.2.0.Final", "7.0.5.Final")
        .artifacts("org.jboss.resteasy:resteasy-core:*")
        .artifactsOf("3.", "org.jboss.resteasy:resteasy-jaxrs:*")
        .instrumentations("Resteasy");
  }

  private static Library okHttp() {
    return new Library("OkHttp", "okhttp3.")
        .row("OkHttp")
        .releases("3.14.0", "3.14.9", "4.0.0", "4.12.1", "5.0.0", "5.5.1")
        .between("4.4.0")
        .artifacts("com.squareup.okhttp3:okhttp:*")
        .artifactsOf("5.", "com.squareup.okhttp3:okhttp-jvm:*")
        .instrumentations("OkHttp")
        .lacks("okhttp3.internal.connection.RealCall", "3.14.", "4.0.")
        .lacks("okhttp3.RealCall", "4.4.", "4.12.", "5.")
        .lacks("okhttp3.internal.connection.Transmitter", "4.4.", "4.12.", "5.");
  }

  private static Library jettyClient() {
    return new Library(
            "Jetty HttpClient",
            "org.eclipse.jetty.client.",
            "org.eclipse.jetty.http2.client.transport.")
        .row("Jetty HttpClient")
        .releases("12.0.0", "12.0.39", "12.1.0", "12.1.14")
        .artifacts(
            "org.eclipse.jetty:jetty-client:*",
            "org.eclipse.jetty.http2:jetty-http2-client-transport:*")
        .instrumentations("JettyClient");
  }

  private static Library apacheHttp4() {
    return new Library("Apache HttpClient 4", "org.apache.http.")
        .row("Apache HttpClient")
        .releases("4.5", "4.5.14")
        .artifacts("org.apache.httpcomponents:httpclient-cache:*")
        .instrumentations("ApacheHttp4")
        // The asynchronous client's.
        .lacks("org.apache.http.impl.nio.");
  }

  private static Library apacheHttpAsync4() {
    return new Library("Apache HttpAsyncClient", "org.apache.http.")
        .row("Apache HttpAsyncClient")
        .releases("4.1", "4.1.5")
        .artifacts("org.apache.httpcomponents:httpasyncclient:*")
        .instrumentations("ApacheHttp4");
  }

  private static Library apacheHttp5() {
    return new Library("Apache HttpClient 5", "org.apache.hc.")
        .row("Apache HttpClient")
        .releases("5.0", "5.6.5")
        .artifacts("org.apache.httpcomponents.client5:httpclient5-cache:*")
        .instrumentations("ApacheHttp5")
        .lookup(
            "apachehttp.ContextRequest5",
            "org.apache.hc.core5.http.protocol.HttpCoreContext",
            "setRequest(Lorg/apache/hc/core5/http/HttpRequest;)V",
            "5.6.");
  }

  private static Library logback() {
    return new Library("Logback", "ch.qos.logback.")
        .row("Logback")
        .releases("1.2.0", "1.2.13", "1.3.0", "1.6.6")
        .between("1.4.11")
        .artifacts("ch.qos.logback:logback-classic:*")
        .instrumentations("Logback")
        .lacks("ch.qos.logback.classic.util.LogbackMDCAdapterSimple", "1.2.", "1.3.", "1.6.")
        // Used where SLF4J 2 is: see Slf4j2.
        .guards("logback.Slf4j2", "org.slf4j.event.", "1.2.")
        .guards("logback.Slf4j2", "ch.qos.logback.classic.", "1.2.")
        .lookup(
            "logback.Slf4j2",
            "ch.qos.logback.classic.spi.ILoggingEvent",
            "getKeyValuePairs",
            "1.3.",
            "1.4.",
            "1.6.")
        .lookup(
            "logback.EventContext",
            "ch.qos.logback.classic.spi.LoggingEvent",
            "mdcPropertyMap:Ljava/util/Map;")
        .lookup(
            "logback.EventContext",
            "ch.qos.logback.classic.spi.LoggingEvent",
            "loggerContext:Lch/qos/logback/classic/LoggerContext;")
        .lookup(
            "logback.Patterns",
            "ch.qos.logback.core.pattern.PatternLayoutBase",
            "head:Lch/qos/logback/core/pattern/Converter;");
  }

  private static Library slf4j() {
    return new Library("SLF4J", "org.slf4j.")
        .row("System.Logger on Logback")
        .releases("2.0.17")
        .between("2.0.0")
        .artifacts("org.slf4j:slf4j-jdk-platform-logging:*")
        .instrumentations("Jul", "Logback");
  }

  /** Class files of Java 5, which can't call advice, so that nothing of it may be required. */
  private static Library slf4j1() {
    return new Library("SLF4J 1", "org.slf4j.helpers.")
        .releases("1.7.36")
        .artifacts("org.slf4j:slf4j-jdk14:*")
        .instrumentations("Jul");
  }

  private static Library log4j() {
    return new Library("Log4j 2", "org.apache.logging.log4j.")
        .row("Log4j 2")
        .releases("2.12.0", "2.26.1")
        .artifacts("org.apache.logging.log4j:log4j-core:*", "com.lmax:disruptor:3.4.4")
        .instrumentations("Log4j")
        .lacks("org.apache.logging.log4j.internal.DefaultLogBuilder", "2.12.")
        // In jars of their own.
        .lacks("org.apache.logging.log4j.jpl.")
        .lookup(
            "log4j.Messages",
            "org.apache.logging.log4j.internal.DefaultLogBuilder",
            "isEnabled(Lorg/apache/logging/log4j/message/Message;)Z",
            "2.26.")
        .lookup(
            "log4j.Patterns",
            "org.apache.logging.log4j.core.pattern.RegexReplacement",
            "pattern:Ljava/util/regex/Pattern;")
        .lookup(
            "log4j.Patterns",
            "org.apache.logging.log4j.core.pattern.RegexReplacementConverter",
            "pattern:Ljava/util/regex/Pattern;");
  }

  private static Library log4jPlatformLogger() {
    return new Library("Log4j 2 behind System.Logger", "org.apache.logging.log4j.jpl.")
        .row("System.Logger on Log4j 2")
        .releases("2.25.5")
        .artifacts("org.apache.logging.log4j:log4j-jpl:*")
        .instrumentations("Jul");
  }

  private static Library log4jBehindSlf4j() {
    return new Library("Log4j 2 behind SLF4J", "org.apache.logging.slf4j.")
        .row("Log4j 2, asynchronous")
        .releases("2.20.0", "2.26.1")
        .artifacts("org.apache.logging.log4j:log4j-slf4j2-impl:*")
        .instrumentations("Log4j");
  }

  private static Library jbossLogManager() {
    return new Library("JBoss LogManager", "org.jboss.logmanager.")
        .row("JBoss LogManager")
        .releases("2.1.0.Final", "3.2.1.Final")
        .artifacts("org.jboss.logmanager:jboss-logmanager:*")
        .instrumentations("JbossLog")
        .lookup(
            "jbosslog.Steps",
            "org.jboss.logmanager.ExtFormatter",
            "format(Lorg/jboss/logmanager/ExtLogRecord;)Ljava/lang/String;");
  }

  private static Library guava() {
    return new Library("Guava", "com.google.common.")
        .releases("20.0", "33.5.0-jre")
        .between("23.1-jre")
        .artifacts("com.google.guava:guava:*")
        .instrumentations("SerialExecutors")
        .lacks("com.google.common.util.concurrent.SequentialExecutor", "20.")
        .lacks("com.google.common.util.concurrent.SerializingExecutor", "23.", "33.");
  }

  private static Library grpc() {
    return new Library("gRPC", "io.grpc.internal.")
        .releases("1.20.0", "1.76.0")
        .artifacts("io.grpc:grpc-core:*")
        .instrumentations("SerialExecutors");
  }

  private static Library reactor() {
    return new Library("Reactor", "reactor.core.")
        .releases("3.3.22.RELEASE", "3.8.0")
        .artifacts("io.projectreactor:reactor-core:*")
        .instrumentations("SerialExecutors");
  }

  private static Library rxJava(String generation, String packages, String... releases) {
    return new Library("RxJava " + generation, packages)
        .releases(releases)
        .artifacts("io.reactivex.rxjava" + generation + ":rxjava:*")
        .instrumentations("SerialExecutors");
  }

  private static Library netty() {
    return new Library("Netty", "io.netty.")
        .releases("4.1.118.Final")
        .artifacts("io.netty:netty-transport-native-unix-common:*")
        .instrumentations("UnknownServers")
        .lookup("unknown.NettySocket", "io.netty.channel.unix.Socket", "isOpen()Z")
        .lookup(
            "unknown.NettySocket",
            "io.netty.channel.unix.Socket",
            "localAddress()Ljava/net/InetSocketAddress;");
  }

  private static Library grpcNetty() {
    return new Library("gRPC's copy of Netty", "io.grpc.netty.shaded.")
        .releases("1.76.0")
        .artifacts("io.grpc:grpc-netty-shaded:*")
        .instrumentations("UnknownServers")
        .lookup(
            "unknown.NettySocket", "io.grpc.netty.shaded.io.netty.channel.unix.Socket", "isOpen()Z")
        .lookup(
            "unknown.NettySocket",
            "io.grpc.netty.shaded.io.netty.channel.unix.Socket",
            "localAddress()Ljava/net/InetSocketAddress;");
  }

  /** The releases are the JDKs that are found. */
  private static Library jdk() {
    return new Library("JDK", "java.", "jdk.", "sun.")
        .instrumentations(
            "Concurrent", "JdkHttp", "Jul", "SystemLogger", "UnknownServers", "UrlConnection")
        // Java 11 and 21, which need not be there.
        .unseen(
            "java.util.concurrent.ForkJoinPool.awaitJoin(Ljava/util/concurrent/ForkJoinPool$WorkQueue;Ljava/util/concurrent/ForkJoinTask;J)I")
        .unseen(
            "java.util.concurrent.ForkJoinPool.helpQuiescePool(Ljava/util/concurrent/ForkJoinPool$WorkQueue;)V")
        .unseen("java.util.concurrent.ForkJoinTask.awaitDone(IJ)I")
        .lookup(
            "jdkhttp.ClientInternals",
            "jdk.internal.net.http.MultiExchange",
            "responseHandler:Ljava/net/http/HttpResponse$BodyHandler;")
        .lookup("jdkhttp.ClientInternals", "jdk.internal.net.http.Response", "statusCode:I")
        .lookup(
            "jdkhttp.ClientInternals",
            "jdk.internal.net.http.HttpRequestImpl",
            "setSystemHeader(Ljava/lang/String;Ljava/lang/String;)V")
        .lookup(
            "urlconnection.MessageHeaders",
            "sun.net.www.MessageHeader",
            "getKey(I)Ljava/lang/String;")
        .lookup(
            "urlconnection.MessageHeaders",
            "sun.net.www.MessageHeader",
            "findValue(Ljava/lang/String;)Ljava/lang/String;")
        .lookup(
            "urlconnection.MessageHeaders",
            "sun.net.www.MessageHeader",
            "set(Ljava/lang/String;Ljava/lang/String;)V")
        .lookup(
            "urlconnection.MessageHeaders",
            "sun.net.www.MessageHeader",
            "remove(Ljava/lang/String;)V")
        .lookup(
            "jul.Formatters",
            "java.util.logging.Formatter",
            "format(Ljava/util/logging/LogRecord;)Ljava/lang/String;")
        .lookup(
            "jul.LoggerKind", "java.util.logging.Logger", "log(Ljava/util/logging/LogRecord;)V");
  }
}
