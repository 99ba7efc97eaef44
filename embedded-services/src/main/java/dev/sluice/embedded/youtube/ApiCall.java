package dev.sluice.embedded.youtube;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One call of the API: the resource it names and its query parameters. */
record ApiCall(String resource, Map<String, String> parameters) {
    private static final String ROOT = "/youtube/v3/";

    static ApiCall of(URI uri) {
        String path = uri.getPath();
        String resource = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
        return new ApiCall(
                resource, parse(Optional.ofNullable(uri.getRawQuery()).orElse("")));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> new RefusedCall(ApiError.missingParameter(name)));
    }

    List<String> requiredList(String name) {
        return List.of(required(name).split(",", -1));
    }

    int number(String name, int fallback, int least, int most) {
        return optional(name)
                .map(text -> parsed(text).stream()
                        .filter(number -> number >= least && number <= most)
                        .findFirst()
                        .orElseThrow(() -> new RefusedCall(ApiError.invalidParameter(name))))
                .orElse(fallback);
    }

    private static OptionalInt parsed(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** A repeated parameter joins its values, as the API reads repeated lists. */
    private static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parameters.merge(decode(pair[0]), decode(pair[1]), (a, b) -> a + "," + b));
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
