package silkline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silkline.source.ReferenceData.Membership;
import silkline.testing.SparkTest;

@SparkTest
class ReferenceDataTest {
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private ReferenceData reference;

    @BeforeAll
    void load(SparkSession spark) {
        reference = ReferenceData.load(spark, "datasets");
    }

    @Test
    void aMemberWhoseStatusChangesStaysAMember() {
        assertThat(memberships("CIS", "TKM"))
                .containsExactly(new Membership("CIS", "TKM", LocalDate.of(1991, 12, 21), ALWAYS));
    }

    @Test
    void aDateKnownToTheMonthBeginsWithItsFirstDay() {
        assertThat(memberships("SPECA", "AZE"))
                .containsExactly(new Membership("SPECA", "AZE", LocalDate.of(2002, 11, 1), ALWAYS));
    }

    @Test
    void groupsAreAggregatesAndCountriesAreNot() {
        assertThat(reference.aggregates()).contains("WLD", "SPECA", "_X").doesNotContain("KAZ");
    }

    @Test
    void theListsOfTheJarAreThoseOfTheRepository(SparkSession spark) {
        ReferenceData shipped = ReferenceData.load(spark, "target/no-datasets-here");
        assertThat(shipped.memberships()).isEqualTo(reference.memberships());
        assertThat(shipped.aggregates()).isEqualTo(reference.aggregates());
    }

    private List<Membership> memberships(String group, String member) {
        return reference.memberships().stream()
                .filter(m -> m.group().equals(group) && m.member().equals(member))
                .toList();
    }
}
