package dev.sluice.domain.violation.second;

import dev.sluice.domain.violation.first.First;
import java.util.List;

/** The other half of a cycle. */
public record Second(List<First> first) {}
