package dev.sluice.embedded.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;
import java.time.Duration;
import java.util.List;

/**
 * An SMTP server that accepts mail for any address, with any login or none, and keeps each mail as a file. Methods are
 * safe to call from any thread.
 */
public final class SmtpServer implements AutoCloseable {
    private final SmtpFaults faults = new SmtpFaults();
    private final MailFolder folder;
    private final GreenMail server;
    private final Inbox inbox;

    private SmtpServer(int port, MailFolder folder) {
        this.folder = folder;
        this.server = new GreenMail(new ServerSetup(port, LoopbackPort.HOST, ServerSetup.PROTOCOL_SMTP));
        this.inbox = new Inbox(server.getUserManager().getImapHostManager(), folder, faults);
    }

    /** Starts a server on a free port. */
    public static SmtpServer start() {
        return start(SmtpOptions.defaults());
    }

    /**
     * Starts a server.
     *
     * @throws dev.sluice.embedded.process.PortTakenException when the port is taken
     */
    public static SmtpServer start(SmtpOptions options) {
        int port = LoopbackPort.orFree(options.port());
        var server = new SmtpServer(port, MailFolder.of(options.folder()));
        server.open();
        AtExit.close(server);
        return server;
    }

    /** The loopback address. */
    public String host() {
        return LoopbackPort.HOST;
    }

    /** The port this server listens on. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** What has been accepted since the start, oldest first. */
    public List<ReceivedMail> mails() {
        return inbox.mails();
    }

    /** Refuses that many of the next mails for now (451). */
    public void refuseNext(int mails) {
        faults.refuseNext(mails);
    }

    /** Takes that long over each further mail before answering. */
    public void delay(Duration each) {
        faults.delay(each);
    }

    @Override
    public void close() {
        AtExit.forget(this);
        server.stop();
        folder.release();
    }

    private void open() {
        server.getUserManager().setAuthRequired(false);
        server.getUserManager().setMessageDeliveryHandler(inbox);
        server.start();
    }
}
