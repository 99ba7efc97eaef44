-- So that lists find what is rare among a million jobs for later. A job that is due when it is enqueued passes through
-- neither stage, and costs no more than before.
create index jobs_later_by_lane on jobs (queue, type, group_key) where stage = 'LATER';
create index jobs_waiting_by_lane on jobs (queue, type, group_key) where stage = 'WAITING';
