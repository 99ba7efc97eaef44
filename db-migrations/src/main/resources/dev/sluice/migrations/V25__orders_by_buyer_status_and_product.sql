-- Outside a transaction (see the .conf beside this file), so that orders are placed while the indexes are built. What a
-- build that broke off has left is dropped first: after a repair this runs again.

-- A buyer is known by the address, however it was capitalised.
drop index concurrently if exists orders_of_buyer;
create index concurrently orders_of_buyer on orders (lower(buyer_email), id);

-- The key of an erased order's request.
drop index concurrently if exists idempotency_records_result;
create index concurrently idempotency_records_result on idempotency_records (result);

-- A seller's orders with one status, newest first. It serves the portfolio's sales figures as the one before did.
drop index concurrently if exists orders_of_creator_by_status;
create index concurrently orders_of_creator_by_status on orders (creator_id, status, id) include (placed_at);
drop index concurrently if exists orders_of_creator;

-- The orders of a product, newest first.
drop index concurrently if exists order_lines_of_product;
create index concurrently order_lines_of_product on order_lines (product_id, order_id);

-- An index on an expression is planned with blindly until its table was looked at.
analyze orders;
