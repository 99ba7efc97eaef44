package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as it is committed, and whether answers are as it says. */
public final class ApiDescription {

    static final Path FILE = Path.of("..", "docs", "openapi.json");

    private static final String ID = "urn:sluice:openapi";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final Pattern TYPE = Pattern.compile("/problems/(.+)");

    /** The kinds of problem that no operation is said to have: each may have them, and no client decides by them. */
    private static final String GOES_WITHOUT_SAYING =
            "about:blank|/problems/(method-not-allowed|not-acceptable|origin-not-allowed|headers-too-large|internal-error)";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What was answered.
     *
     * @param type the media type, without parameters
     */
    private record Said(int status, String type, String body) {}

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private ApiDescription(String text) {
        document = JSON.readTree(text);
        schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(ID, text)));
    }

    static ApiDescription committed() {
        return read(FILE);
    }

    public static ApiDescription read(Path file) {
        try {
            return new ApiDescription(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Of requests that it knows no route for, only that they are refused. */
    public void check(String method, String path, int status, String contentType, String body) {
        Said answer = new Said(status, contentType.replaceFirst(";.*", ""), body);
        Optional<String> described = route(path.replaceFirst("\\?.*", ""));
        String operation = described
                .map(route -> "/paths/" + escaped(route) + "/" + method.toLowerCase(Locale.ROOT))
                .orElse("");
        if (described.isPresent() && document.at(operation).isObject()) {
            checkAgainst(operation + "/responses/", answer);
        } else {
            assertThat(answer.status())
                    .as("%s %s is not described", method, path)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    /**
     * Each example of a document that is sent or answered fits the schema beside it.
     *
     * @return the pointers of the media types that have one
     */
    List<String> checkExamples() {
        List<String> found = new ArrayList<>();
        document.at("/paths")
                .forEachEntry((route, operations) -> operations.forEachEntry((method, operation) -> {
                    String at = "/paths/" + escaped(route) + "/" + method;
                    checkExample(at + "/requestBody/content", found);
                    operation
                            .at("/responses")
                            .propertyNames()
                            .forEach(status -> checkExample(at + "/responses/" + status + "/content", found));
                }));
        return found;
    }

    private void checkExample(String content, List<String> found) {
        document.at(content).forEachEntry((type, described) -> {
            String at = content + "/" + escaped(type);
            if (described.has("example")) {
                assertThat(errors(at + "/schema", described.at("/example").toString()))
                        .as(at)
                        .isEmpty();
                found.add(at);
            }
        });
    }

    /** Of several that fit, the one with the fewest variables. */
    private Optional<String> route(String path) {
        return document.at("/paths").propertyNames().stream()
                .filter(route -> path.matches(VARIABLE.matcher(route).replaceAll("[^/]+")))
                .min(Comparator.comparingLong(
                        route -> VARIABLE.matcher(route).results().count()));
    }

    private void checkAgainst(String responses, Said answer) {
        String exact = responses + answer.status();
        if (document.at(exact).isMissingNode()) {
            assertThat(JSON.readTree(answer.body()).at("/type").asString())
                    .as("%s is not described at %s", answer.status(), responses)
                    .matches(GOES_WITHOUT_SAYING);
            checkBody("/components/responses/Problem", answer);
        } else {
            checkBody(exact, answer);
        }
    }

    private void checkBody(String response, Said answer) {
        String type = answer.type();
        JsonNode content = document.at(response + "/content");
        if (content.isEmpty() && answer.body().isEmpty()) {
            return;
        }
        assertThat(content.propertyNames()).as(response).contains(type);
        if (type.endsWith("problem+json")) {
            checkType(response + "/content/" + escaped(type) + "/examples", answer);
        }
        if (type.endsWith("json")) {
            String schema = response + "/content/" + escaped(type) + "/schema";
            assertThat(errors(schema, answer.body()))
                    .as(schema + " does not fit " + answer.body())
                    .isEmpty();
        }
    }

    private void checkType(String examples, Said answer) {
        Matcher type = TYPE.matcher(JSON.readTree(answer.body()).at("/type").asString());
        if (type.matches() && !document.at(examples).isMissingNode()) {
            assertThat(document.at(examples).propertyNames()).as(examples).contains(type.group(1));
        }
    }

    private List<Error> errors(String schema, String body) {
        return schemas.getSchema(SchemaLocation.of(ID + "#" + schema)).validate(body, InputFormat.JSON);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
