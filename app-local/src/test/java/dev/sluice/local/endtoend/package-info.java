/** Sluice as its users meet it: API and worker as processes of their own, on the embedded services. */
@NullMarked
package dev.sluice.local.endtoend;

import org.jspecify.annotations.NullMarked;
