package dev.sluice.adapters.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A certificate for this machine that nobody but a test trusts, made by the JDK's own tool. */
record TestCertificate(X509Certificate certificate, Key key) {

    private static final String ALIAS = "api";
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    static TestCertificate make(Path folder) {
        try {
            Path store = Files.createTempDirectory(folder, "made").resolve("store.p12");
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    String.valueOf(PASSWORD)));
            KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
            return new TestCertificate((X509Certificate) made.getCertificate(ALIAS), made.getKey(ALIAS, PASSWORD));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    /** Writes both as PEM, in the way in which tools that renew certificates do it: each file is replaced as a whole. */
    void write(Path certificateFile, Path keyFile) {
        try {
            replace(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
            replace(keyFile, pem("PRIVATE KEY", key.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate could not be written", e);
        }
    }

    private static void replace(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, content, US_ASCII);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), US_ASCII);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
