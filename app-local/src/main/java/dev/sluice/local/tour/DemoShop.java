package dev.sluice.local.tour;

/** The shop of the small demo data that the tour visits; {@code small.sql} makes it. */
public final class DemoShop {
    /** The creator's id. */
    public static final String CREATOR = "018d2f3a-2400-7a11-8a11-000000000001";

    /** The id of the creator's YouTube channel. */
    public static final String CHANNEL = "018d2f3a-2400-7c11-8c11-000000000001";

    private DemoShop() {}

    /** The path of the creator's portfolio. */
    public static String portfolio() {
        return "/v1/creators/" + CREATOR + "/portfolio";
    }

    /** The path of the channel's statistics. */
    public static String statistics() {
        return "/v1/channels/" + CHANNEL + "/statistics";
    }

    static String products() {
        return "/v1/creators/" + CREATOR + "/products";
    }
}
