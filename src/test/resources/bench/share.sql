WITH reporter AS (
    SELECT series_key, hash(ref_area, product) AS reporter_key, ref_area, counterpart_area
    FROM series
), trade AS (
    SELECT series_key, reporter_key, time_period, period_index, obs_value AS value, published_at
    FROM observation JOIN reporter USING (series_key)
), sums AS (
    SELECT reporter_key, period_index, sum(value) AS parts_sum, count(*) AS parts_count
    FROM trade
    GROUP BY reporter_key, period_index
), totals AS (
    SELECT
        reporter_key, period_index,
        CASE WHEN parts_count >= 0.5 * max(parts_count) OVER (PARTITION BY reporter_key) THEN parts_sum END AS total
    FROM sums
), partner_shares AS (
    SELECT
        trade.*, total, value / total AS share_ratio,
        rank() OVER (PARTITION BY trade.reporter_key, trade.period_index ORDER BY value DESC)::int AS rank
    FROM trade JOIN totals ON totals.reporter_key = trade.reporter_key AND totals.period_index = trade.period_index
), partners AS (
    SELECT
        now.*, (now.share_ratio - ago.share_ratio) * 100 AS share_change_pp,
        50 * (now.value - ago.value) * (1 / ago.total + 1 / now.total) AS change_by_own_pp,
        50 * (ago.value + now.value) * (1 / now.total - 1 / ago.total) AS change_by_others_pp
    FROM partner_shares AS now
    LEFT JOIN partner_shares AS ago ON ago.series_key = now.series_key AND ago.period_index = now.period_index - 12
), in_group AS (
    SELECT series_key, reporter_key, ref_area, of_group, valid_from, valid_to
    FROM reporter JOIN membership ON membership.member = counterpart_area
), grouped AS (
    SELECT
        any_value(observation.series_key) AS series_key, reporter_key, any_value(ref_area) AS ref_area, of_group,
        any_value(time_period) AS time_period, period_index, any_value(period_start) AS period_start,
        any_value(period_end) AS period_end, sum(obs_value) AS value, max(published_at) AS published_at, count(*) AS parts
    FROM observation
    JOIN in_group
        ON in_group.series_key = observation.series_key AND valid_from <= period_start AND valid_to >= period_end
    GROUP BY reporter_key, of_group, period_index
), sizes AS (
    SELECT ref_area, of_group, period_start, count(*) AS parts_expected
    FROM (SELECT DISTINCT ref_area, of_group, period_start, period_end FROM grouped)
    JOIN membership USING (of_group)
    WHERE valid_from <= period_start AND valid_to >= period_end AND membership.member <> ref_area
    GROUP BY ref_area, of_group, period_start
), group_shares AS (
    SELECT grouped.*, parts_expected, total, value / total AS share_ratio
    FROM grouped
    JOIN totals ON totals.reporter_key = grouped.reporter_key AND totals.period_index = grouped.period_index
    JOIN sizes ON sizes.ref_area = grouped.ref_area AND sizes.of_group = grouped.of_group
        AND sizes.period_start = grouped.period_start
), of_groups AS (
    SELECT
        now.*, (now.share_ratio - ago.share_ratio) * 100 AS share_change_pp,
        50 * (now.value - ago.value) * (1 / ago.total + 1 / now.total) AS change_by_own_pp,
        50 * (ago.value + now.value) * (1 / now.total - 1 / ago.total) AS change_by_others_pp
    FROM group_shares AS now
    LEFT JOIN group_shares AS ago
        ON ago.reporter_key = now.reporter_key AND ago.of_group = now.of_group AND ago.period_index = now.period_index - 12
), members AS (
    SELECT
        series_key, NULL AS of_group, time_period, period_index, value, total, share_ratio, share_change_pp,
        change_by_own_pp, change_by_others_pp, rank, 1::bigint AS parts, 1::bigint AS parts_expected, published_at
    FROM partners
    UNION ALL
    SELECT
        series_key, of_group, time_period, period_index, value, total, share_ratio, share_change_pp,
        change_by_own_pp, change_by_others_pp, NULL, parts, parts_expected, published_at
    FROM of_groups
)
SELECT
    dataset_id, indicator, freq, ref_area, flow, product, basis, unit_measure,
    CASE WHEN of_group IS NULL THEN 'partner' ELSE 'partner_group' END AS "by",
    coalesce(of_group, counterpart_area) AS member, time_period, period_index, value, total,
    'sum_of_parts' AS denominator, share_ratio, share_change_pp, change_by_own_pp, change_by_others_pp, rank, parts,
    parts_expected, published_at,
    CASE WHEN parts < parts_expected THEN 'MEMBERS_MISSING' WHEN total IS NULL THEN 'TOTAL_MISSING' END AS reason,
    [dataset_id] AS source_ids,
    'bench' AS run_id
FROM members JOIN series USING (series_key)
