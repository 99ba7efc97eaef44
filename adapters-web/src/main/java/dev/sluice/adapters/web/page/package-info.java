/** Lists in pages: the parameters that ask for a page and the document that answers. */
@NullMarked
package dev.sluice.adapters.web.page;

import org.jspecify.annotations.NullMarked;
