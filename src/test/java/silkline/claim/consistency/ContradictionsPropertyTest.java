package silkline.claim.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import silkline.claim.Interval;
import silkline.claim.consistency.Identity.Coverage;

/** Random worlds: true values first, then identities that hold between them, then statements about them. */
class ContradictionsPropertyTest {
    private static final int QUANTITIES = 7;

    /** What is true. */
    private static final class World {
        private final Random random;
        private final Map<String, Double> truth = new HashMap<>();
        private final List<Identity> identities = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();

        World(long seed) {
            this.random = new Random(seed);
            for (int i = 0; i < QUANTITIES; i++) {
                truth.put("q" + i, 1 + 99 * random.nextDouble());
            }
            for (int i = 0; i < 4; i++) {
                relate(i);
            }
            for (String quantity : List.copyOf(truth.keySet())) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    say(quantity);
                }
            }
        }

        private void relate(int number) {
            List<String> names = new ArrayList<>(truth.keySet());
            Collections.shuffle(names, random);
            String one = names.get(0);
            String other = names.get(1);
            String name = "r" + number;
            if (random.nextBoolean()) {
                truth.put(name, truth.get(one) * truth.get(other));
                identities.add(new Identity.Product(name, one, other));
            } else {
                Coverage coverage = random.nextBoolean() ? Coverage.ALL : Coverage.SOME;
                double rest = coverage == Coverage.ALL ? 0 : random.nextDouble();
                truth.put(name, truth.get(one) + truth.get(other) + rest);
                identities.add(new Identity.Sum(name, List.of(one, other), coverage));
            }
        }

        private void say(String quantity) {
            double value = truth.get(quantity);
            double below = value * (1 - random.nextDouble() * 0.3) - 1e-6;
            double above = value * (1 + random.nextDouble() * 0.3) + 1e-6;
            Interval interval =
                    switch (random.nextInt(4)) {
                        case 0 -> Interval.above(below);
                        case 1 -> new Interval(Double.NEGATIVE_INFINITY, above, true, false);
                        default -> Interval.closed(below, above);
                    };
            add(quantity, interval);
        }

        private String add(String quantity, Interval interval) {
            String id = "c" + statements.size();
            statements.add(new Statement(id, quantity, interval));
            return id;
        }

        private List<Contradictions.Found> contradictions() {
            return new Contradictions(statements, identities, Map.of()).all();
        }
    }

    @Property(tries = 300)
    void whatIsTrueRaisesNoAlarm(@ForAll long seed) {
        assertThat(new World(seed).contradictions()).isEmpty();
    }

    /** Three that only together are impossible, and so are no two of them. */
    @Property(tries = 200)
    void aPlantedContradictionIsFoundWithItsSmallestSet(@ForAll long seed) {
        World world = new World(seed);
        world.identities.add(new Identity.Product("part", "share", "total"));
        Set<String> planted = Set.of(
                world.add("share", Interval.closed(0.39, 0.41)),
                world.add("total", Interval.halfOpen(129.5, 130.5)),
                world.add("part", Interval.above(60)));
        assertThat(world.contradictions()).singleElement().satisfies(found -> {
            assertThat(found.claims()).isEqualTo(planted);
            assertThat(found.identities()).containsExactly(new Identity.Product("part", "share", "total"));
        });
    }

    /** A false statement about a quantity of the world: the set found contradicts, and no smaller set does. */
    @Property(tries = 100)
    void noSmallerSetContradictsThanTheOneFound(@ForAll long seed) {
        World world = new World(seed);
        String quantity = "q" + world.random.nextInt(QUANTITIES);
        double truth = world.truth.get(quantity);
        world.add(quantity, Interval.closed(truth * 2, truth * 2.1));
        List<Contradictions.Found> found = world.contradictions();
        assertThat(Propagation.contradicts(world.statements, world.identities, Map.of()))
                .isEqualTo(!found.isEmpty());
        found.stream().limit(1).forEach(first -> {
            assertThat(contradicts(world, first.claims())).isTrue();
            subsetsBelow(first.claims().size(), world).forEach(smaller -> assertThat(contradicts(world, smaller))
                    .as("%s", smaller)
                    .isFalse());
        });
    }

    private static boolean contradicts(World world, Set<String> claims) {
        List<Statement> made = world.statements.stream()
                .filter(statement -> claims.contains(statement.claimId()))
                .toList();
        return Propagation.contradicts(made, world.identities, Map.of());
    }

    private static List<Set<String>> subsetsBelow(int size, World world) {
        List<Set<String>> subsets = new ArrayList<>();
        for (int mask = 0; mask < 1 << world.statements.size(); mask++) {
            if (Integer.bitCount(mask) < size) {
                Set<String> subset = new HashSet<>();
                for (int i = 0; i < world.statements.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        subset.add(world.statements.get(i).claimId());
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }
}
