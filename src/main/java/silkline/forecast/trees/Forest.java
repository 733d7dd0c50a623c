package silkline.forecast.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Regression trees whose leaves are summed, read from a file that was learnt once. Its first line names the figures that
 * the trees ask for; each further line is a tree, a node before its branches: {@code figure:bound} is followed by the branch
 * for values up to the bound and that for larger ones, a number alone is a leaf.
 */
final class Forest {
    private static final String FILE = "/silkline/forecast/trees.txt";
    private static final int LEAF = -1;
    private static final Forest LEARNT = read();

    private final int[] figures;
    /** The bound of a node, the value of a leaf. */
    private final double[] values;
    /** Where the branch for larger values starts; that for others follows the node. */
    private final int[] larger;

    private final int[] roots;

    private Forest(List<String[]> trees) {
        int nodes = trees.stream().mapToInt(tree -> tree.length).sum();
        figures = new int[nodes];
        values = new double[nodes];
        larger = new int[nodes];
        roots = new int[trees.size()];
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            String[] words = trees.get(tree);
            for (int i = 0; i < words.length; i++) {
                String[] parts = words[i].split(":", -1);
                figures[next + i] = parts.length == 2 ? Integer.parseInt(parts[0]) : LEAF;
                values[next + i] = Double.parseDouble(parts[parts.length - 1]);
            }
            if (link(next) != next + words.length) {
                throw new IllegalStateException("%s: tree %d is not whole".formatted(FILE, tree + 1));
            }
            next += words.length;
        }
    }

    /** Finds the branches of {@code node}; returns what follows the last of them. */
    private int link(int node) {
        if (figures[node] == LEAF) {
            return node + 1;
        }
        larger[node] = link(node + 1);
        return link(larger[node]);
    }

    /** The trees of this version. */
    static Forest learnt() {
        return LEARNT;
    }

    /** What the trees say of {@code seen}, in the order of {@link Traits#NAMES}. */
    double sum(double[] seen) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (figures[node] != LEAF) {
                node = seen[figures[node]] <= values[node] ? node + 1 : larger[node];
            }
            sum += values[node];
        }
        return sum;
    }

    private static Forest read() {
        try (InputStream in = Forest.class.getResourceAsStream(FILE)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String[]> trees =
                    lines.stream().map(line -> line.split(" ", -1)).toList();
            if (!Arrays.asList(trees.get(0)).equals(Traits.NAMES)) {
                throw new IllegalStateException("%s was learnt from other figures: %s".formatted(FILE, lines.get(0)));
            }
            return new Forest(trees.subList(1, trees.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
