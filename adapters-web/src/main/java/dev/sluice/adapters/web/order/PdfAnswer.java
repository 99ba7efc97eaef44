package dev.sluice.adapters.web.order;

import dev.sluice.domain.invoice.PdfDocument;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a document. */
final class PdfAnswer {

    private PdfAnswer() {}

    static ResponseEntity<byte[]> of(PdfDocument document, String fileName, CacheControl caching) {
        ContentDisposition disposition =
                ContentDisposition.inline().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(document.bytes());
    }
}
