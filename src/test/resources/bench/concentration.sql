WITH sums AS (
    SELECT
        dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, any_value(time_period) AS time_period,
        period_index, count(*) AS partners, sum(obs_value) AS total, sum(obs_value * obs_value) AS squares,
        sum(obs_value * ln(obs_value)) AS logs, max(obs_value) AS top, arg_max(counterpart_area, obs_value) AS top_partner
    FROM observation JOIN series USING (series_key)
    WHERE obs_value > 0
    GROUP BY dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, period_index
), judged AS (
    SELECT *, partners >= 0.5 * max(partners) OVER (PARTITION BY ref_area, product) AS is_full
    FROM sums
), indices AS (
    SELECT
        *, CASE WHEN is_full THEN squares / (total * total) END AS hhi, 1 / partners AS equal,
        CASE WHEN is_full THEN ln(total) - logs / total END AS entropy
    FROM judged
)
SELECT
    dataset_id, indicator, freq, ref_area, flow, product, basis, unit_measure, time_period, period_index, partners, hhi,
    CASE WHEN partners > 1 THEN (hhi - equal) / (1 - equal) END AS hhi_normalised,
    1 / hhi AS effective_number,
    CASE WHEN partners > 1 THEN (sqrt(hhi) - sqrt(equal)) / (1 - sqrt(equal)) END AS hhi_unctad,
    entropy, ln(partners) - entropy AS theil, NULL::double AS hhi_low, NULL::double AS hhi_high, top_partner,
    CASE WHEN is_full THEN top / total END AS top_share_ratio,
    CASE WHEN NOT is_full THEN 'PARTS_MISSING' END AS reason,
    [dataset_id] AS source_ids,
    'bench' AS run_id
FROM indices
