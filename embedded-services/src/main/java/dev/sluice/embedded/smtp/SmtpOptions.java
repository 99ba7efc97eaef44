package dev.sluice.embedded.smtp;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start an {@link SmtpServer}.
 *
 * @param port the port, 0 for a free one
 * @param folder where received mails are kept as files; without it they go with the server
 */
public record SmtpOptions(int port, Optional<Path> folder) {

    /** A free port and a temporary folder. */
    public static SmtpOptions defaults() {
        return new SmtpOptions(0, Optional.empty());
    }

    /** These options with another port. */
    public SmtpOptions withPort(int changed) {
        return new SmtpOptions(changed, folder);
    }

    /** These options with mails kept in the folder. */
    public SmtpOptions withFolder(Path kept) {
        return new SmtpOptions(port, Optional.of(kept));
    }
}
