/** Every error answer: RFC 9457 problems for what the API, Spring and Tomcat refuse. */
@NullMarked
package dev.sluice.adapters.web.problem;

import org.jspecify.annotations.NullMarked;
