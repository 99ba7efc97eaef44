package dev.sluice.adapters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Connections to the mail server, kept for the e-mails that follow: as many are open as e-mails are being sent, and a few
 * more for a while. Safe for use by many threads.
 */
final class SmtpConnections implements AutoCloseable {

    private static final int UNLIMITED = -1;

    /** A mail server has only so many for all of its clients. */
    private static final int MOST_AT_REST = 10;

    /** Sooner than a mail server under pressure hangs up. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final GenericObjectPool<Transport> pool;

    SmtpConnections(SmtpConnector connector) {
        pool = new GenericObjectPool<>(connector, config());
    }

    private static GenericObjectPoolConfig<Transport> config() {
        GenericObjectPoolConfig<Transport> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(UNLIMITED);
        config.setMaxIdle(MOST_AT_REST);
        config.setMinEvictableIdleDuration(LONGEST_REST);
        config.setTimeBetweenEvictionRuns(LONGEST_REST);
        config.setTestOnBorrow(true);
        config.setJmxEnabled(false);
        return config;
    }

    /**
     * Sends a message; once this returns the server has accepted it.
     *
     * @throws MessagingException if the server is out of reach or refuses
     */
    void send(MimeMessage message) throws MessagingException {
        Transport connection = borrowed();
        try {
            connection.sendMessage(message, message.getAllRecipients());
        } finally {
            // After a failure too: the library ends what has failed, and each is tested before it is used again.
            pool.returnObject(connection);
        }
    }

    private Transport borrowed() throws MessagingException {
        try {
            return pool.borrowObject();
        } catch (MessagingException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new MessagingException("no connection", failure);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
