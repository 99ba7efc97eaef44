/** The read cache and the count of requests on Redis through Jedis, which nobody has to wait for when Redis fails. */
@NullMarked
package dev.sluice.adapters.cache;

import org.jspecify.annotations.NullMarked;
