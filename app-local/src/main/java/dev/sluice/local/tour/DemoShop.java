package dev.sluice.local.tour;

/** The shop of the small demo data that the tour visits; {@code small.sql} makes it. */
final class DemoShop {
    static final String CREATOR = "018d2f3a-2400-7a11-8a11-000000000001";
    private static final String CHANNEL = "018d2f3a-2400-7c11-8c11-000000000001";

    private DemoShop() {}

    /** The path of the creator's portfolio. */
    static String portfolio() {
        return "/v1/creators/" + CREATOR + "/portfolio";
    }

    /** The path of the channel's statistics. */
    static String statistics() {
        return "/v1/channels/" + CHANNEL + "/statistics";
    }

    static String products() {
        return "/v1/creators/" + CREATOR + "/products";
    }
}
