package io.sidelight.request;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.config.UserSource;
import io.sidelight.exchange.ApplicationRequest;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.output.PlainText;
import io.sidelight.redact.ConfiguredRules;
import io.sidelight.redact.Redactor;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who a request is for, from the sources of {@code user-id.from}. Immutable.
 *
 * <p>What the request brings along (header, token) is read once, when it begins. Who has logged in
 * and what the session says is asked again each time the answer may have changed. The first source
 * in the list that has an answer counts, and from then on only that one and those before it are
 * asked: a user who is known stays known, whatever becomes of the session at logout.
 */
final class UserId {

  private static final int MAX_SHOWN = 256;

  private final UserSource[] sources;
  private final @Nullable UserHash hash;

  /** Null when every source is the principal, whose name isn't a secret's. */
  private final @Nullable Redactor redactor;

  UserId(Config config) {
    List<UserSource> from = config.get(Options.USER_ID_FROM);
    sources = from.toArray(new UserSource[0]);
    hash =
        config.get(Options.USER_ID_HASH)
            ? new UserHash(config.get(Options.USER_ID_HASH_KEY))
            : null;
    redactor = hash == null && isNamed(from) ? new Redactor(ConfiguredRules.of(config)) : null;
  }

  private static boolean isNamed(List<UserSource> sources) {
    for (UserSource source : sources) {
      if (!source.name().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it matters who has logged in. */
  boolean asksPrincipal() {
    for (UserSource source : sources) {
      if (source.origin() == UserSource.Origin.PRINCIPAL) {
        return true;
      }
    }
    return false;
  }

  /** Takes the user that the request itself names, by a header or a token. */
  void begin(RequestScope scope, ServerExchange exchange) {
    for (int rank = 0; rank < sources.length; rank++) {
      String user = usable(sent(sources[rank], exchange));
      if (user != null) {
        scope.user(user, rank, shown(sources[rank], user));
        return;
      }
    }
  }

  /** Asks those who may know by now, and takes the user if one does. */
  void update(RequestScope scope, ApplicationRequest application) {
    int last = Math.min(scope.user().rank(), sources.length - 1);
    for (int rank = 0; rank <= last; rank++) {
      String user = usable(told(sources[rank], scope, application));
      if (user != null) {
        if (!scope.user().is(user, rank)) {
          scope.user(user, rank, shown(sources[rank], user));
        }
        return;
      }
    }
  }

  /** A repeated header names nobody: it is open which line counts for the application. */
  private static @Nullable String sent(UserSource source, ServerExchange exchange) {
    if (source.origin() == UserSource.Origin.HEADER) {
      return single(exchange, source.name());
    }
    if (source.origin() == UserSource.Origin.JWT) {
      String authorization = single(exchange, "Authorization");
      return authorization == null ? null : BearerToken.claim(authorization, source.name());
    }
    return null;
  }

  private static @Nullable String single(ServerExchange exchange, String header) {
    String value = exchange.header(header);
    return value != null && exchange.headerCount(header) == 1 ? value : null;
  }

  private static @Nullable String told(
      UserSource source, RequestScope scope, ApplicationRequest application) {
    if (source.origin() == UserSource.Origin.PRINCIPAL) {
      String name = scope.user().authenticated();
      return name == null ? application.principal() : name;
    }
    if (source.origin() == UserSource.Origin.SESSION) {
      return text(application.sessionAttribute(source.name()));
    }
    return null;
  }

  /**
   * An attribute that is a text, a number or somebody. Of other objects nothing is written: what
   * their {@code toString} has in it only the application knows.
   */
  private static @Nullable String text(@Nullable Object attribute) {
    if (attribute instanceof Principal) {
      return ((Principal) attribute).getName();
    }
    return attribute instanceof CharSequence || attribute instanceof Number
        ? attribute.toString()
        : null;
  }

  private static @Nullable String usable(@Nullable String user) {
    String trimmed = user == null ? "" : user.trim();
    return trimmed.isEmpty() ? null : trimmed;
  }

  /**
   * The application's own patterns show it as it is, so nothing in it may end a line or steer a
   * terminal: anybody can write the claim of a token that is not verified.
   */
  private String shown(UserSource source, String user) {
    if (hash != null) {
      return hash.of(user);
    }
    return cut(PlainText.of(redactor == null ? user : masked(redactor, source, user)));
  }

  /** A header, attribute or claim that holds secrets by its name shows none here either. */
  private static String masked(Redactor redactor, UserSource source, String user) {
    if (source.origin() == UserSource.Origin.HEADER) {
      return redactor.header(source.name(), user);
    }
    return redactor.sensitiveKey(source.name()) ? Redactor.MASK : user;
  }

  private static String cut(String user) {
    if (user.length() <= MAX_SHOWN) {
      return user;
    }
    int end = Character.isHighSurrogate(user.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
    return user.substring(0, end).concat("\u2026");
  }
}
