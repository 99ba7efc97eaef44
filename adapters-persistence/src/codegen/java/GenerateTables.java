import dev.sluice.embedded.postgres.PostgresDatabase;
import dev.sluice.embedded.postgres.PostgresServer;
import dev.sluice.migrations.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Generates the jOOQ classes from the migrations: applies them to an embedded PostgreSQL and reads its catalogue. Does
 * nothing if neither the migrations nor this program have changed since the last run.
 *
 * <p>Arguments: the folder of the migrations, this file, the folder to generate into.
 */
final class GenerateTables {

    private static final String PACKAGE = "dev.sluice.adapters.persistence.schema";

    private GenerateTables() {}

    public static void main(String[] args) throws Exception {
        Path target = Path.of(args[2]);
        Path stamp = target.resolve("generated-from.sha256");
        String checksum = checksum(Path.of(args[0]), Path.of(args[1]));
        if (Files.exists(stamp) && Files.readString(stamp).equals(checksum)) {
            return;
        }
        Files.deleteIfExists(stamp);
        generate(target);
        Files.writeString(stamp, checksum);
    }

    private static String checksum(Path migrations, Path program) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : Stream.concat(files.filter(Files::isRegularFile).sorted(), Stream.of(program))
                    .toList()) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void generate(Path target) throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            PostgresDatabase database = server.newDatabase();
            migrate(database);
            GenerationTool.generate(configuration(database, target));
        }
    }

    private static void migrate(PostgresDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        Migrations.apply(source);
    }

    private static Configuration configuration(PostgresDatabase database, Path target) {
        Jdbc jdbc = new Jdbc()
                .withUrl(database.jdbcUrl())
                .withUser(database.username())
                .withPassword(database.password());
        Generator generator = new Generator()
                .withDatabase(tables())
                .withGenerate(classes())
                .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()));
        return new Configuration().withLogging(Logging.WARN).withJdbc(jdbc).withGenerator(generator);
    }

    private static Database tables() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history|job_history_.*")
                .withForcedTypes(List.of(instants(), durations()));
    }

    private static ForcedType instants() {
        return new ForcedType().withName("INSTANT").withIncludeTypes("timestamp.*");
    }

    private static ForcedType durations() {
        return new ForcedType()
                .withUserType("java.time.Duration")
                .withConverter("org.jooq.Converter.ofNullable(org.jooq.types.YearToSecond.class,"
                        + " java.time.Duration.class, org.jooq.types.YearToSecond::toDuration,"
                        + " org.jooq.types.YearToSecond::valueOf)")
                .withIncludeTypes("interval");
    }

    private static Generate classes() {
        return new Generate()
                .withPojos(false)
                .withDaos(false)
                .withInterfaces(false)
                .withGeneratedAnnotation(false)
                .withIndexes(false)
                .withComments(false);
    }
}
