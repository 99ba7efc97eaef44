package dev.sluice.embedded.youtube;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A slice of a list, named by a token that callers cannot guess but hand back. */
record Page(int offset, int size) {
    private static final String MARK = "page:";

    static Page of(ApiCall call) {
        int size = call.number("maxResults", 5, 0, 50);
        return new Page(call.optional("pageToken").map(Page::offsetOf).orElse(0), size);
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(size).toList();
    }

    Optional<String> next(int total) {
        return size > 0 && offset + size < total ? Optional.of(token(offset + size)) : Optional.empty();
    }

    Optional<String> previous() {
        return offset > 0 ? Optional.of(token(Math.max(0, offset - size))) : Optional.empty();
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offsetOf(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(text.replaceFirst("^" + MARK, ""));
        } catch (IllegalArgumentException e) {
            throw new RefusedCall(ApiError.invalidPageToken());
        }
    }
}
