/** What the files of the folder {@code deploy} promise, against what the deployables do. */
@NullMarked
package dev.sluice.local.deployment;

import org.jspecify.annotations.NullMarked;
