package dev.sluice.embedded.youtube;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of successful answers, one method per resource. */
final class Answers {
    private static final int MOST_IDS = 50;

    private final Catalogue catalogue;

    Answers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ObjectNode to(ApiCall call) {
        List<String> parts = call.requiredList("part");
        return switch (call.resource()) {
            case "channels" -> channels(call, parts);
            case "playlistItems" -> playlistItems(call, parts);
            case "videos" -> videos(call, parts);
            default -> throw new RefusedCall(ApiError.notFound());
        };
    }

    /** The real API leaves {@code items} out here when it knows none of the ids. */
    private ObjectNode channels(ApiCall call, List<String> parts) {
        List<Item> items = ids(call).stream()
                .map(catalogue::channel)
                .flatMap(Optional::stream)
                .map(this::item)
                .toList();
        ObjectNode body = list("youtube#channelListResponse");
        pageInfo(body, items.size(), items.isEmpty() ? 5 : items.size());
        if (!items.isEmpty()) {
            write(items, parts, body.putArray("items"));
        }
        return body;
    }

    private ObjectNode playlistItems(ApiCall call, List<String> parts) {
        String playlistId = call.required("playlistId");
        Channel channel =
                catalogue.channelOfUploads(playlistId).orElseThrow(() -> new RefusedCall(ApiError.playlistNotFound()));
        return page(playlistId, catalogue.listed(channel), Page.of(call), parts);
    }

    private ObjectNode page(String playlistId, List<Video> all, Page page, List<String> parts) {
        ObjectNode body = list("youtube#playlistItemListResponse");
        page.next(all.size()).ifPresent(token -> body.put("nextPageToken", token));
        page.previous().ifPresent(token -> body.put("prevPageToken", token));
        List<Item> items =
                page.of(all).stream().map(video -> item(playlistId, video)).toList();
        write(items, parts, body.putArray("items"));
        pageInfo(body, all.size(), page.size());
        return body;
    }

    private ObjectNode videos(ApiCall call, List<String> parts) {
        List<Item> items = ids(call).stream()
                .map(catalogue::video)
                .flatMap(Optional::stream)
                .map(this::item)
                .toList();
        ObjectNode body = list("youtube#videoListResponse");
        write(items, parts, body.putArray("items"));
        pageInfo(body, items.size(), items.size());
        return body;
    }

    private Item item(Channel channel) {
        return new ChannelItem(channel, catalogue.visible(channel), catalogue.today());
    }

    private Item item(String playlistId, Video video) {
        return new PlaylistItem(playlistId, video, catalogue.isPrivate(video));
    }

    private Item item(Video video) {
        String title = catalogue.channel(video.channelId()).map(Channel::title).orElse("");
        return new VideoItem(video, title, catalogue.today());
    }

    private static List<String> ids(ApiCall call) {
        List<String> ids = call.requiredList("id").stream().distinct().toList();
        if (ids.size() > MOST_IDS) {
            throw new RefusedCall(ApiError.invalidParameter("id"));
        }
        return ids;
    }

    /** The ETag belongs right after the kind; the server fills it in when the body is complete. */
    private static ObjectNode list(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("etag", "");
    }

    private static void pageInfo(ObjectNode body, int total, int size) {
        body.putObject("pageInfo").put("totalResults", total).put("resultsPerPage", size);
    }

    private static void write(List<Item> items, List<String> parts, ArrayNode into) {
        items.forEach(item -> write(item, parts, into.addObject()));
    }

    private static void write(Item item, List<String> parts, ObjectNode into) {
        into.put("kind", item.kind()).put("etag", "").put("id", item.id());
        parts.forEach(part -> item.write(part, into));
        into.put("etag", Etag.of(into));
    }
}
