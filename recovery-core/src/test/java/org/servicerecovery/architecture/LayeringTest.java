package org.servicerecovery.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Keeps the packages in the order of {@link Layers}, and what each may take from outside. The heart must stay readable on its own
 * and its verdicts repeatable, so it sees neither frameworks nor the clock.
 */
class LayeringTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("basedir", ""), "target", "classes"));

    private static final Set<String> CLOCK_METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Thread.sleep",
            "java.util.Calendar.getInstance",
            "java.util.concurrent.TimeUnit.sleep");

    @Test
    void eachPackageUsesOnlyThoseBelowIt() {
        check(classes().should(useOnlyLayersBelowTheirOwn()));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().assignedFrom(eachPackage()).should().beFreeOfCycles());
    }

    @Test
    void theHeartNeedsNothingButJava() {
        check(classes().that().resideInAnyPackage(Layers.packagesOf(
                        "model", "spi", "playbook", "verify", "playbooks", "kernel", "diagram"))
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", Layers.ROOT + ".."));
    }

    @Test
    void springStaysInItsPackage() {
        onlyIn(new String[] {"org.springframework..", "reactor..", "org.reactivestreams..", "io.micrometer.."}, "spring");
    }

    /** And in Spring's: to let the store join Spring's transactions it adapts the one to the other. */
    @Test
    void jdbcStaysInItsPackage() {
        onlyIn(new String[] {"java.sql..", "javax.sql.."}, "jdbc", "spring");
    }

    @Test
    void whatReadsTextsStaysInItsPackage() {
        onlyIn(new String[] {"opennlp..", "org.jsoup..", "org.commonmark..", "org.snakeyaml.."}, "wording");
    }

    @Test
    void httpStaysInItsPackage() {
        onlyIn(new String[] {"java.net.http.."}, "webhook");
    }

    /** Who receives webhooks can verify them without a playbook or a desk. */
    @Test
    void theWebhookNeedsOnlyThePortsAndJson() {
        check(classes().that().resideInAnyPackage(Layers.packagesOf("webhook")).should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "com.fasterxml.jackson..", Layers.ROOT + ".model..", Layers.ROOT + ".spi..",
                Layers.ROOT + ".webhook.."));
    }

    @Test
    void onlyTheDeskAndTheAdaptersLog() {
        onlyIn(new String[] {"org.slf4j.."}, "", "jdbc", "memory", "spring", "calendar");
        onlyIn(new String[] {"java.util.logging..", "org.apache.commons.logging.."});
    }

    @Test
    void nobodyReadsTheClockOrWaits() {
        check(noClasses().should().accessTargetWhere(described("it reads the clock or waits", LayeringTest::readsTheClock)));
    }

    @Test
    void theSystemsTimeEntersWhereTheDeskIsPutTogether() {
        check(noClasses().that().resideOutsideOfPackages(Layers.packagesOf("", "spring"))
                .should().callMethod("java.time.InstantSource", "system"));
    }

    private static void onlyIn(String[] foreign, String... layers) {
        check(noClasses().that(resideOutsideOfPackages(Layers.packagesOf(layers)))
                .should().dependOnClassesThat(resideInAnyPackage(foreign)));
    }

    /** A layer that has no classes yet breaks no rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    /** To ask a clock that was handed in is fine: {@code Instant.now(clock)}. To make a Date of a number is fine, too. */
    private static boolean readsTheClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        var owner = target.getOwner().getFullName();
        var name = target.getName();
        return switch (owner) {
            case "java.util.Date" -> name.equals("<init>") && target.getRawParameterTypes().isEmpty();
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            default -> CLOCK_METHODS.contains(owner + "." + name)
                    || owner.startsWith("java.time.") && name.equals("now")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        };
    }

    private static ArchCondition<JavaClass> useOnlyLayersBelowTheirOwn() {
        return new ArchCondition<>("use only the layers below their own (see Layers)") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                var layer = Layers.layerOf(user.getPackageName()).orElse(user.getPackageName());
                if (!Layers.isInTheTable(layer)) {
                    events.add(SimpleConditionEvent.violated(user, user.getName() + " is in no layer: add its package to Layers"));
                    return;
                }
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> Layers.layerOf(use.getTargetClass().getBaseComponentType().getPackageName())
                                .filter(other -> Layers.isInTheTable(other) && !Layers.mayUse(layer, other))
                                .isPresent())
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return Layers.layerOf(type.getPackageName()).isPresent()
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> described(String text, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(text, test);
    }
}
