package dev.sluice.embedded.smtp;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The one mailbox behind every address: writes each mail to the folder before the server accepts it, and keeps nothing
 * in memory. GreenMail delivers one mail at a time and once per recipient.
 */
final class Inbox extends UserImpl implements MessageDeliveryHandler {
    private final MailFolder folder;
    private final SmtpFaults faults;
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private @Nullable MovingMessage last;

    Inbox(ImapHostManager host, MailFolder folder, SmtpFaults faults) {
        super("inbox@localhost", "inbox", "inbox", host);
        this.folder = folder;
        this.faults = faults;
    }

    List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public GreenMailUser handle(MovingMessage mail, MailAddress recipient) {
        return this;
    }

    /** One mail is one object however many recipients it has, while two equal mails are two. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public void deliver(MovingMessage mail) {
        if (mail != last) {
            faults.play();
            keep(mail);
            last = mail;
        }
    }

    private void keep(MovingMessage mail) {
        try {
            mails.add(folder.keep(mail.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a mail", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Cannot keep a mail", e);
        }
    }
}
