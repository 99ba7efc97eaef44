package dev.sluice.adapters.mail.violation;

import redis.clients.jedis.RedisClient;

/** Breaks the rule that Jedis stays in its adapter. */
public record MailWithRedis(RedisClient redis) {}
