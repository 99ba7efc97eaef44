// One round of the peer: BullMQ on Redis, beside a table in PostgreSQL. Prints a line as each measured part begins and
// ends, the rate with the end: {"begins":"drain"}, {"ends":"drain","rate":4000}.
// Usage: node peer.mjs '{"redisPort":…,"postgres":"postgres://…","jobs":…,"warmUp":…,"concurrency":…,"clients":…,"pool":…}'
import { performance } from 'node:perf_hooks';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const round = JSON.parse(process.argv[2]);
const redis = { host: '127.0.0.1', port: round.redisPort };
const options = {
  attempts: 3,
  backoff: { type: 'fixed', delay: 5000 },
  removeOnComplete: { count: 1000 },
  removeOnFail: { count: 1000 },
};
const database = new pg.Pool({ connectionString: round.postgres, max: round.pool });
const connection = () => new Redis({ ...redis, maxRetriesPerRequest: null });

/** Clients that each enqueue one job after the other: the row first, then the job. */
async function enqueue(queue, first, count) {
  let next = first;
  const client = async () => {
    while (next < first + count) {
      const id = next++;
      await database.query({
        name: 'insert',
        text: "insert into bench_orders (id, status) values ($1, 'QUEUED')",
        values: [id],
      });
      await queue.add('noop', { order: id }, options);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: round.clients }, client));
  return (count * 1000) / (performance.now() - start);
}

/** Works the queue off: the rate from the first start to the last finish. */
async function drain(name, count) {
  let start;
  let completed = 0;
  const worker = new Worker(
    name,
    async (job) => {
      start ??= performance.now();
      await database.query({
        name: 'update',
        text: "update bench_orders set status = 'DONE' where id = $1",
        values: [job.data.order],
      });
    },
    { connection: connection(), concurrency: round.concurrency, autorun: false },
  );
  const done = new Promise((resolve, reject) => {
    worker.on('completed', () => {
      if (++completed === count) {
        resolve(performance.now());
      }
    });
    worker.on('failed', (job, failure) => reject(failure));
    worker.on('error', reject);
  });
  worker.run().catch(() => {});
  const end = await done;
  await worker.close();
  return (count * 1000) / (end - start);
}

const queues = ['warm-up', 'bench'].map((name) => new Queue(name, { connection: connection() }));
const measured = async (part, work) => {
  console.log(JSON.stringify({ begins: part }));
  console.log(JSON.stringify({ ends: part, rate: await work() }));
};
await enqueue(queues[0], 0, round.warmUp);
await drain('warm-up', round.warmUp);
await measured('enqueue', () => enqueue(queues[1], round.warmUp, round.jobs));
await measured('drain.noop', () => drain('bench', round.jobs));
// Lives on for a moment, so that what it has cost can be read.
setTimeout(() => process.exit(0), 500);
