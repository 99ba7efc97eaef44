package dev.sluice.domain.link;

import java.util.List;

/** The keys of all API processes together. Safe for use by many threads; joins the caller's transaction. */
public interface SigningKeys {

    /** How many are kept: one to sign with, and the one before, with which links that still work were signed. */
    int KEPT = 2;

    /** The keys that are kept, newest first; none before the first is added. */
    List<SigningKey> newest();

    /** Adds a key, unless another process has added one of this generation, and deletes those that are not kept any more. */
    void add(SigningKey key);
}
