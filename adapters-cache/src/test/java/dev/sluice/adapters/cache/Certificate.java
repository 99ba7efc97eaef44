package dev.sluice.adapters.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for the loopback address that nobody but its holder has signed, made by the keytool of the JDK.
 *
 * @param store holds it and its key; trusts it if it is taken for a trust store
 * @param certificate in PEM
 * @param key in PEM
 */
record Certificate(Path store, Path certificate, Path key) {

    static final String PASSWORD = "changeit";

    static Certificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("redis.p12");
        generate(store);
        KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Path certificate = folder.resolve("redis.crt");
        Path key = folder.resolve("redis.key");
        Files.writeString(
                certificate, pem("CERTIFICATE", loaded.getCertificate("redis").getEncoded()));
        Files.writeString(
                key,
                pem(
                        "PRIVATE KEY",
                        loaded.getKey("redis", PASSWORD.toCharArray()).getEncoded()));
        return new Certificate(store, certificate, key);
    }

    private static void generate(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "redis",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=redis",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }
}
