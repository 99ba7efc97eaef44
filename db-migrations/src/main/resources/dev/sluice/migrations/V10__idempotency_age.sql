-- Keys are forgotten by age.
create index idempotency_records_recorded_at on idempotency_records (recorded_at);
