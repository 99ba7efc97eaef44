/** The routes of orders and their invoices. */
@NullMarked
package dev.sluice.adapters.web.order;

import org.jspecify.annotations.NullMarked;
