package dev.sluice.bench.cache;

/** How much demo data is read. */
enum DataSize {
    SMALL,
    LARGE
}
