import { Body, Controller, Post } from '@nestjs/common';
import { OrderService } from './order.service';
import { PlaceOrderDto } from './place-order.dto';

@Controller('v1/orders')
export class OrderController {
  constructor(private readonly orders: OrderService) {}

  @Post()
  place(@Body() order: PlaceOrderDto): Promise<{ status: string; orderId: string }> {
    return this.orders.place(order);
  }
}
