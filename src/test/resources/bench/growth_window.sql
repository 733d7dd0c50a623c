WITH ends AS (
    SELECT
        series_key, min(period_index) AS first_index, max(period_index) AS last_index,
        arg_max(time_period, period_index) AS to_period, arg_max(obs_value, period_index) AS to_value
    FROM observation
    GROUP BY series_key
), starts AS (
    SELECT DISTINCT *
    FROM (
        SELECT *, unnest([
            last_index - 12, last_index - 36, last_index - 60, last_index - 120, last_index - 180, first_index]) AS from_index
        FROM ends)
    WHERE from_index >= first_index AND from_index < last_index
), windows AS (
    SELECT
        starts.series_key, time_period AS from_period, to_period, (last_index - from_index) / 12 AS years,
        obs_value AS from_value, to_value, to_value / obs_value AS fold
    FROM starts
    JOIN observation ON observation.series_key = starts.series_key AND period_index = from_index
)
SELECT
    series_key, series_id, from_period, to_period, years, from_value, to_value, fold,
    pow(fold, 1 / years) - 1 AS cagr_ratio,
    ln(fold) / years AS log_change_per_year,
    CASE WHEN fold > 1 THEN ln(2) / (ln(fold) / years) END AS doubling_years,
    NULL::varchar AS reason,
    [dataset_id] AS source_ids,
    'bench' AS run_id
FROM windows JOIN series USING (series_key)
