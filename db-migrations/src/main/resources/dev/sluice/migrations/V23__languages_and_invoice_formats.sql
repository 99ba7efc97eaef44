-- What a buyer is written to in, a primary tag of BCP 47. The default is a constant, so that the table is not rewritten; it
-- stays, as releases that know of no languages go on placing orders. The check is not held against the rows of before, which
-- all have the default: reading them would keep the table locked.

-- Whoever cannot have the table soon gives up and migrates again: all others would wait behind it.
set local lock_timeout = '2s';
alter table orders add column buyer_language text not null default 'en';
alter table orders add constraint orders_buyer_language check (buyer_language in ('en', 'de', 'fr')) not valid;

-- What a seller's invoices are; a table of few rows.

alter table creators add column invoice_format text not null default 'PDF' check (invoice_format in ('PDF', 'FACTUR_X'));
