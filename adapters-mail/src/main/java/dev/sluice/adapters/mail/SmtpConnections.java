package dev.sluice.adapters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Connections to the mail server, kept for the e-mails that follow: as many are open as e-mails are being sent, and as were
 * a few seconds ago. Safe for use by many threads.
 */
final class SmtpConnections implements AutoCloseable {

    private static final int UNLIMITED = -1;
    private static final int ALL = -1;

    /** Sooner than a mail server under pressure hangs up. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final GenericObjectPool<Transport> pool;

    SmtpConnections(SmtpConnector connector) {
        pool = new GenericObjectPool<>(connector, config());
    }

    private static GenericObjectPoolConfig<Transport> config() {
        GenericObjectPoolConfig<Transport> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(UNLIMITED);
        config.setMaxIdle(UNLIMITED);
        config.setMinEvictableIdleDuration(LONGEST_REST);
        config.setTimeBetweenEvictionRuns(LOOK);
        config.setNumTestsPerEvictionRun(ALL);
        config.setTestOnBorrow(true);
        config.setJmxEnabled(false);
        return config;
    }

    /**
     * Sends a message; once this returns the server has accepted it. No connection is used again over which one has failed.
     *
     * @throws MessagingException if the server is out of reach or refuses
     */
    void send(MimeMessage message) throws MessagingException {
        Transport connection = borrowed();
        boolean accepted = false;
        try {
            connection.sendMessage(message, message.getAllRecipients());
            accepted = true;
        } finally {
            if (!accepted) {
                end(connection);
            }
            pool.returnObject(connection);
        }
    }

    /** What is left of it the pool finds, as it tests each connection before it is used again. */
    private static void end(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException gone) {
            // It has ended all the same.
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
