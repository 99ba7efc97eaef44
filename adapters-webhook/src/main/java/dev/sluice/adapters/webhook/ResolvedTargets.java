package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookTargets;
import dev.sluice.domain.webhook.WebhookUrl;
import java.net.UnknownHostException;

/** Accepts what leads to the public network, as the names are now. */
final class ResolvedTargets implements WebhookTargets {

    private final CheckedAddresses addresses;
    private final boolean plain;

    ResolvedTargets(CheckedAddresses addresses, boolean plain) {
        this.addresses = addresses;
        this.plain = plain;
    }

    @Override
    public boolean accepts(WebhookUrl url) {
        return Target.parse(url.value(), plain).filter(this::isReachable).isPresent();
    }

    private boolean isReachable(Target target) {
        try {
            return addresses.resolve(target.host().getHostName()).length > 0;
        } catch (UnknownHostException refused) {
            return false;
        }
    }
}
