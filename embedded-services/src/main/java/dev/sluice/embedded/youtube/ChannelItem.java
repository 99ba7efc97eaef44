package dev.sluice.embedded.youtube;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Writes a channel as the API's {@code channel} resource. */
record ChannelItem(Channel channel, List<Video> visible, LocalDate day) implements Item {

    @Override
    public String kind() {
        return "youtube#channel";
    }

    @Override
    public String id() {
        return channel.id();
    }

    @Override
    public void write(String part, ObjectNode item) {
        switch (part) {
            case "snippet" -> snippet(item.putObject(part));
            case "contentDetails" -> contentDetails(item.putObject(part));
            case "statistics" -> statistics(item.putObject(part));
            default -> {
                /* A part that this stand-in does not know is left out. */
            }
        }
    }

    private void snippet(ObjectNode snippet) {
        snippet.put("title", channel.title())
                .put("description", "Videos from the " + channel.title())
                .put("customUrl", "@" + channel.id().toLowerCase(Locale.ROOT))
                .put("publishedAt", channel.publishedAt().toString());
        Item.thumbnails(snippet, "channel/" + channel.id());
        snippet.putObject("localized")
                .put("title", channel.title())
                .put("description", "Videos from the " + channel.title());
        snippet.put("country", "DE");
    }

    private void contentDetails(ObjectNode details) {
        details.putObject("relatedPlaylists").put("likes", "").put("uploads", channel.uploads());
    }

    private void statistics(ObjectNode statistics) {
        long views = visible.stream().mapToLong(video -> video.views(day)).sum();
        statistics
                .put("viewCount", Long.toString(views))
                .put("subscriberCount", Long.toString(channel.subscribers(day)))
                .put("hiddenSubscriberCount", false)
                .put("videoCount", Integer.toString(visible.size()));
    }
}
