package silkline.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What a Delta table is: layer and name, meaning, columns in order with their comments, key, partitions, constraints. */
public final class TableSpec {
    private static final String PRESENT = "_present";
    private static final Set<DataType> UNORDERED = Set.of(DataTypes.BooleanType, DataTypes.StringType);

    private final String layer;
    private final String name;
    private final String madeBy;
    private final String meaning;
    private final List<StructField> fields;
    private final List<String> key;
    private final Map<String, String> constraints;

    private TableSpec(Builder builder) {
        layer = builder.layer;
        name = builder.name;
        madeBy = builder.madeBy;
        meaning = builder.meaning;
        fields = List.copyOf(builder.fields);
        key = List.copyOf(builder.key);
        constraints = Map.copyOf(builder.constraints);
        List<String> names = fields.stream().map(StructField::name).toList();
        if (key.isEmpty() || !names.containsAll(key)) {
            throw new IllegalArgumentException("%s: key %s is not among %s".formatted(this, key, names));
        }
    }

    /** {@code madeBy} is the command that writes the table. */
    public static Builder named(String layer, String name, String madeBy) {
        return new Builder(layer, name, madeBy);
    }

    public String layer() {
        return layer;
    }

    public String name() {
        return name;
    }

    public String madeBy() {
        return madeBy;
    }

    public String meaning() {
        return meaning;
    }

    public List<StructField> fields() {
        return fields;
    }

    public List<String> key() {
        return key;
    }

    /**
     * Delta keeps the smallest and largest value of these per file: the numbers and dates of the key, never texts, which cost
     * more than they spare.
     */
    List<String> lookedUpBy() {
        List<String> ordered = key.stream()
                .filter(column -> !UNORDERED.contains(schema().apply(column).dataType()))
                .toList();
        return ordered.isEmpty() ? key.subList(0, 1) : ordered;
    }

    /** SQL conditions that every row meets, by name. */
    public Map<String, String> constraints() {
        return constraints;
    }

    /** Columns that are never null. */
    public Set<String> required() {
        return fields.stream()
                .map(StructField::name)
                .filter(column -> constraints.containsKey(column + PRESENT))
                .collect(Collectors.toSet());
    }

    /** The {@link #constraints} that say more than that a column is never null. */
    public Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>(constraints);
        required().forEach(column -> rules.remove(column + PRESENT));
        return rules;
    }

    public StructType schema() {
        return new StructType(fields.toArray(StructField[]::new));
    }

    public Encoder<Row> encoder() {
        return Encoders.row(schema());
    }

    /** The table's columns in order, with type and comment, for the last step of a stage. */
    public Column[] select() {
        return fields.stream()
                .map(f -> functions.col(f.name()).cast(f.dataType()).as(f.name(), f.metadata()))
                .toArray(Column[]::new);
    }

    /** {@code layer.name}. */
    @Override
    public String toString() {
        return layer + "." + name;
    }

    /** Collects the parts of a specification. */
    public static final class Builder {
        private final String layer;
        private final String name;
        private final String madeBy;
        private final List<StructField> fields = new ArrayList<>();
        private final Map<String, String> constraints = new LinkedHashMap<>();
        private String meaning = "";
        private List<String> key = List.of();

        private Builder(String layer, String name, String madeBy) {
            this.layer = layer;
            this.name = name;
            this.madeBy = madeBy;
        }

        public Builder meaning(String text) {
            meaning = text;
            return this;
        }

        /** A column that is never null; held by a constraint. */
        public Builder required(String column, DataType type, String comment) {
            constraints.put(column + PRESENT, column + " IS NOT NULL");
            return optional(column, type, comment);
        }

        public Builder optional(String column, DataType type, String comment) {
            Metadata metadata =
                    new MetadataBuilder().putString("comment", comment).build();
            fields.add(new StructField(column, type, true, metadata));
            return this;
        }

        public Builder key(String... columns) {
            key = List.of(columns);
            return this;
        }

        public Builder constraint(String constraint, String condition) {
            constraints.put(constraint, condition);
            return this;
        }

        public TableSpec build() {
            return new TableSpec(this);
        }
    }
}
