package dev.sluice.local.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches the invoice of an order and keeps it as a file. */
final class InvoiceFetched {
    private static final String MARK = "%PDF-";

    private final ShopApi api;
    private final TourSheet sheet;
    private final Path folder;

    InvoiceFetched(ShopApi api, TourSheet sheet, Path folder) {
        this.api = api;
        this.sheet = sheet;
        this.folder = folder;
    }

    void play(PlacedOrder order) {
        sheet.step("Fetch the invoice");
        ApiAnswer answer = api.get(order.path() + "/invoice").expect(200);
        Path file = stored(folder.resolve("invoice-" + order.id() + ".pdf"), answer.body());
        sheet.fact("File", file);
        sheet.fact("Size", answer.body().length + " bytes");
        sheet.same("Its type is application/pdf", "application/pdf", answer.header("Content-Type"));
        sheet.same("It begins with " + MARK, MARK, beginning(answer.body()));
    }

    private static String beginning(byte[] document) {
        int length = Math.min(MARK.length(), document.length);
        return new String(document, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static Path stored(Path file, byte[] document) {
        try {
            return Files.write(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
