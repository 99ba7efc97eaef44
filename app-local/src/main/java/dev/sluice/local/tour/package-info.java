/** The tour: the main job shown on the running system, each step checking what it shows. */
@NullMarked
package dev.sluice.local.tour;

import org.jspecify.annotations.NullMarked;
