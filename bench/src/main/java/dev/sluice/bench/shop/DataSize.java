package dev.sluice.bench.shop;

/** How much demo data is read. */
public enum DataSize {
    SMALL,
    LARGE
}
