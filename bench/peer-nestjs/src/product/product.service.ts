import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Pool } from 'pg';
import { Money, money } from '../money';

export interface Product {
  productId: string;
  creatorId: string;
  title: string;
  description: string;
  price: Money;
  stock: number | null;
  onSale: boolean;
}

interface Row {
  id: string;
  creator_id: string;
  title: string;
  description: string;
  price_minor: number;
  currency: string;
  stock: number | null;
  on_sale: boolean;
}

@Injectable()
export class ProductService {
  constructor(@Inject(Pool) private readonly database: Pool) {}

  async find(id: string): Promise<Product> {
    const [product] = await this.findAll([id]);
    if (product === undefined) {
      throw new NotFoundException('no such product');
    }
    return product;
  }

  async findAll(ids: string[]): Promise<Product[]> {
    const result = await this.database.query<Row>({
      name: 'products',
      text: `select id, creator_id, title, description, price_minor, currency, stock, on_sale
             from products where id = any($1::uuid[])`,
      values: [ids],
    });
    return result.rows.map((row) => ({
      productId: row.id,
      creatorId: row.creator_id,
      title: row.title,
      description: row.description,
      price: money(row.price_minor, row.currency),
      stock: row.stock,
      onSale: row.on_sale,
    }));
  }
}
