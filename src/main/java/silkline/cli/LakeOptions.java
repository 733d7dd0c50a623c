package silkline.cli;

import picocli.CommandLine.Option;

/** Options that all jobs share. */
final class LakeOptions {
    @Option(
            names = "--datasets",
            paramLabel = "DIR|URI",
            defaultValue = "datasets",
            description = "Folder of datasets (${DEFAULT-VALUE}).")
    String datasets;

    @Option(
            names = "--lake",
            paramLabel = "DIR|URI",
            defaultValue = "lake",
            description = "Folder of Delta tables (${DEFAULT-VALUE}).")
    String lake;

    @Option(
            names = "--out",
            paramLabel = "DIR|URI",
            defaultValue = "reports",
            description = "Folder of reports (${DEFAULT-VALUE}).")
    String out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            defaultValue = "",
            description = "Use only what was published by this day, e.g. 2026-04-08 (default: everything).")
    String asOf;

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            defaultValue = "",
            description = "Name of the run, another each time (default: the time and four digits).")
    String runId;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Ingest or forecast only datasets whose id matches (${DEFAULT-VALUE}).")
    String only;

    @Option(names = "--dry-run", description = "Compute and count, write nothing.")
    boolean isDryRun;

    @Option(names = "--config", paramLabel = "FILE", description = "File of settings, a line each: lake=/data/lake.")
    String config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean isHelp;
}
