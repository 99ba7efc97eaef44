package dev.sluice.adapters.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of a host, looked up once and checked all: whoever connects does so to one of those that were checked, so
 * that a name which changes what it stands for in between gains nothing.
 */
final class CheckedAddresses implements DnsResolver {

    /** Each is tried until one answers. */
    private static final int MOST = 3;

    /** Under way at a time: a look-up that hangs keeps its thread, though nobody waits for it any more. */
    static final int MOST_LOOK_UPS = 16;

    /** Platform threads, since a look-up is native code. */
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_LOOK_UPS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    private final NameService names;
    private final boolean anyAddress;
    private final Duration patience;

    /**
     * @param anyAddress whether private addresses are as good as public ones
     * @param patience how long a look-up may take
     */
    CheckedAddresses(NameService names, boolean anyAddress, Duration patience) {
        this.names = names;
        this.anyAddress = anyAddress;
        this.patience = patience;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookUp(host);
        if (!anyAddress && !Arrays.stream(addresses).allMatch(PublicNetwork::holds)) {
            throw new RefusedAddressException();
        }
        return Arrays.copyOf(addresses, Math.min(addresses.length, MOST));
    }

    /** On another thread, as the system's look-up knows no time limit. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            return threads.submit(() -> names.lookUp(host)).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw new UnknownHostException("the host has no address");
        } catch (RejectedExecutionException full) {
            throw new UnknownHostException("too many look-ups are under way");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("the look-up was interrupted");
        }
    }

    /** No name is taken from elsewhere. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
