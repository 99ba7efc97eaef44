package dev.sluice.adapters.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for a name that nobody but a test trusts, made by the JDK's own tool.
 *
 * @param serving for whoever has it
 * @param trusting for whoever trusts it
 */
record HttpsIdentity(SSLContext serving, SSLContext trusting) {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    static HttpsIdentity of(String name) {
        try {
            return read(make(name));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static Path make(String name) throws IOException {
        Path store = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "identity")
                .resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "endpoint",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                String.valueOf(PASSWORD));
        Process tool = new ProcessBuilder(command).inheritIO().start();
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool ended with " + tool.exitValue());
        }
        return store;
    }

    private static HttpsIdentity read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(keys.getKeyManagers(), null, null);

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("endpoint", store.getCertificate("endpoint"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        return new HttpsIdentity(serving, trusting);
    }
}
