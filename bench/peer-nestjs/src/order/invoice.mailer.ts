import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { settings } from '../settings';
import { number } from './invoice.pdf';
import { Invoice } from './invoices';

/** Sends invoices over connections that are kept open. */
@Injectable()
export class InvoiceMailer implements OnApplicationShutdown {
  private readonly transport = createTransport({
    host: '127.0.0.1',
    port: settings.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 10,
    maxMessages: Infinity,
  });

  async send(invoice: Invoice, pdf: Buffer): Promise<void> {
    await this.transport.sendMail({
      from: 'shop@sluice.example',
      to: { name: invoice.buyer.name, address: invoice.buyer.email },
      subject: `Your invoice ${number(invoice)} from ${invoice.seller.legalName}`,
      text: `Hello ${invoice.buyer.name},\n\nthank you for your order. Your invoice is attached.\n`,
      attachments: [{ filename: `${number(invoice)}.pdf`, content: pdf, contentType: 'application/pdf' }],
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
