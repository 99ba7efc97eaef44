package dev.sluice.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a migration must not do while the release before it is at work. */
class MigrationRulesTest {

    private static final String FOLDER = "classpath:dev/sluice/migrations/";
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern NEW_TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern INDEX =
            Pattern.compile("create (?:unique )?index (concurrently )?(?:if not exists )?\\w* ?on (?:only )?(\\w+)");

    /** A check is held against the rows of before without keeping anybody from them. */
    private static final Pattern CHANGE = Pattern.compile("alter table (?:only )?(\\w+) (?!validate )");

    /** Those before it may have been run. */
    private static final int FIRST = 25;

    /** An index that is built otherwise keeps all who write to its table waiting until it is complete. */
    @Test
    void anIndexOnATableThatIsThereIsBuiltBesideItsWriters() throws IOException {
        for (Resource migration : migrations()) {
            String sql = text(migration);

            assertThat(blocking(sql)).as(migration.getFilename()).isEmpty();
            if (sql.contains("concurrently")) {
                assertThat(text(migration.createRelative(migration.getFilename() + ".conf")))
                        .contains("executeintransaction=false");
            }
        }
    }

    /** While it waits for its lock, all who come later wait behind it. */
    @Test
    void aChangeOfATableThatIsThereGivesUpSoon() throws IOException {
        for (Resource migration : migrations()) {
            String sql = text(migration);

            if (changes(sql)) {
                assertThat(sql).as(migration.getFilename()).contains("set local lock_timeout = ");
            }
        }
    }

    @Test
    void aChangeIsToldFromWhatKeepsNobodyWaiting() {
        assertThat(changes("alter table orders add column note text;")).isTrue();
        assertThat(changes("create table days (day date); alter table days add column note text;"))
                .isFalse();
        assertThat(changes("alter table orders validate constraint orders_status_check;"))
                .isFalse();
    }

    private static boolean changes(String sql) {
        Set<String> fresh = fresh(sql);
        return CHANGE.matcher(sql).results().anyMatch(change -> !fresh.contains(change.group(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index orders_of_day on orders (placed_at);",
                "create unique index on orders (placed_at);",
                "CREATE INDEX IF NOT EXISTS orders_of_day\n    ON orders (placed_at);",
                "create table days (day date); create index orders_of_day on orders (placed_at);"
            })
    void anIndexThatKeepsWritersWaitingIsSeen(String sql) {
        assertThat(blocking(plain(sql))).containsExactly("orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently orders_of_day on orders (placed_at);",
                "create table orders (placed_at date); create index orders_of_day on orders (placed_at);",
                "-- create index orders_of_day on orders (placed_at);"
            })
    void anyOtherIsLetThrough(String sql) {
        assertThat(blocking(plain(sql))).isEmpty();
    }

    private static List<String> blocking(String sql) {
        Set<String> fresh = fresh(sql);
        return INDEX.matcher(sql)
                .results()
                .filter(index -> index.group(1) == null)
                .map((MatchResult index) -> index.group(2))
                .filter(table -> !fresh.contains(table))
                .toList();
    }

    private static Set<String> fresh(String sql) {
        return NEW_TABLE.matcher(sql).results().map(table -> table.group(1)).collect(Collectors.toSet());
    }

    private static List<Resource> migrations() throws IOException {
        List<Resource> migrations = Stream.of(new PathMatchingResourcePatternResolver().getResources(FOLDER + "V*.sql"))
                .filter(migration -> version(migration) >= FIRST)
                .toList();
        assertThat(migrations).isNotEmpty();
        return migrations;
    }

    private static int version(Resource migration) {
        return VERSION.matcher(String.valueOf(migration.getFilename()))
                .results()
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .findAny()
                .orElseThrow();
    }

    private static String text(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return plain(new String(content.readAllBytes(), UTF_8));
        }
    }

    /** Without comments, in small letters and with single spaces. */
    private static String plain(String sql) {
        return sql.replaceAll("--.*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
