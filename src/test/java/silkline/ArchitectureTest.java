package silkline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Who may know whom, and who may do what. */
@AnalyzeClasses(packages = "silkline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "silkline.series..",
        "silkline.growth..",
        "silkline.revision..",
        "silkline.share..",
        "silkline.complexity..",
        "silkline.mirror..",
        "silkline.gravity..",
        "silkline.forecast..",
        "silkline.claim..",
        "silkline.quality..",
        "silkline.explain.."
    };

    /** What makes Spark work through data, by name; the classes are Spark's data sets, writers and sessions. */
    private static final Set<String> ACTIONS = Set.of(
            "cache",
            "checkpoint",
            "collect",
            "collectAsList",
            "count",
            "first",
            "foreach",
            "foreachPartition",
            "head",
            "isEmpty",
            "localCheckpoint",
            "persist",
            "rdd",
            "reduce",
            "show",
            "tail",
            "take",
            "takeAsList",
            "toJavaRDD",
            "javaRDD",
            "toLocalIterator",
            "unpersist",
            "write",
            "writeStream",
            "writeTo");

    @ArchTest
    static final ArchRule importsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("silkline.cli..")
            .layer("job")
            .definedBy("silkline.job..")
            .layer("stage")
            .definedBy("silkline.stage..")
            .layer("source")
            .definedBy("silkline.source..")
            .layer("table")
            .definedBy("silkline.table..")
            .layer("report")
            .definedBy("silkline.report..")
            .layer("claim")
            .definedBy("silkline.claim..")
            .layer("growth")
            .definedBy("silkline.growth..")
            .layer("revision")
            .definedBy("silkline.revision..")
            .layer("share")
            .definedBy("silkline.share..")
            .layer("complexity")
            .definedBy("silkline.complexity..")
            .layer("mirror")
            .definedBy("silkline.mirror..")
            .layer("gravity")
            .definedBy("silkline.gravity..")
            .layer("seasonal")
            .definedBy("silkline.seasonal..")
            .layer("forecast")
            .definedBy("silkline.forecast..")
            .layer("quality")
            .definedBy("silkline.quality..")
            .layer("explain")
            .definedBy("silkline.explain..")
            .layer("series")
            .definedBy("silkline.series..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("job")
            .mayOnlyAccessLayers(
                    "stage", "source", "table", "report", "claim", "series", "forecast", "quality", "explain")
            .whereLayer("stage")
            .mayOnlyAccessLayers(
                    "source",
                    "table",
                    "report",
                    "claim",
                    "growth",
                    "revision",
                    "share",
                    "complexity",
                    "mirror",
                    "gravity",
                    "seasonal",
                    "forecast",
                    "quality",
                    "explain",
                    "series")
            .whereLayer("source")
            .mayOnlyAccessLayers("claim", "quality", "series")
            .whereLayer("table")
            .mayOnlyAccessLayers("claim", "series")
            .whereLayer("report")
            .mayOnlyAccessLayers("claim", "series")
            .whereLayer("claim")
            .mayOnlyAccessLayers("growth", "share", "series")
            .whereLayer("growth")
            .mayOnlyAccessLayers("series")
            .whereLayer("revision")
            .mayOnlyAccessLayers("growth", "series")
            .whereLayer("share")
            .mayOnlyAccessLayers("series")
            .whereLayer("complexity")
            .mayNotAccessAnyLayer()
            .whereLayer("mirror")
            .mayNotAccessAnyLayer()
            .whereLayer("gravity")
            .mayNotAccessAnyLayer()
            .whereLayer("seasonal")
            .mayNotAccessAnyLayer()
            .whereLayer("forecast")
            .mayOnlyAccessLayers("series")
            .whereLayer("quality")
            .mayOnlyAccessLayers("series")
            .whereLayer("explain")
            .mayNotAccessAnyLayer()
            .whereLayer("series")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule everyClassHasALayer = classes()
            .that(not(isUserError()))
            .should()
            .resideInAnyPackage(
                    "silkline.cli..",
                    "silkline.job..",
                    "silkline.stage..",
                    "silkline.source..",
                    "silkline.table..",
                    "silkline.report..",
                    "silkline.claim..",
                    "silkline.growth..",
                    "silkline.revision..",
                    "silkline.share..",
                    "silkline.complexity..",
                    "silkline.mirror..",
                    "silkline.gravity..",
                    "silkline.seasonal..",
                    "silkline.forecast..",
                    "silkline.quality..",
                    "silkline.explain..",
                    "silkline.series..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("silkline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule subpackagesAreFreeOfCycles =
            slices().matching("silkline.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsSharedDoesNotKnowWhoSharesIt = noClasses()
            .that()
            .resideInAnyPackage("silkline.stage", "silkline.report")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("silkline.stage.*..", "silkline.report.*..");

    @ArchTest
    static final ArchRule mathsKnowsOnlyTheJdk = classes()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .doNotHaveFullyQualifiedName("silkline.complexity.SymmetricEigen") // linear algebra, decision 0015
            .should()
            .onlyDependOnClassesThat(
                    resideInAPackage("java..").or(resideInAnyPackage(PURE)).or(isUserError()));

    @ArchTest
    static final ArchRule seasonalAdjustmentKnowsTheJdkAndJDemetra = classes()
            .that()
            .resideInAPackage("silkline.seasonal..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "jdplus..", "silkline.seasonal.."));

    @ArchTest
    static final ArchRule reportsKnowTheJdkFreeMarkerAndJackson = classes()
            .that()
            .resideInAPackage("silkline.report..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "freemarker..",
                            "com.fasterxml.jackson..",
                            "silkline.report..",
                            "silkline.claim..",
                            "silkline.series..")
                    .or(isUserError()));

    @ArchTest
    static final ArchRule userErrorsKnowOnlyTheJdk = classes()
            .that(isUserError())
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..").or(isUserError()));

    @ArchTest
    static final ArchRule onlyTheCliKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("silkline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule sessionsAreBuiltInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("silkline.cli.SparkSessions")
            .should()
            .accessTargetWhere(calls(SparkSession.class, Set.of("builder")));

    @ArchTest
    static final ArchRule stagesAndSourcesStartNoWork = noClasses()
            .that()
            .resideInAPackage("silkline.stage..")
            .or()
            .resideInAPackage("silkline.source..")
            .should()
            .accessTargetWhere(startsSparkWork());

    @ArchTest
    static final ArchRule onlyTheLakeTouchesTablesOnDisk = noClasses()
            .that()
            .resideInAPackage("silkline.table..")
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.Lake")
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.FileTable") // a part of it
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.RowFile")
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.block.BlockFiles")
            .should()
            .accessTargetWhere(startsSparkWork());

    @ArchTest
    static final ArchRule onlyTheLakeWritesTables = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("silkline.table.Lake")
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.RowFile") // a part of it
            .should()
            .accessTargetWhere(calls("org.apache.spark.sql.", Set.of("write", "writeTo", "writeStream")));

    @ArchTest
    static final ArchRule commandsStartNoWorkButForTheirChecks = noClasses()
            .that()
            .resideInAPackage("silkline.cli..")
            .and()
            .doNotHaveFullyQualifiedName("silkline.cli.DoctorCommand")
            .should()
            .accessTargetWhere(startsSparkWork());

    @ArchTest
    static final ArchRule onlyTheLakeAndItsCommitsKnowDelta = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("silkline.table.Lake")
            .and()
            .doNotHaveFullyQualifiedName("silkline.table.LocalCommits")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.delta..");

    @ArchTest
    static final ArchRule theTimeIsAnArgument =
            noClasses().that().resideOutsideOfPackage("silkline.cli..").should().accessTargetWhere(readsTheClock());

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("silkline.cli.Main")
            .should()
            .accessTargetWhere(calls("java.lang.", Set.of("exit", "halt")));

    @ArchTest
    static final ArchRule onlyTheCliPrints = noClasses()
            .that()
            .resideOutsideOfPackage("silkline.cli..")
            .should()
            .accessTargetWhere(standardStreams())
            .orShould()
            .accessTargetWhere(calls("java.lang.Throwable", Set.of("printStackTrace")));

    @ArchTest
    static final ArchRule onlyTheCliLogs = noClasses()
            .that()
            .resideOutsideOfPackage("silkline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..");

    /** The class, what is nested in it and arrays of both. */
    private static DescribedPredicate<JavaClass> isUserError() {
        return describe(
                "user errors", found -> found.getBaseComponentType().getName().startsWith(UserError.class.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> startsSparkWork() {
        return calls("org.apache.spark.sql.", ACTIONS)
                .and(describe("on data", access -> isData(access.getTargetOwner())));
    }

    /** Functions and groups have methods of the same names, such as count, that only describe work. */
    private static boolean isData(JavaClass owner) {
        return !Set.of("functions", "Row", "RelationalGroupedDataset").contains(owner.getSimpleName());
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        DescribedPredicate<JavaAccess<?>> now = describe(
                "java.time's now",
                access -> access.getTarget().getName().equals("now")
                        && access.getTargetOwner().getPackageName().startsWith("java.time"));
        return now.or(calls(Clock.class.getName(), Set.of("systemUTC", "systemDefaultZone", "system")))
                .or(calls("java.lang.System", Set.of("currentTimeMillis")));
    }

    private static DescribedPredicate<JavaAccess<?>> standardStreams() {
        return describe("System.out or System.err", access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, Set<String> names) {
        return calls(owner.getName(), names);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, Set<String> names) {
        return describe(
                "%s%s".formatted(owner, names),
                access -> access.getTargetOwner().getName().startsWith(owner)
                        && names.contains(access.getTarget().getName()));
    }
}
