package dev.sluice.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final JavaClasses SLUICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("/adapters/persistence/schema/"))
            .importPackages("dev.sluice");

    static List<Rule> rules() {
        return ArchitectureRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.rule().check(SLUICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(Rule rule) {
        JavaClasses violation = new ClassFileImporter().importClasses(rule.violation());

        assertThatThrownBy(() -> rule.rule().check(violation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.violation().getFirst().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesOnlyPackagesThatHoldAClass(Rule rule) {
        assertThat(rule.packages())
                .allSatisfy(name -> assertThat(SLUICE)
                        .anyMatch(type -> type.getPackageName().equals(name)
                                || type.getPackageName().startsWith(name + ".")));
    }
}
