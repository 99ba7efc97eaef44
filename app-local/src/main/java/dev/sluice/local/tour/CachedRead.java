package dev.sluice.local.tour;

import dev.sluice.local.console.Spans;

/** Reads something heavy cold and cached; the answer itself proves that it came from the cache. */
final class CachedRead {
    private static final String MISS = "sluice; fwd=miss; stored";
    private static final String HIT = "sluice; hit";

    private final ShopApi api;
    private final TourSheet sheet;

    CachedRead(ShopApi api, TourSheet sheet) {
        this.api = api;
        this.sheet = sheet;
    }

    void play(String what, String path) {
        sheet.step("Read " + what + " cold and cached");
        ApiAnswer cold = read("Cold", path);
        ApiAnswer cached = read("Cached", path);
        sheet.same("The first came from the database and was stored", MISS, cold.header("Cache-Status"));
        sheet.same("The second came from the cache", HIT, cached.header("Cache-Status"));
        sheet.same("Both say the same", cold.excerpt(), cached.excerpt());
    }

    private ApiAnswer read(String label, String path) {
        ApiAnswer answer = api.get(path).expect(200);
        sheet.fact(
                label, "%10s   Cache-Status: %s".formatted(Spans.millis(answer.took()), answer.header("Cache-Status")));
        return answer;
    }
}
