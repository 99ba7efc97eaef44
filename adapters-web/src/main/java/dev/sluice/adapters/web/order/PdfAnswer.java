package dev.sluice.adapters.web.order;

import dev.sluice.domain.invoice.PdfDocument;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a document. It holds personal data, so nothing on the way may store it. */
final class PdfAnswer {

    private PdfAnswer() {}

    static ResponseEntity<byte[]> of(PdfDocument document, String fileName) {
        ContentDisposition disposition =
                ContentDisposition.inline().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(document.bytes());
    }
}
