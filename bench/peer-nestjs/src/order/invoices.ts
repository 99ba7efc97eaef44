import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';

export interface Line {
  title: string;
  quantity: number;
  unitPriceMinor: number;
  taxBasisPoints: number;
}

/** What an invoice is drawn from. */
export interface Invoice {
  id: string;
  number: number;
  orderId: string;
  seller: { legalName: string; street: string; postalCode: string; city: string; country: string; vatId: string | null };
  buyer: { name: string; email: string; country: string };
  currency: string;
  lines: Line[];
  taxMinor: number;
}

/** Invoices in Sluice's tables, with as few statements as can be. */
@Injectable()
export class Invoices {
  constructor(@Inject(Pool) private readonly database: Pool) {}

  /** Starts the order and allots the seller's next number, unless an earlier attempt has done so. */
  async issue(orderId: string): Promise<Invoice> {
    const result = await this.database.query({
      name: 'issue',
      text: `with started as (
                 update orders set status = 'PROCESSING', started_at = coalesce(started_at, now()), version = version + 1
                 where id = $1
                 returning *
             ), counted as (
                 insert into invoice_counters (creator_id, last)
                 select creator_id, 1 from started
                 where not exists (select from invoices where order_id = $1)
                 on conflict (creator_id) do update set last = invoice_counters.last + 1
                 returning creator_id, last
             ), issued as (
                 insert into invoices (id, creator_id, sequence, order_id, issued_on, content)
                 select $2, creator_id, last, $1, current_date, '{}' from counted
                 returning id, sequence
             )
             select coalesce(issued.id, earlier.id) as id, coalesce(issued.sequence, earlier.sequence) as number,
                    $1 as "orderId", started.currency,
                    json_build_object('legalName', legal_name, 'street', street, 'postalCode', postal_code,
                        'city', city, 'country', country, 'vatId', vat_id) as seller,
                    json_build_object('name', buyer_name, 'email', buyer_email, 'country', buyer_country) as buyer,
                    (select json_agg(json_build_object('title', title, 'quantity', quantity,
                         'unitPriceMinor', unit_price_minor, 'taxBasisPoints', tax_basis_points) order by position)
                     from order_lines where order_id = $1) as lines,
                    (select sum(tax_minor)::bigint from order_tax_lines where order_id = $1) as "taxMinor"
             from started
             join creators on creators.id = started.creator_id
             left join issued on true
             left join invoices earlier on earlier.order_id = $1`,
      values: [orderId, uuidv7()],
    });
    if (result.rows.length === 0) {
      throw new Error('the order is not on record');
    }
    return result.rows[0] as Invoice;
  }

  /** Files the document and completes the order. */
  async complete(invoice: Invoice, pdf: Buffer): Promise<void> {
    await this.database.query({
      name: 'complete-with-invoice',
      text: `with filed as (
                 insert into invoice_documents (invoice_id, pdf) values ($2, $3) on conflict do nothing
             )
             update orders set status = 'COMPLETED', finished_at = now(), version = version + 1 where id = $1`,
      values: [invoice.orderId, invoice.id, pdf],
    });
  }

  /** Completes an order that has no invoice. */
  async completeWithout(orderId: string): Promise<void> {
    await this.database.query({
      name: 'complete',
      text: `update orders set status = 'COMPLETED', finished_at = now(), version = version + 1 where id = $1`,
      values: [orderId],
    });
  }
}
