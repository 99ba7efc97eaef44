-- How many attempts have begun, as the workers tell every few seconds: a queue whose count stands still may be stuck.

create table queue_progress (
    queue text   primary key,
    begun bigint not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 100);
