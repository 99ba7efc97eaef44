-- What a handler tells about its job: how far it is, and its latest lines.

alter table jobs
    add column progress jsonb,
    add column log      jsonb not null default '[]';
alter table job_history
    add column progress jsonb,
    add column log      jsonb not null default '[]';
