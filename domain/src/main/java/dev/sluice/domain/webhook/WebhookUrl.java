package dev.sluice.domain.webhook;

/**
 * Where a seller listens. It may hold what only the seller is to know: {@link #toString()} masks it. Whether anything may
 * be sent there is for {@link WebhookTargets} to say.
 *
 * @param value at most 2000 visible ASCII characters
 */
public record WebhookUrl(String value) {

    public static final int LONGEST = 2000;

    public WebhookUrl {
        if (!isValid(value)) {
            throw new IllegalArgumentException("the URL of an endpoint has 1 to " + LONGEST + " visible characters");
        }
    }

    public static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    @Override
    public String toString() {
        return "WebhookUrl[***]";
    }
}
