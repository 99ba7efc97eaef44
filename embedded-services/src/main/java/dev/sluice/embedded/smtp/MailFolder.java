package dev.sluice.embedded.smtp;

import dev.sluice.embedded.process.Folders;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.IntStream;

/** The folder of received mails. A file is named after its Message-ID and appears whole or not at all. */
record MailFolder(Path path, boolean temporary) {

    static MailFolder of(Optional<Path> kept) {
        return kept.map(folder -> new MailFolder(Folders.make(folder), false))
                .orElseGet(() -> new MailFolder(Folders.temporary("smtp"), true));
    }

    /** Keeps the mail. One that repeats a Message-ID gets a number, so that a mail sent twice shows. */
    ReceivedMail keep(MimeMessage mail) throws IOException, MessagingException {
        Path part = Files.createTempFile(path, "incoming", ".part");
        try (var output = Files.newOutputStream(part)) {
            mail.writeTo(output);
        }
        return new ReceivedMail(Files.move(part, freeName(baseName(mail)), StandardCopyOption.ATOMIC_MOVE));
    }

    void release() {
        if (temporary) {
            Folders.delete(path);
        }
    }

    private Path freeName(String base) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> path.resolve(base + (number == 1 ? "" : "-" + number) + ".eml"))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static String baseName(MimeMessage mail) throws MessagingException {
        String id = mail.getMessageID();
        String name = id == null ? "" : id.replaceAll("[^A-Za-z0-9@._-]", "").replaceFirst("^\\.+", "");
        return name.isEmpty() ? "no-message-id" : name.substring(0, Math.min(name.length(), 200));
    }
}
