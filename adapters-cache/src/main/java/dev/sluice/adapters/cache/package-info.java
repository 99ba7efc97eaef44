/** The read cache on Redis through Jedis, which nobody has to wait for when Redis fails. */
@NullMarked
package dev.sluice.adapters.cache;

import org.jspecify.annotations.NullMarked;
