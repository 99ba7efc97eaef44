package dev.sluice.embedded.youtube;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Writes an entry of an uploads playlist as the API lists it. */
record PlaylistItem(String playlistId, Video video, boolean hidden) implements Item {

    @Override
    public String kind() {
        return "youtube#playlistItem";
    }

    @Override
    public String id() {
        byte[] content = (playlistId + "." + video.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    @Override
    public void write(String part, ObjectNode item) {
        if (part.equals("contentDetails")) {
            contentDetails(item.putObject(part));
        }
    }

    /** A private video stays listed, without its date. */
    private void contentDetails(ObjectNode details) {
        details.put("videoId", video.id());
        if (!hidden) {
            details.put("videoPublishedAt", video.publishedAt().toString());
        }
    }
}
