package silkline.claim.consistency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silkline.claim.Interval;

/** Something that must hold between quantities, whoever states them. */
sealed interface Identity {
    /** The names of the quantities. */
    List<String> terms();

    /** In words, with the names of the quantities. */
    String words();

    /** Narrows each quantity of {@code box} to what the others leave it; false where nothing is left of one. */
    boolean narrow(Map<String, Interval> box);

    /** {@code whole = one x other}: a part is a share of a total, a value is a base times a factor. */
    record Product(String whole, String one, String other) implements Identity {
        @Override
        public List<String> terms() {
            return List.of(whole, one, other);
        }

        @Override
        public String words() {
            return "%s = %s x %s".formatted(whole, one, other);
        }

        @Override
        public boolean narrow(Map<String, Interval> box) {
            return keep(box, whole, box.get(one).times(box.get(other)))
                    && keep(box, one, box.get(whole).dividedBy(box.get(other)))
                    && keep(box, other, box.get(whole).dividedBy(box.get(one)));
        }
    }

    /** The parts add up to the whole, or to no more than it. */
    record Sum(String whole, List<String> parts, Coverage coverage) implements Identity {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public List<String> terms() {
            return Stream.concat(Stream.of(whole), parts.stream()).toList();
        }

        @Override
        public String words() {
            String sum = String.join(" + ", parts);
            return coverage == Coverage.ALL ? "%s = %s".formatted(whole, sum) : "%s <= %s".formatted(sum, whole);
        }

        @Override
        public boolean narrow(Map<String, Interval> box) {
            if (!keep(box, whole, loose(sumBut("", box)))) {
                return false;
            }
            for (String part : parts) {
                Interval rest = box.get(whole).minus(sumBut(part, box));
                Interval most = coverage == Coverage.ALL ? rest : upTo(rest);
                if (!keep(box, part, most)) {
                    return false;
                }
            }
            return true;
        }

        private Interval sumBut(String left, Map<String, Interval> box) {
            return parts.stream()
                    .filter(part -> !part.equals(left))
                    .map(box::get)
                    .reduce(Interval.of(0), Interval::plus);
        }

        /** The whole may be more than the parts that are named. */
        private Interval loose(Interval sum) {
            return coverage == Coverage.ALL
                    ? sum
                    : new Interval(sum.low(), Double.POSITIVE_INFINITY, sum.lowOpen(), true);
        }

        private static Interval upTo(Interval rest) {
            return new Interval(Double.NEGATIVE_INFINITY, rest.high(), true, rest.highOpen());
        }
    }

    /** Whether the parts named are all that there are. */
    enum Coverage {
        ALL,
        SOME
    }

    private static boolean keep(Map<String, Interval> box, String name, Interval allowed) {
        Optional<Interval> kept = box.get(name).intersect(allowed);
        kept.ifPresent(interval -> box.put(name, interval));
        return kept.isPresent();
    }

    static String words(List<Identity> identities) {
        return identities.stream().map(Identity::words).collect(Collectors.joining("; "));
    }
}
