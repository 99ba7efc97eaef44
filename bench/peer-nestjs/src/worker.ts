import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from './database/database.module';
import { InvoiceMailer } from './order/invoice.mailer';
import { Invoices } from './order/invoices';
import { FullProcessor, NoopProcessor } from './order/order.processors';
import { orderQueue } from './order/order.queue';
import { settings } from './settings';

const processor = settings.handler === 'noop' ? NoopProcessor : FullProcessor;

@Module({
  imports: [DatabaseModule, ...orderQueue],
  providers: [processor, Invoices, InvoiceMailer],
})
class WorkerModule {}

async function main(): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error', 'warn'] });
  context.enableShutdownHooks();
  await context.get<FullProcessor | NoopProcessor>(processor).worker.waitUntilReady();
  console.log('ready');
}

void main();
