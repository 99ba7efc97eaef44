package dev.sluice.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.webhook.WebhookUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to write an address that leads where nobody else has a say. */
class TargetCorpusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KnownNames names = new KnownNames()
            .with("hooks.example.com", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")
            .with("localhost", "127.0.0.1", "::1")
            .with("localtest.me", "127.0.0.1")
            .with("redis", "10.0.0.7")
            .with("metadata.google.internal", "169.254.169.254")
            .with("mixed.example.com", "93.184.215.14", "10.0.0.1")
            .with("mapped.example.com", "::ffff:10.0.0.1")
            .with("translated.example.com", "64:ff9b::a00:1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // loopback
                "127.0.0.1",
                "127.0.0.2",
                "127.1.2.3",
                "127.255.255.255",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[0000::0001]",
                "localhost",
                "localtest.me",
                "LOCALHOST",
                // nowhere in particular, which is this machine to many
                "0.0.0.0",
                "0.1.2.3",
                "[::]",
                "[0:0:0:0:0:0:0:0]",
                // private, shared and link-local networks
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                // services of clouds
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "[fd00:ec2::254]",
                "metadata.google.internal",
                // networks with a purpose
                "192.0.0.1",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                // IPv6: unique local, link-local, site-local, multicast, documentation, discard, benchmarks
                "[fc00::1]",
                "[fd12:3456:789a::1]",
                "[fe80::1]",
                "[febf::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[ff0e::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[100::1]",
                "[2001:2::1]",
                "[5f00::1]",
                "[4000::1]",
                // IPv4 within IPv6: mapped, compatible, translated, 6to4, Teredo, ISATAP
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:10.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[::7f00:1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b:1::a00:1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "[2606:2800::5efe:10.0.0.1]",
                "[2606:2800::200:5efe:10.0.0.1]",
                // zones
                "[fe80::1%25eth0]",
                "[::1%251]",
                "[fe80::1%eth0]",
                // decimal, octal, hexadecimal, short and mixed forms
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "0177.0.0.1",
                "0177.0.0.01",
                "127.1",
                "127.0.1",
                "127.0x0.0.1",
                "010.0.0.1",
                "10.1",
                "3232235521",
                "0xa9fea9fe",
                "0xa9.0xfe.0xa9.0xfe",
                "169.254.43518",
                "425.510.425.510",
                "256.256.256.256",
                "127.0.0.1.",
                "1.1.1.1.",
                "localhost.",
                "127.000.000.001",
                "00000127.0.0.1",
                "-127.0.0.1",
                "127.0.0.1.1",
                "1.2.3.08",
                "0",
                "1",
                "example.0x7f",
                "example.1",
                // digits that are none
                "①②⑦.⓪.⓪.①",
                "１２７.0.0.1",
                "127。0。0。1",
                "127%2e0%2e0%2e1",
                "%31%32%37.0.0.1",
                // others' names for one of ours
                "redis",
                "mixed.example.com",
                "mapped.example.com",
                "translated.example.com",
                // no host at all, or not the one that it seems
                "",
                "unknown.example.com",
                "user@hooks.example.com",
                "user:password@hooks.example.com",
                "hooks.example.com@127.0.0.1",
                "hooks.example.com:80@127.0.0.1",
                "hooks.example.com\\@127.0.0.1",
                "127.0.0.1#@hooks.example.com",
                "hooks.example.com#",
                "hooks.example.com:0",
                "hooks.example.com:65536",
                "hooks.example.com:-1",
                "hooks.example.com:80:80",
                "hooks..example.com",
                ".example.com",
                "-hooks.example.com",
                "[hooks.example.com]",
                "[127.0.0.1]",
                "[::1",
                "[1:2:3]",
                "hooks.example.com:a"
            })
    void isRefused(String host) {
        assertThat(accepts("https://" + host + "/hook")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "jar:https://hooks.example.com/!/",
                "//hooks.example.com/",
                "https:hooks.example.com",
                "https:///hook",
                "https://",
                "hooks.example.com",
                "/hook",
                "https://hooks.example.com/{id}"
            })
    void soIsWhatIsNoUrlOfTheSecureWeb(String url) {
        assertThat(accepts(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/",
                "HTTPS://hooks.example.com:8443/a/b?c=d&e=%20",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:443/",
                "https://8.8.8.8/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://192.169.0.1/"
            })
    void whatIsPublicIsAccepted(String url) {
        assertThat(accepts(url)).isTrue();
    }

    @Test
    void forDevelopmentPrivateAddressesWithoutTlsAreAcceptedToo() {
        ResolvedTargets lenient = new ResolvedTargets(new CheckedAddresses(names, true, PATIENCE), true);

        assertThat(lenient.accepts(new WebhookUrl("http://localhost:8089/hook")))
                .isTrue();
        assertThat(lenient.accepts(new WebhookUrl("https://[::1]/"))).isTrue();
        assertThat(lenient.accepts(new WebhookUrl("ftp://localhost/"))).isFalse();
        assertThat(lenient.accepts(new WebhookUrl("http://0x7f000001/"))).isFalse();
    }

    @Test
    void nobodyWaitsForeverForAName() {
        CountDownLatch never = new CountDownLatch(1);
        CheckedAddresses addresses = new CheckedAddresses(hung(never, new Semaphore(0)), false, Duration.ofMillis(50));

        assertThat(new ResolvedTargets(addresses, false).accepts(new WebhookUrl("https://hooks.example.com/")))
                .isFalse();
        never.countDown();
    }

    /** The system's look-up cannot be interrupted: each that hangs holds a thread for as long as it likes. */
    @Test
    void lookUpsThatHangHoldSoManyThreadsAndNoMore() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Semaphore held = new Semaphore(0);
        CheckedAddresses addresses = new CheckedAddresses(hung(never, held), false, Duration.ofMillis(20));

        for (int look = 0; look < 2 * CheckedAddresses.MOST_LOOK_UPS; look++) {
            assertThatThrownBy(() -> addresses.resolve("hooks.example.com")).isInstanceOf(UnknownHostException.class);
        }

        assertThatThrownBy(() -> addresses.resolve("hooks.example.com")).hasMessage("too many look-ups are under way");
        // Their threads are there, but may not have run yet.
        assertThat(held.tryAcquire(CheckedAddresses.MOST_LOOK_UPS, 30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(held.availablePermits()).isZero();
        never.countDown();
    }

    private static NameService hung(CountDownLatch end, Semaphore held) {
        return host -> {
            held.release();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
    }

    @Test
    void allAddressesAreCheckedAndAFewAreTried() throws UnknownHostException {
        names.with("many.example.com", "8.8.8.1", "8.8.8.2", "8.8.8.3", "8.8.8.4", "8.8.8.5");

        assertThat(new CheckedAddresses(names, false, PATIENCE).resolve("many.example.com"))
                .containsExactly(
                        InetAddress.ofLiteral("8.8.8.1"),
                        InetAddress.ofLiteral("8.8.8.2"),
                        InetAddress.ofLiteral("8.8.8.3"));
        names.with("many.example.com", "8.8.8.1", "8.8.8.2", "8.8.8.3", "8.8.8.4", "10.0.0.1");
        assertThat(accepts("https://many.example.com/")).isFalse();
    }

    /** A URL that is no text of the API's to begin with is refused there, in front of this. */
    private boolean accepts(String url) {
        ResolvedTargets strict = new ResolvedTargets(new CheckedAddresses(names, false, PATIENCE), false);
        return WebhookUrl.isValid(url) && strict.accepts(new WebhookUrl(url));
    }
}
