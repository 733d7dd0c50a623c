WITH compared AS (
    SELECT
        series_key, time_period, period_index, obs_value, obs_status,
        lag(obs_value) OVER in_order AS before_value, lag(period_index) OVER in_order AS before_index,
        lag(obs_value) OVER same_month AS ago_value, lag(period_index) OVER same_month AS ago_index
    FROM observation
    WINDOW
        in_order AS (PARTITION BY series_key ORDER BY period_index),
        same_month AS (PARTITION BY series_key, period_index % 12 ORDER BY period_index)
), bases AS (
    SELECT
        series_key, time_period, period_index, obs_value, obs_status,
        CASE WHEN before_index = period_index - 1 THEN before_value END AS previous_value,
        CASE WHEN ago_index = period_index - 12 THEN ago_value END AS year_ago_value
    FROM compared
)
SELECT
    series_key, series_id, time_period, period_index, obs_value, obs_status, previous_value, year_ago_value,
    CASE WHEN previous_value > 0 THEN obs_value / previous_value - 1 END AS pop_ratio,
    CASE WHEN year_ago_value > 0 THEN obs_value / year_ago_value - 1 END AS yoy_ratio,
    CASE WHEN previous_value > 0 AND obs_value > 0 THEN ln(obs_value / previous_value) END AS log_change,
    CASE WHEN previous_value IS NULL THEN 'BASE_MISSING' WHEN previous_value = 0 THEN 'BASE_ZERO' END AS reason,
    CASE WHEN year_ago_value IS NULL THEN 'BASE_MISSING' WHEN year_ago_value = 0 THEN 'BASE_ZERO' END AS yoy_reason,
    [dataset_id] AS source_ids,
    'bench' AS run_id
FROM bases JOIN series USING (series_key)
