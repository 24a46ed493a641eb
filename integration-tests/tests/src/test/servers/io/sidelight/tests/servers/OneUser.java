package io.sidelight.tests.servers;

import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;

/** Knows {@code alice}, whose password is {@code wonderland}. */
final class OneUser implements IdentityManager {

  @Override
  public Account verify(Account account) {
    return account;
  }

  @Override
  public Account verify(String id, Credential credential) {
    boolean known =
        id.equals("alice")
            && credential instanceof PasswordCredential password
            && Arrays.equals(password.getPassword(), "wonderland".toCharArray());
    return known ? new Alice() : null;
  }

  @Override
  public Account verify(Credential credential) {
    return null;
  }

  private static final class Alice implements Account {

    private static final long serialVersionUID = 1L;

    @Override
    public Principal getPrincipal() {
      return () -> "alice";
    }

    @Override
    public Set<String> getRoles() {
      return Set.of();
    }
  }
}
