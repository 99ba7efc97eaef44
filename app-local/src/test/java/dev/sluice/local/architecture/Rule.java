package dev.sluice.local.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the architecture.
 *
 * @param rule the rule, with its reason
 * @param packages the packages that it names: a rule about a package without a class checks nothing
 * @param violation classes that break it, which prove that it can fail
 */
record Rule(ArchRule rule, List<String> packages, List<Class<?>> violation) {

    static Rule of(ArchRule rule, List<String> packages, Class<?>... violation) {
        return new Rule(rule, packages, List.of(violation));
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
