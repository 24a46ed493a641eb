package io.sidelight.cli;

import io.sidelight.config.AgentVersion;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.OptionsReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** Finds the command and runs it. Exit codes: 0 done, 2 wrong usage, bad options, or I/O. */
public final class Main {

  private static final int DONE = 0;
  private static final int FAILED = 2;

  private static final String HELP =
      "Sidelight, the Java agent for good logs\n"
          + "\n"
          + "  java -javaagent:sidelight-agent.jar -jar app.jar   run an application with it\n"
          + "\n"
          + "  java -jar sidelight-agent.jar <command>\n"
          + "    help                  this text\n"
          + "    version               which version this is\n"
          + "    config                every option with its value and where that came from\n"
          + "    config --check FILE   say what is wrong with an options file\n"
          + RedactCommand.USAGE
          + TokenCommand.USAGE;

  private final InputStream in;
  private final OutputStream bytes;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param bytes the same as {@code out}, for what is no text of ours; it tells when it fails
   */
  Main(InputStream in, OutputStream bytes, PrintStream out, PrintStream err) {
    this.in = in;
    this.bytes = bytes;
    this.out = out;
    this.err = err;
  }

  /** Runs a command and returns its exit code. */
  public static int run(String[] arguments) throws IOException {
    return new Main(System.in, new FileOutputStream(FileDescriptor.out), System.out, System.err)
        .execute(List.of(arguments));
  }

  int execute(List<String> arguments) throws IOException {
    if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.get(0))) {
      out.print(HELP);
      return DONE;
    }
    List<String> rest = arguments.subList(1, arguments.size());
    switch (arguments.get(0)) {
      case "version":
      case "--version":
        return rest.isEmpty() ? version() : usage();
      case "config":
        return config(rest);
      case "redact":
        return new RedactCommand(in, bytes, err).run(rest) ? DONE : FAILED;
      case "token":
        return new TokenCommand(out, err).run(rest) ? DONE : FAILED;
      default:
        return usage();
    }
  }

  private int version() {
    out.println("sidelight ".concat(AgentVersion.get()));
    return DONE;
  }

  private int config(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      OptionsReport.print(LiveConfig.load(null).current(), out);
      return DONE;
    }
    if (arguments.size() != 2 || !arguments.get(0).equals("--check")) {
      return usage();
    }
    List<String> problems = OptionsReport.check(arguments.get(1));
    problems.forEach(err::println);
    if (problems.isEmpty()) {
      out.println("no problem found");
    }
    return problems.isEmpty() ? DONE : FAILED;
  }

  private int usage() {
    err.println("sidelight: no such command; these are there:");
    err.print(HELP);
    return FAILED;
  }
}
