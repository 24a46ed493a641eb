package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A library that is instrumented, and the releases that its instrumentations are checked against.
 *
 * <p>What differs between the releases is listed: a join point's class that a release doesn't have,
 * and a reference of an adapter that is never reached there. An entry that applies to nothing is an
 * error, too. An entry's releases are given as the beginnings of their versions; none means all.
 */
final class Library {

  private final String name;
  private final List<String> packages;
  private List<String> versions = List.of();
  private List<String> between = List.of();
  private final Map<String, List<String>> artifacts = new LinkedHashMap<>();
  private Set<String> instrumentations = Set.of();
  private String row = "";
  private final List<Difference> differences = new ArrayList<>();
  private final Set<String> unseen = new TreeSet<>();
  private final List<Lookup> lookups = new ArrayList<>();

  /**
   * @param packages beginnings of the names of its classes
   */
  Library(String name, String... packages) {
    this.name = name;
    this.packages = List.of(packages);
  }

  /** The oldest and the newest release of each line that is supported. */
  Library releases(String... versions) {
    this.versions = List.of(versions);
    return this;
  }

  /** Releases in between that have what neither the oldest nor the newest has. */
  Library between(String... versions) {
    this.between = List.of(versions);
    return this;
  }

  /** Maven coordinates, with {@code *} in place of the release. */
  Library artifacts(String... artifacts) {
    this.artifacts.put("", List.of(artifacts));
    return this;
  }

  /** Other coordinates for the releases that begin like this. */
  Library artifactsOf(String release, String... artifacts) {
    this.artifacts.put(release, List.of(artifacts));
    return this;
  }

  /** The instrumentations that are for it: names of their classes without the last word. */
  Library instrumentations(String... names) {
    this.instrumentations = new TreeSet<>(Set.of(names));
    return this;
  }

  /** Its name in the compatibility tables, whose releases have to be the same. */
  Library row(String name) {
    this.row = name;
    return this;
  }

  /**
   * Releases that don't have a class which is woven in others.
   *
   * @param className beginning of its binary name
   */
  Library lacks(String className, String... releases) {
    differences.add(new Difference(Difference.Kind.LACKS, className, "", List.of(releases)));
    return this;
  }

  /**
   * Releases in which a class of the agent does not reach a reference that can't be resolved there.
   *
   * @param agentClass name without {@code io.sidelight.instrumentation.}
   * @param reference beginning of the binary name of the class or member
   */
  Library guards(String agentClass, String reference, String... releases) {
    differences.add(
        new Difference(Difference.Kind.GUARDS, agentClass, reference, List.of(releases)));
    return this;
  }

  /**
   * A member that a class of the agent looks up by its name.
   *
   * @param agentClass name without {@code io.sidelight.instrumentation.}
   * @param owner binary name of the library's class
   * @param member its name, best with its descriptor; a field's has a colon in between
   * @param releases the ones that have it
   */
  Library lookup(String agentClass, String owner, String member, String... releases) {
    lookups.add(new Lookup(agentClass, owner, member, List.of(releases)));
    return this;
  }

  /**
   * A join point that is in no release which is checked.
   *
   * @param joinPoint class, method and descriptor
   */
  Library unseen(String joinPoint) {
    unseen.add(joinPoint);
    return this;
  }

  Set<String> unseen() {
    return unseen;
  }

  String row() {
    return row;
  }

  boolean isJdk() {
    return artifacts.isEmpty();
  }

  /** The oldest and the newest of each line. */
  List<String> supported() {
    return versions;
  }

  /** All that are checked. */
  List<String> versions() {
    return Stream.concat(versions.stream(), between.stream()).toList();
  }

  List<String> coordinates(String version) {
    List<String> last = List.of();
    for (Map.Entry<String, List<String>> entry : artifacts.entrySet()) {
      if (version.startsWith(entry.getKey())) {
        last = entry.getValue();
      }
    }
    return last.stream().map(artifact -> artifact.replace("*", version)).toList();
  }

  Set<String> instrumentations() {
    return instrumentations;
  }

  List<Lookup> lookups() {
    return lookups;
  }

  /**
   * @param className binary name
   */
  boolean owns(String className) {
    return packages.stream().anyMatch(className::startsWith);
  }

  boolean lacksClass(String className, String version) {
    return isListed(Difference.Kind.LACKS, className, "", version);
  }

  boolean guardsReference(String agentClass, String reference, String version) {
    return isListed(Difference.Kind.GUARDS, agentClass, reference, version);
  }

  private boolean isListed(
      Difference.Kind kind, String className, String reference, String version) {
    boolean listed = false;
    for (Difference difference : differences) {
      listed |= difference.applies(kind, className, reference, version);
    }
    return listed;
  }

  /** The entries that have applied to nothing in some release that they name. */
  List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (Difference difference : differences) {
      unused.addAll(difference.unused());
    }
    return unused;
  }

  @Override
  public String toString() {
    return name;
  }

  private static boolean isAmong(String version, List<String> beginnings) {
    return beginnings.isEmpty() || beginnings.stream().anyMatch(version::startsWith);
  }

  /** A look-up by name. */
  record Lookup(String agentClass, String owner, String member, List<String> releases) {

    String name() {
      return member.split("[(:]", 2)[0];
    }

    boolean isIn(String version) {
      return isAmong(version, releases);
    }
  }

  /** An entry for what differs between releases. */
  private static final class Difference {

    enum Kind {
      LACKS,
      GUARDS
    }

    private final Kind kind;
    private final String className;
    private final String reference;
    private final List<String> releases;
    private final Set<String> used = new HashSet<>();

    Difference(Kind kind, String className, String reference, List<String> releases) {
      this.kind = kind;
      this.className = className;
      this.reference = reference;
      this.releases = releases;
    }

    synchronized boolean applies(Kind kind, String className, String reference, String version) {
      boolean same =
          kind == Kind.LACKS
              ? className.startsWith(this.className)
              : className.equals(this.className) && reference.startsWith(this.reference);
      if (this.kind != kind || !same) {
        return false;
      }
      for (String release : releases.isEmpty() ? List.of("") : releases) {
        if (version.startsWith(release)) {
          used.add(release);
          return true;
        }
      }
      return false;
    }

    synchronized List<String> unused() {
      List<String> unused = new ArrayList<>();
      for (String release : releases.isEmpty() ? List.of("") : releases) {
        if (!used.contains(release)) {
          unused.add((kind + " " + className + " " + reference + " " + release).strip());
        }
      }
      return unused;
    }
  }
}
