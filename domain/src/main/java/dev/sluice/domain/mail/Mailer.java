package dev.sluice.domain.mail;

/** Sends e-mails. Safe for use by many threads; every wait in it is bounded; holds no database connection. */
@FunctionalInterface
public interface Mailer {

    /**
     * Hands an e-mail to the mail server; once this returns the server has accepted it.
     *
     * @throws dev.sluice.domain.failure.RetryableFailure if the server is out of reach or refuses for now
     * @throws dev.sluice.domain.failure.FinalFailure if the server refuses for good
     */
    void send(Email email);
}
