import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Job } from 'bullmq';
import { settings } from '../settings';
import { draw } from './invoice.pdf';
import { InvoiceMailer } from './invoice.mailer';
import { Invoices } from './invoices';
import { ORDERS, OrderJob } from './order.queue';

const OPTIONS = { concurrency: settings.concurrency };

/** Invoices an order, files the PDF and sends it. */
@Processor(ORDERS, OPTIONS)
export class FullProcessor extends WorkerHost {
  constructor(
    private readonly invoices: Invoices,
    private readonly mailer: InvoiceMailer,
  ) {
    super();
  }

  async process(job: Job<OrderJob>): Promise<void> {
    const invoice = await this.invoices.issue(job.data.orderId);
    const pdf = await draw(invoice);
    await this.mailer.send(invoice, pdf);
    await this.invoices.complete(invoice, pdf);
  }
}

/** Does nothing but complete the order, which Sluice does as it settles the job. */
@Processor(ORDERS, OPTIONS)
export class NoopProcessor extends WorkerHost {
  constructor(private readonly invoices: Invoices) {
    super();
  }

  async process(job: Job<OrderJob>): Promise<void> {
    await this.invoices.completeWithout(job.data.orderId);
  }
}
