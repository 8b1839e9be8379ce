package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.NullMarked;

/** Which package may use which. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The client of Kubernetes has an API that changes; one package answers for it. */
    @ArchTest
    ArchRule onlyTheKubernetesTargetUsesItsClient = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.target.kubernetes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..");

    private static final String[] FEATURES = {
        "..release..",
        "..execution..",
        "..checkpoint..",
        "..catalog..",
        "..demo..",
        "..editor..",
        "..api..",
        "..template..",
        "..trail..",
        "..engine..",
        "..tasktype..",
        "..trigger..",
        "..webhook..",
        "..target.."
    };

    private static final DescribedPredicate<JavaClass> ONE_TASK_TYPE_OR_TARGET =
            DescribedPredicate.describe("belong to one task type or target", type -> type.getPackageName()
                    .matches("dev\\.slipway\\.(tasktype|target)\\..+"));

    @ArchTest
    ArchRule packagesFormNoCycles =
            slices().matching("dev.slipway.(*)..").should().beFreeOfCycles();

    @ArchTest
    ArchRule whatAllPagesShareKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("dev.slipway.web..", "dev.slipway.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    ArchRule featuresNeverUseTheEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.slipway.release..",
                    "dev.slipway.execution..",
                    "dev.slipway.checkpoint..",
                    "dev.slipway.trigger..",
                    "dev.slipway.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.engine..");

    /** Whoever wants to know what happens observes it; a release does not know who is told. */
    @ArchTest
    ArchRule onlyTheEngineUsesWebhooks = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slipway.webhook..", "dev.slipway.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.webhook..");

    /** One place decides how secrets are kept. */
    @ArchTest
    ArchRule onlyTheVaultEncrypts = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.vault..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.crypto\\.(Cipher.*|SealedObject|NullCipher|.*CipherSpi)");

    @ArchTest
    ArchRule nobodyUsesTheEditor = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.editor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.editor..");

    @ArchTest
    ArchRule nobodyUsesTheApi = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.api..");

    /** It runs on other machines, where nothing of the server is. */
    @ArchTest
    ArchRule theCommandLineStandsAlone = classes()
            .that()
            .resideInAPackage("dev.slipway.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.slipway.cli..",
                    "picocli..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java..",
                    "javax.net..");

    @ArchTest
    ArchRule nobodyUsesTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.cli..");

    @ArchTest
    ArchRule theApiKnowsNoSessionsAndNoPages = noClasses()
            .that()
            .resideInAPackage("dev.slipway.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slipway.identity..", "dev.slipway.engine..", "io.quarkus.qute..");

    @ArchTest
    ArchRule onlyProgramsAndTheirAccountsHaveTokens = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slipway.api..", "dev.slipway.account..", "dev.slipway.token..", "dev.slipway")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.token..");

    @ArchTest
    ArchRule onlyTheirOwnPackageKnowsATaskTypeOrTarget = noClasses()
            .that(DescribedPredicate.not(ONE_TASK_TYPE_OR_TARGET))
            .should()
            .dependOnClassesThat(ONE_TASK_TYPE_OR_TARGET);

    @ArchTest
    ArchRule taskTypesKnowNoOtherTaskType =
            slices().matching("dev.slipway.tasktype.(*)..").should().notDependOnEachOther();

    @ArchTest
    ArchRule theEngineKnowsNoHttpAndNoPages = noClasses()
            .that()
            .resideInAnyPackage("dev.slipway.engine..", "dev.slipway.tasktype..", "dev.slipway.target..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "org.jboss.resteasy..");

    /** Qute 3.30 makes broken classes of larger ones; a feature with many texts has a bundle of its own. */
    @ArchTest
    ArchRule noMessageBundleHasMoreThanQuteCanTake =
            classes().that().areAnnotatedWith(MessageBundle.class).should(HaveAtMost300Texts.INSTANCE);

    @ArchTest
    ArchRule everyPackageSaysWhatMayBeNull = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .and(DescribedPredicate.not(isGenerated()))
            .should(BeInANullMarkedPackage.INSTANCE);

    private static DescribedPredicate<JavaClass> isGenerated() {
        return DescribedPredicate.describe(
                "are generated",
                type -> type.getSource().flatMap(source -> source.getFileName()).isEmpty());
    }

    private static final class BeInANullMarkedPackage extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        static final BeInANullMarkedPackage INSTANCE = new BeInANullMarkedPackage();

        private BeInANullMarkedPackage() {
            super("be in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                        type, type.getPackageName() + " is not @NullMarked"));
            }
        }
    }

    private static final class HaveAtMost300Texts extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        static final HaveAtMost300Texts INSTANCE = new HaveAtMost300Texts();

        private HaveAtMost300Texts() {
            super("have at most 300 texts");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            if (type.getMethods().size() > 300) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                        type,
                        "%s has %d texts"
                                .formatted(type.getName(), type.getMethods().size())));
            }
        }
    }
}
