/** What the environment says; a missing variable stops the process. */
function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

export const settings = {
  port: Number(process.env.PORT ?? 3000),
  adapter: process.env.ADAPTER === 'express' ? 'express' : 'fastify',
  databaseUrl: required('DATABASE_URL'),
  redis: { host: '127.0.0.1', port: Number(required('REDIS_PORT')) },
  smtpPort: Number(process.env.SMTP_PORT ?? 25),
  cacheEnabled: process.env.CACHE_ENABLED !== 'false',
  concurrency: Number(process.env.CONCURRENCY ?? 50),
  handler: process.env.HANDLER === 'noop' ? 'noop' : 'full',
} as const;
