/** What every embedded service needs: a loopback port, a child process, a temporary folder, an orderly end. */
@NullMarked
package dev.sluice.embedded.process;

import org.jspecify.annotations.NullMarked;
