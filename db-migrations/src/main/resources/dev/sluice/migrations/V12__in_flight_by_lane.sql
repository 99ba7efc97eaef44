-- Sorted by lane, so that statements can ask for its order: to find whether a queue has any job under way, the planner
-- would otherwise read the table from its begin on, through all that is dead there.
drop index jobs_in_flight;
create index jobs_in_flight on jobs (queue, type, group_key) where stage = 'IN_FLIGHT';
