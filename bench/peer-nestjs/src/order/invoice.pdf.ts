import PDFDocument from 'pdfkit';
import { Invoice, Line } from './invoices';

const LEFT = 56;
const RIGHT = 540;

/** Draws the invoice on one page of A4 with the fonts that every reader has. */
export function draw(invoice: Invoice): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const page = new PDFDocument({ size: 'A4', margin: LEFT, info: { Title: `Invoice ${number(invoice)}` } });
    const chunks: Uint8Array[] = [];
    page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
    write(page, invoice);
    page.end();
  });
}

export const number = (invoice: Invoice): string => `INV-${String(invoice.number).padStart(6, '0')}`;

function write(page: PDFKit.PDFDocument, invoice: Invoice): void {
  page.font('Helvetica-Bold').fontSize(22).text('Invoice', LEFT, 56);
  page.fontSize(12).text(number(invoice), LEFT, 62, { width: RIGHT - LEFT, align: 'right' });
  page.font('Helvetica').fontSize(10);
  const { seller, buyer } = invoice;
  const from = [seller.legalName, seller.street, `${seller.postalCode} ${seller.city}`, seller.country];
  page.text([...from, seller.vatId ? `VAT ID ${seller.vatId}` : ''].join('\n'), LEFT, 110);
  page.text([buyer.name, buyer.country].join('\n'), 320, 110);
  page.text(`Order reference ${invoice.orderId}`, LEFT, 200);
  page.moveTo(LEFT, 230).lineTo(RIGHT, 230).stroke();
  invoice.lines.forEach((line, index) => row(page, invoice, line, 240 + index * 18));
  total(page, invoice, 260 + invoice.lines.length * 18);
}

function row(page: PDFKit.PDFDocument, invoice: Invoice, line: Line, y: number): void {
  page.text(line.title, LEFT, y, { width: 200 });
  page.text(String(line.quantity), 260, y, { width: 40, align: 'right' });
  page.text(amount(line.unitPriceMinor, invoice), 310, y, { width: 80, align: 'right' });
  page.text(`${line.taxBasisPoints / 100} %`, 395, y, { width: 50, align: 'right' });
  page.text(amount(net(line), invoice), 450, y, { width: 90, align: 'right' });
}

function total(page: PDFKit.PDFDocument, invoice: Invoice, y: number): void {
  const netTotal = invoice.lines.reduce((sum, line) => sum + net(line), 0);
  const lines: [string, number][] = [
    ['Net', netTotal],
    ['VAT', invoice.taxMinor],
    ['Total', netTotal + invoice.taxMinor],
  ];
  page.moveTo(LEFT, y).lineTo(RIGHT, y).stroke();
  lines.forEach(([label, value], index) => {
    page.text(label, 310, y + 10 + index * 16, { width: 80, align: 'right' });
    page.text(amount(value, invoice), 450, y + 10 + index * 16, { width: 90, align: 'right' });
  });
}

const net = (line: Line): number => line.unitPriceMinor * line.quantity;

const amount = (minor: number, invoice: Invoice): string => `${(minor / 100).toFixed(2)} ${invoice.currency}`;
