package dev.sluice.adapters.youtube;

import java.util.Objects;

/** An entry of a playlist as the API answers it. */
record PlaylistItemAnswer(ContentDetails contentDetails) {

    PlaylistItemAnswer {
        Objects.requireNonNull(contentDetails, "an entry without details");
    }

    record ContentDetails(String videoId) {

        ContentDetails {
            Objects.requireNonNull(videoId, "an entry without video");
        }
    }
}
