import 'reflect-metadata';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CacheService } from './cache/cache.service';
import { DatabaseModule } from './database/database.module';
import { HealthController } from './health.controller';
import { OrderController } from './order/order.controller';
import { orderQueue } from './order/order.queue';
import { OrderService } from './order/order.service';
import { PortfolioController } from './portfolio/portfolio.controller';
import { PortfolioService } from './portfolio/portfolio.service';
import { ProductController } from './product/product.controller';
import { ProductService } from './product/product.service';
import { settings } from './settings';

@Module({
  imports: [DatabaseModule, ...orderQueue],
  controllers: [HealthController, OrderController, PortfolioController, ProductController],
  providers: [CacheService, OrderService, PortfolioService, ProductService],
})
class ApiModule {}

async function main(): Promise<void> {
  const adapter = settings.adapter === 'express' ? new ExpressAdapter() : new FastifyAdapter();
  const api = await NestFactory.create(ApiModule, adapter, { logger: ['error', 'warn'] });
  api.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  api.enableShutdownHooks();
  await api.listen(settings.port, '127.0.0.1');
}

void main();
