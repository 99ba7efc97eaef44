import { BullModule } from '@nestjs/bullmq';
import { JobsOptions } from 'bullmq';
import { settings } from '../settings';

export const ORDERS = 'orders';
export const PROCESS_SYNC = 'process-sync';

export interface OrderJob {
  orderId: string;
}

export const RETRY: JobsOptions = {
  attempts: 3,
  backoff: { type: 'fixed', delay: 5000 },
  removeOnComplete: { count: 1000 },
  removeOnFail: { count: 1000 },
};

export const orderQueue = [
  BullModule.forRoot({ connection: settings.redis, prefix: 'peer:bull' }),
  BullModule.registerQueue({ name: ORDERS }),
];
