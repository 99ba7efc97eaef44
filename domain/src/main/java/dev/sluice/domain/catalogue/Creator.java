package dev.sluice.domain.catalogue;

/**
 * A creator who runs a shop.
 *
 * @param version grows by one with every change
 */
public record Creator(CreatorId id, CreatorDetails details, long version) {

    public static Creator opened(CreatorId id, CreatorDetails details) {
        return new Creator(id, details, 1);
    }

    public Creator revised(CreatorDetails revision) {
        return new Creator(id, revision, version + 1);
    }
}
