package dev.sluice.embedded.youtube;

import tools.jackson.databind.node.ObjectNode;

/** One resource in the {@code items} of an answer, written part by part as the call asks. */
sealed interface Item permits ChannelItem, PlaylistItem, VideoItem {
    /** The resource's type as the API names it. */
    String kind();

    /** The resource's id. */
    String id();

    /** Adds the part to the resource; a part that this stand-in does not know is left out. */
    void write(String part, ObjectNode item);

    /** Adds the thumbnails that channels and videos have. */
    static void thumbnails(ObjectNode snippet, String path) {
        ObjectNode thumbnails = snippet.putObject("thumbnails");
        thumbnail(thumbnails, path, "default", 120, 90);
        thumbnail(thumbnails, path, "medium", 320, 180);
        thumbnail(thumbnails, path, "high", 480, 360);
    }

    private static void thumbnail(ObjectNode thumbnails, String path, String size, int width, int height) {
        thumbnails
                .putObject(size)
                .put("url", "https://i.ytimg.com/" + path + "/" + size + ".jpg")
                .put("width", width)
                .put("height", height);
    }
}
