package dev.sluice.api;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Says at start who can reach the API. */
final class ListeningNotice implements ApplicationListener<WebServerInitializedEvent> {

    private static final System.Logger LOG = System.getLogger(ListeningNotice.class.getName());

    private final @Nullable InetAddress address;
    private final boolean isEncrypted;

    ListeningNotice(ServerProperties server) {
        address = server.getAddress();
        isEncrypted = Ssl.isEnabled(server.getSsl());
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        if (address != null && address.isLoopbackAddress()) {
            LOG.log(
                    Level.INFO,
                    "the API listens on port {0,number,#} of this machine only; SERVER_ADDRESS opens it to the network",
                    port);
        } else if (isEncrypted) {
            LOG.log(Level.INFO, "the API listens on port {0,number,#} of the network, by TLS", port);
        } else {
            LOG.log(
                    Level.WARNING,
                    "the API listens on port {0,number,#} of the network: keys travel readable unless TLS stands before it; SERVER_SSL_BUNDLE turns it on here",
                    port);
        }
    }
}
