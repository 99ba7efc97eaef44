package dev.sluice.adapters.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfICCBased;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Turns the PDF of an invoice or a credit note into a Factur-X document: PDF/A-3 that carries it as XML, too. */
final class FacturX {

    static final String FILE_NAME = "factur-x.xml";

    private static final String SRGB = "sRGB IEC61966-2.1";

    private FacturX() {}

    /** To be called before the document is opened: the version stands in its first line. */
    static void announce(PdfWriter writer) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
    }

    /** Needs the document's information, which its metadata repeats. */
    static void embed(byte[] xml, PdfWriter writer) throws IOException {
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(writer)));
        PdfFileSpecification file = file(xml, writer);
        catalog.put(PdfName.AF, new PdfArray(file.getReference()));
        writer.addFileAttachment(FILE_NAME, file);
        writer.setXmpMetadata(FacturXMetadata.of(writer.getInfo()));
    }

    /** What the colours mean: those of the JDK's own sRGB. */
    private static PdfDictionary outputIntent(PdfWriter writer) throws IOException {
        PdfStream profile = new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(SRGB));
        intent.put(PdfName.INFO, new PdfString(SRGB));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        return intent;
    }

    private static PdfFileSpecification file(byte[] xml, PdfWriter writer) throws IOException {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.MODDATE, writer.getInfo().get(PdfName.CREATIONDATE));
        PdfFileSpecification file =
                PdfFileSpecification.fileEmbedded(writer, null, FILE_NAME, xml, true, "text/xml", parameters);
        file.put(new PdfName("AFRelationship"), new PdfName("Alternative"));
        file.addDescription("Factur-X", false);
        return file;
    }
}
