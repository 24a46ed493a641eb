package io.sidelight.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The layout of all help texts. How a command is used stands in its {@code customSynopsis}, what it
 * does in its {@code description}; both appear in its own help, in the list of commands and, the
 * former, behind messages about wrong usage.
 */
final class HelpText {

  private static final String COMMAND_LINE = "  java -jar sidelight-agent.jar <command>%n";
  private static final String INTRODUCTION =
      "Sidelight, the Java agent for good logs%n%n"
          + "  java -javaagent:sidelight-agent.jar -jar app.jar   run an application with it%n%n";

  private static final int INDENT = 4;
  private static final int USAGE_WIDTH = 28;
  private static final int DESCRIPTION_WIDTH = 60;

  private HelpText() {}

  /** Gives the texts of all commands their layout. */
  static void layOut(CommandLine commands) {
    commands.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, help -> list(commands));
    commands.setHelpSectionKeys(List.of(SECTION_KEY_SYNOPSIS_HEADING, SECTION_KEY_COMMAND_LIST));
    commands.getCommandSpec().usageMessage().synopsisHeading(INTRODUCTION + COMMAND_LINE);
    for (CommandLine command : all(commands)) {
      command.getCommandSpec().usageMessage().synopsisHeading(COMMAND_LINE);
      command.getCommandSpec().usageMessage().descriptionHeading("%n");
      command.getCommandSpec().usageMessage().optionListHeading("%n");
      command.getHelpSectionMap().put(SECTION_KEY_SYNOPSIS, help -> usage(help.commandSpec()));
      command.setHelpSectionKeys(
          List.of(
              SECTION_KEY_SYNOPSIS_HEADING,
              SECTION_KEY_SYNOPSIS,
              SECTION_KEY_DESCRIPTION_HEADING,
              SECTION_KEY_DESCRIPTION,
              SECTION_KEY_OPTION_LIST_HEADING,
              SECTION_KEY_OPTION_LIST));
    }
  }

  /** How one command is used: a line for each way. */
  static String usage(CommandSpec command) {
    StringBuilder lines = new StringBuilder();
    for (String way : command.usageMessage().customSynopsis()) {
      lines.append(" ".repeat(INDENT)).append(way).append('\n');
    }
    return lines.toString();
  }

  /** How each command is used, and what it does. */
  static String list(CommandLine commands) {
    TextTable table =
        TextTable.forColumns(
            CommandLine.Help.defaultColorScheme(Ansi.OFF),
            new Column(USAGE_WIDTH, INDENT, Column.Overflow.SPAN),
            new Column(DESCRIPTION_WIDTH, 0, Column.Overflow.WRAP));
    table.indentWrappedLines = 0;
    for (CommandLine command : all(commands)) {
      UsageMessageSpec texts = command.getCommandSpec().usageMessage();
      String[] ways = texts.customSynopsis();
      for (int i = 0; i < ways.length - 1; i++) {
        table.addRowValues(ways[i], "");
      }
      table.addRowValues(ways[ways.length - 1], String.join(" ", texts.description()));
    }
    return table.toString();
  }

  /** Each command once, whatever other names it has, in the order of the help text. */
  static Iterable<CommandLine> all(CommandLine commands) {
    return new LinkedHashSet<>(commands.getSubcommands().values());
  }
}
