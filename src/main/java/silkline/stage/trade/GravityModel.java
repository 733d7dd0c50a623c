package silkline.stage.trade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silkline.gravity.Sample;
import silkline.gravity.Sample.Flow;

/**
 * {@code value = exp(constant + exporter + importer + elasticity ln(km))} by Poisson pseudo maximum likelihood (Santos
 * Silva and Tenreyro 2006), which takes zeros and keeps the totals of each exporter and importer. By Spark MLlib; a flow
 * in units of the mean flow, so that the iterations start near the end.
 */
public final class GravityModel {
    private static final StructType SCHEMA =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    private final Map<String, Integer> exporters = new HashMap<>();
    private final Map<String, Integer> importers = new HashMap<>();
    private final double unit;
    private final GeneralizedLinearRegressionModel model;

    private GravityModel(SparkSession spark, Sample sample) {
        // The first exporter and importer are the base of the others.
        sample.exporters().stream().skip(1).forEach(area -> exporters.put(area, exporters.size() + 1));
        sample.importers().stream()
                .skip(1)
                .forEach(area -> importers.put(area, exporters.size() + importers.size() + 1));
        unit = sample.kept().stream().mapToDouble(Flow::value).average().orElseThrow();
        List<Row> rows = sample.kept().stream()
                .map(flow -> RowFactory.create(flow.value() / unit, features(flow)))
                .toList();
        model = new GeneralizedLinearRegression()
                .setFamily("poisson")
                .setLink("log")
                .setMaxIter(50)
                .setTol(1e-8)
                .fit(spark.createDataFrame(rows, SCHEMA).coalesce(1));
    }

    /** Works it out; the sample has at least two exporters and importers. */
    public static GravityModel fit(SparkSession spark, Sample sample) {
        return new GravityModel(spark, sample);
    }

    private Vector features(Flow flow) {
        int exporter = exporters.getOrDefault(flow.exporter(), 0);
        int importer = importers.getOrDefault(flow.importer(), 0);
        int size = exporters.size() + importers.size() + 1;
        double distance = Math.log(flow.kilometres());
        if (exporter == 0 && importer == 0) {
            return Vectors.sparse(size, new int[] {0}, new double[] {distance});
        }
        if (exporter == 0 || importer == 0) {
            return Vectors.sparse(size, new int[] {0, Math.max(exporter, importer)}, new double[] {distance, 1});
        }
        return Vectors.sparse(size, new int[] {0, exporter, importer}, new double[] {distance, 1, 1});
    }

    /** What the equation expects of a flow of the sample, in the unit of the values. */
    public double expected(Flow flow) {
        return model.predict(features(flow)) * unit;
    }

    /** Percent of trade per percent of distance. */
    public double elasticity() {
        return model.coefficients().apply(0);
    }
}
