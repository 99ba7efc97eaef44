-- The statements that enqueue jobs append to the counts themselves: the trigger took longer than the insertion. Whoever
-- inserts into the table by hand has to do the same.
drop trigger append_counts_of_inserted on jobs;
