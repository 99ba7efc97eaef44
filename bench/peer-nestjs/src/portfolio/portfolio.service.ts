import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Pool } from 'pg';
import { CacheService } from '../cache/cache.service';
import { Money, money } from '../money';

const TTL_SECONDS = 60;
const TOP = 5;

interface ProductSales {
  productId: string;
  title: string;
  price: Money;
  units: number;
  revenue: Money;
}

export interface Portfolio {
  creatorId: string;
  name: string;
  bio: string;
  products: ProductSales[];
  revenueByMonth: { month: string; revenue: Money }[];
  topProducts: ProductSales[];
  channel: { subscribers: number; views: number; videos: number } | null;
  asOf: Date;
}

interface Sum {
  product_id: string | null;
  month: string | null;
  units: number;
  revenue: number;
}

interface Item {
  id: string;
  title: string;
  price_minor: number;
  currency: string;
  on_sale: boolean;
}

/** The statements are Sluice's own, so that both ask the database for the same work. */
@Injectable()
export class PortfolioService {
  constructor(
    @Inject(Pool) private readonly database: Pool,
    private readonly cache: CacheService,
  ) {}

  find(creatorId: string): Promise<Portfolio> {
    return this.cache.getOrFetch(`portfolio:${creatorId}`, TTL_SECONDS, () => this.load(creatorId));
  }

  private async load(creatorId: string): Promise<Portfolio> {
    const creators = await this.database.query({
      name: 'creator',
      text: 'select name, bio, currency, now() as as_of from creators where id = $1',
      values: [creatorId],
    });
    const creator = creators.rows[0];
    if (creator === undefined) {
      throw new NotFoundException('no such creator');
    }
    const [sums, items, channel] = await Promise.all([
      this.sums(creatorId),
      this.items(creatorId),
      this.channel(creatorId),
    ]);
    const byProduct = new Map(sums.filter((sum) => sum.product_id !== null).map((sum) => [sum.product_id, sum]));
    const sales = (item: Item): ProductSales => ({
      productId: item.id,
      title: item.title,
      price: money(item.price_minor, item.currency),
      units: byProduct.get(item.id)?.units ?? 0,
      revenue: money(byProduct.get(item.id)?.revenue ?? 0, creator.currency),
    });
    return {
      creatorId,
      name: creator.name,
      bio: creator.bio,
      products: items
        .filter((item) => item.on_sale)
        .map(sales)
        .sort((one, other) => other.units - one.units),
      revenueByMonth: sums
        .filter((sum) => sum.month !== null)
        .map((sum) => ({ month: sum.month as string, revenue: money(sum.revenue, creator.currency) }))
        .sort((one, other) => one.month.localeCompare(other.month)),
      topProducts: items
        .filter((item) => byProduct.has(item.id))
        .map(sales)
        .sort((one, other) => other.revenue.amountMinor - one.revenue.amountMinor)
        .slice(0, TOP),
      channel,
      asOf: creator.as_of,
    };
  }

  private async sums(creatorId: string): Promise<Sum[]> {
    const result = await this.database.query<Sum>({
      name: 'sales',
      text: `select order_lines.product_id,
                    to_char(date_trunc('month', orders.placed_at at time zone 'UTC')::date, 'YYYY-MM') as month,
                    sum(order_lines.quantity) as units,
                    sum(order_lines.unit_price_minor * order_lines.quantity)::bigint as revenue
             from orders join order_lines on order_lines.order_id = orders.id
             where orders.creator_id = $1 and orders.status = 'COMPLETED'
             group by grouping sets (
                 order_lines.product_id, date_trunc('month', orders.placed_at at time zone 'UTC')::date)`,
      values: [creatorId],
    });
    return result.rows;
  }

  private async items(creatorId: string): Promise<Item[]> {
    const result = await this.database.query<Item>({
      name: 'items',
      text: 'select id, title, price_minor, currency, on_sale from products where creator_id = $1 order by id desc',
      values: [creatorId],
    });
    return result.rows;
  }

  private async channel(creatorId: string): Promise<Portfolio['channel']> {
    const result = await this.database.query({
      name: 'channel',
      text: 'select subscribers, views, videos from channels where creator_id = $1',
      values: [creatorId],
    });
    return result.rows[0] ?? null;
  }
}
