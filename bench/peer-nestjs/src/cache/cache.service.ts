import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { settings } from '../settings';

/** Cache-aside on Redis. */
@Injectable()
export class CacheService implements OnApplicationShutdown {
  private readonly redis = new Redis({ ...settings.redis, keyPrefix: 'peer:cache:' });

  async getOrFetch<T>(key: string, ttlSeconds: number, fetch: () => Promise<T>): Promise<T> {
    if (!settings.cacheEnabled) {
      return fetch();
    }
    const cached = await this.redis.get(key);
    if (cached !== null) {
      return JSON.parse(cached) as T;
    }
    const value = await fetch();
    await this.redis.set(key, JSON.stringify(value), 'EX', ttlSeconds);
    return value;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit();
  }
}
