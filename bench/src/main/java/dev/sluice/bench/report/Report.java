package dev.sluice.bench.report;

/** What comes of a benchmark: the table for a person, the file for programs. */
public record Report(FigureTable table, ResultsFile file) {

    /** Writes the file and prints the table. */
    public void publish(Progress progress) {
        file.write(table.figures(), table.machine());
        progress.line("");
        table.lines().forEach(progress::line);
        progress.line("");
        progress.line("Written to " + file.path());
    }
}
