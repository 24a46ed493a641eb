package io.sidelight.tests.servers;

import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;

/**
 * Knows one user with one role.
 *
 * @param name of the user
 * @param role that the user has
 */
record OneUser(String name, String password, String role) implements IdentityManager {

  @Override
  public Account verify(Account account) {
    return account;
  }

  @Override
  public Account verify(String id, Credential credential) {
    boolean known =
        id.equals(name)
            && credential instanceof PasswordCredential sent
            && Arrays.equals(sent.getPassword(), password.toCharArray());
    return known ? new User(name, role) : null;
  }

  @Override
  public Account verify(Credential credential) {
    return null;
  }

  private record User(String name, String role) implements Account {

    @Override
    public Principal getPrincipal() {
      return () -> name;
    }

    @Override
    public Set<String> getRoles() {
      return Set.of(role);
    }
  }
}
