package dev.sluice.adapters.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.text.xml.xmp.XmpWriter;

/** The metadata by which programs see that a PDF is PDF/A-3 and Factur-X. */
final class FacturXMetadata {

    private static final String PDF_A_3B = """
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>""";

    private static final String FACTUR_X = """
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>""";

    /** PDF/A wants the properties that are not its own described. */
    private static final String EXTENSION = """
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>""".formatted(
                    property("DocumentFileName", "The name of the embedded XML document"),
                    property("DocumentType", "The type of the hybrid document"),
                    property("Version", "The version of the standard that the XML follows"),
                    property("ConformanceLevel", "The profile of the XML"));

    private FacturXMetadata() {}

    /** What a document's information says, as XMP, and what it is beside that. */
    static byte[] of(PdfDictionary information) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmpWriter xmp = new XmpWriter(bytes, information, PdfWriter.PDFXNONE)) {
            xmp.addRdfDescription("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"", PDF_A_3B);
            xmp.addRdfDescription("xmlns:fx=\"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#\"", FACTUR_X);
            xmp.addRdfDescription(
                    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                            + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                            + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
                    EXTENSION);
        }
        return bytes.toByteArray();
    }

    private static String property(String name, String description) {
        return """
                <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>
                <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>%s</pdfaProperty:description></rdf:li>""".formatted(name, description);
    }
}
