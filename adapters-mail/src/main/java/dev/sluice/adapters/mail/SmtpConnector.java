package dev.sluice.adapters.mail;

import static org.springframework.util.StringUtils.hasLength;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Opens, tests and ends connections to the mail server that the mail sender is set up for. */
final class SmtpConnector extends BasePooledObjectFactory<Transport> {

    /** Some mail servers take only so many over one connection; as many as other mail libraries dare. */
    private static final int MOST_MAILS = 100;

    private final JavaMailSenderImpl sender;

    SmtpConnector(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    @Override
    public Transport create() throws MessagingException {
        Session session = sender.getSession();
        Transport connection = session.getTransport(SmtpDefaults.protocol(sender));
        connection.connect(
                sender.getHost(), sender.getPort(), given(sender.getUsername()), given(sender.getPassword()));
        return connection;
    }

    private static @Nullable String given(@Nullable String setting) {
        return hasLength(setting) ? setting : null;
    }

    @Override
    public PooledObject<Transport> wrap(Transport connection) {
        return new DefaultPooledObject<>(connection);
    }

    /** A connection that was at rest asks the server, which may have hung up meanwhile. */
    @Override
    public boolean validateObject(PooledObject<Transport> connection) {
        long mail = connection.getBorrowedCount();
        return mail == 1 || (mail <= MOST_MAILS && connection.getObject().isConnected());
    }

    @Override
    public void destroyObject(PooledObject<Transport> connection) throws MessagingException {
        connection.getObject().close();
    }
}
