-- Whether a line's units were taken from a limited stock. Older lines did not say: a product that has a limit now most
-- likely had one then.

alter table order_lines add column reserved boolean not null default false;
update order_lines
set reserved = true
from products
where products.id = order_lines.product_id and products.stock is not null;
