/** The routes of orders, their invoices and their buyers. */
@NullMarked
package dev.sluice.adapters.web.order;

import org.jspecify.annotations.NullMarked;
