/** The demo data that benchmarks read, in a database of their own. */
@NullMarked
package dev.sluice.bench.shop;

import org.jspecify.annotations.NullMarked;
