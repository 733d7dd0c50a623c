WITH trade AS (
    SELECT
        dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, counterpart_area AS member,
        time_period, period_index, period_start, period_end, obs_value AS value, published_at
    FROM observation JOIN series USING (series_key)
), sums AS (
    SELECT ref_area, product, period_index, sum(value) AS parts_sum, count(*) AS parts_count
    FROM trade
    GROUP BY ref_area, product, period_index
), totals AS (
    SELECT
        ref_area, product, period_index,
        CASE WHEN parts_count >= 0.5 * max(parts_count) OVER (PARTITION BY ref_area, product) THEN parts_sum END AS total
    FROM sums
), ranked AS (
    SELECT
        * EXCLUDE (period_start, period_end), 'partner' AS by,
        rank() OVER (PARTITION BY ref_area, product, period_index ORDER BY value DESC)::int AS rank,
        1::bigint AS parts, 1::bigint AS parts_expected
    FROM trade
), grouped AS (
    SELECT
        dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, of_group AS member,
        any_value(time_period) AS time_period, period_index, sum(value) AS value, max(published_at) AS published_at,
        count(*) AS parts, any_value(period_start) AS period_start, any_value(period_end) AS period_end
    FROM trade
    JOIN membership ON membership.member = trade.member AND valid_from <= period_start AND valid_to >= period_end
    GROUP BY dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, of_group, period_index
), sizes AS (
    SELECT ref_area, of_group, period_start, period_end, count(*) AS parts_expected
    FROM (SELECT DISTINCT ref_area, member AS of_group, period_start, period_end FROM grouped)
    JOIN membership USING (of_group)
    WHERE valid_from <= period_start AND valid_to >= period_end AND membership.member <> ref_area
    GROUP BY ref_area, of_group, period_start, period_end
), members AS (
    SELECT
        dataset_id, indicator, freq, ref_area, product, basis, unit_measure, flow, by, member, time_period, period_index,
        value, published_at, rank, parts, parts_expected
    FROM ranked
    UNION ALL
    SELECT
        dataset_id, indicator, freq, grouped.ref_area, product, basis, unit_measure, flow, 'partner_group', member,
        time_period, period_index, value, published_at, NULL, parts, parts_expected
    FROM grouped
    JOIN sizes ON sizes.ref_area = grouped.ref_area AND sizes.of_group = grouped.member
        AND sizes.period_start = grouped.period_start AND sizes.period_end = grouped.period_end
), shares AS (
    SELECT members.*, total, value / total AS share_ratio
    FROM members JOIN totals USING (ref_area, product, period_index)
)
SELECT
    now.dataset_id, now.indicator, now.freq, now.ref_area, now.flow, now.product, now.basis, now.unit_measure, now.by,
    now.member, now.time_period, now.period_index, now.value, now.total, 'sum_of_parts' AS denominator, now.share_ratio,
    (now.share_ratio - ago.share_ratio) * 100 AS share_change_pp,
    50 * (now.value - ago.value) * (1 / ago.total + 1 / now.total) AS change_by_own_pp,
    50 * (ago.value + now.value) * (1 / now.total - 1 / ago.total) AS change_by_others_pp,
    now.rank, now.parts, now.parts_expected, now.published_at,
    CASE WHEN now.parts < now.parts_expected THEN 'MEMBERS_MISSING' WHEN now.total IS NULL THEN 'TOTAL_MISSING' END AS reason,
    [now.dataset_id] AS source_ids,
    'bench' AS run_id
FROM shares AS now
LEFT JOIN shares AS ago
    ON ago.ref_area = now.ref_area AND ago.product = now.product AND ago.by = now.by AND ago.member = now.member
    AND ago.period_index = now.period_index - 12
