/** API and worker as processes of their own. */
@NullMarked
package dev.sluice.local.deployable;

import org.jspecify.annotations.NullMarked;
