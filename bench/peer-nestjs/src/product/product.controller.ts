import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Product, ProductService } from './product.service';

@Controller('v1/products')
export class ProductController {
  constructor(private readonly products: ProductService) {}

  @Get(':id')
  read(@Param('id', ParseUUIDPipe) id: string): Promise<Product> {
    return this.products.find(id);
  }
}
