package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of the other side: one that the services are told to trust, and another. */
final class Certificates {

  static final String PASSWORD = "changeit";

  private final HeldCertificate trusted = certificate("known");

  /** The one that is trusted, for {@code localhost} only. */
  SSLSocketFactory trusted() {
    return factory(trusted);
  }

  /** One that nobody knows. */
  SSLSocketFactory unknown() {
    return factory(certificate("unknown"));
  }

  /** For {@code javax.net.ssl.trustStore}. */
  void writeTrustStore(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("other-side", trusted.certificate());
      store.store(out, PASSWORD.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HeldCertificate certificate(String commonName) {
    return new HeldCertificate.Builder()
        .commonName(commonName)
        .addSubjectAlternativeName(CalledServers.HOST)
        .build();
  }

  private static SSLSocketFactory factory(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .build()
        .sslSocketFactory();
  }
}
