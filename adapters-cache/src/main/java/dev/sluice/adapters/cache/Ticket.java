package dev.sluice.adapters.cache;

/**
 * What a fetch begins with.
 *
 * @param token without which its value is refused; an invalidation takes it away
 * @param owner names this fetch as the holder of the lease
 * @param granted whether it has the lease; otherwise another fetch has it
 * @param stamp what the value is to carry
 * @param occupied whether Redis had something under the key when the fetch began: another may have brought it just before
 */
record Ticket(String token, String owner, boolean granted, String stamp, boolean occupied) {}
