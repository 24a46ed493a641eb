package io.sidelight.agent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a jar without its version: {@code orders} for {@code orders-1.2.3-SNAPSHOT-exec.jar}.
 * Only what looks like a version is cut: {@code orders-exec.jar} is {@code orders-exec}, and {@code
 * log4j-1.2-api-2.20.jar} ends before its first number with a dot.
 */
final class JarName {

  /**
   * A separator and a number with dots, and whatever follows; or one or more of whole numbers and
   * the words that stand for versions, up to the end, with the usual classifiers.
   */
  private static final Pattern VERSION =
      Pattern.compile(
          "[-_.]v?\\d+(?:\\.\\d+)+.*"
              + "|(?:[-_.](?:v?\\d{1,14}|SNAPSHOT|RELEASE|FINAL|GA|(?:M|RC|CR|alpha|beta)\\d*))+"
              + "(?:[-_](?:exec|all|fat|uber|shaded|runner|boot|standalone|jar-with-dependencies))?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ARCHIVE =
      Pattern.compile(".+\\.(?:jar|war|zip)", Pattern.CASE_INSENSITIVE);

  private JarName() {}

  static boolean isArchive(String path) {
    return ARCHIVE.matcher(path).matches();
  }

  /** The path of a jar or folder without folders, version and ending; never empty. */
  static String withoutVersion(String path) {
    String file = ServiceName.fileName(path);
    String name = isArchive(file) ? file.substring(0, file.length() - 4) : file;
    Matcher version = VERSION.matcher(name);
    return version.find() && version.start() > 0 ? name.substring(0, version.start()) : name;
  }
}
