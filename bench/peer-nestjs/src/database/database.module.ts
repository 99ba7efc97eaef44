import { Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { Pool, types } from 'pg';
import { settings } from '../settings';

/** Counts and amounts stay below 2^53. */
types.setTypeParser(types.builtins.INT8, Number);

@Global()
@Module({
  providers: [
    {
      provide: Pool,
      useFactory: () =>
        new Pool({
          connectionString: settings.databaseUrl,
          max: 20,
          idleTimeoutMillis: 30_000,
          connectionTimeoutMillis: 2_000,
          keepAlive: true,
          // As Sluice has its sessions: the planner and the server are the same for both.
          options: '-c jit=off -c random_page_cost=1.1 -c work_mem=16MB',
        }),
    },
  ],
  exports: [Pool],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Pool) private readonly pool: Pool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
