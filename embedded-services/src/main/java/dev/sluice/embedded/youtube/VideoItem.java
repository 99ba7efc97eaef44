package dev.sluice.embedded.youtube;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** Writes a video as the API's {@code video} resource. */
record VideoItem(Video video, String channelTitle, LocalDate day) implements Item {

    @Override
    public String kind() {
        return "youtube#video";
    }

    @Override
    public String id() {
        return video.id();
    }

    @Override
    public void write(String part, ObjectNode item) {
        switch (part) {
            case "snippet" -> snippet(item.putObject(part));
            case "status" -> status(item.putObject(part));
            case "statistics" -> statistics(item.putObject(part));
            default -> {
                /* A part that this stand-in does not know is left out. */
            }
        }
    }

    private void snippet(ObjectNode snippet) {
        snippet.put("publishedAt", video.publishedAt().toString())
                .put("channelId", video.channelId())
                .put("title", video.title())
                .put("description", "");
        Item.thumbnails(snippet, "vi/" + video.id());
        snippet.put("channelTitle", channelTitle).put("categoryId", "26").put("liveBroadcastContent", "none");
        snippet.putObject("localized").put("title", video.title()).put("description", "");
    }

    private static void status(ObjectNode status) {
        status.put("uploadStatus", "processed")
                .put("privacyStatus", "public")
                .put("license", "youtube")
                .put("embeddable", true)
                .put("publicStatsViewable", true)
                .put("madeForKids", false);
    }

    private void statistics(ObjectNode statistics) {
        statistics
                .put("viewCount", Long.toString(video.views(day)))
                .put("likeCount", Long.toString(video.likes(day)))
                .put("favoriteCount", "0")
                .put("commentCount", Long.toString(video.comments(day)));
    }
}
