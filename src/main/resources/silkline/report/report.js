'use strict';
(function () {
    var language = document.documentElement.lang;

    // What JSON cannot say: functions. Everything else about a chart is in its data block.
    function bandBetween(edges) {
        return function (params, api) {
            if (params.dataIndex > 0) {
                return null;
            }
            var upper = edges.map(function (edge) { return api.coord([edge[0], edge[2]]); });
            var lower = edges.map(function (edge) { return api.coord([edge[0], edge[1]]); });
            return {
                type: 'polygon',
                shape: {points: upper.concat(lower.reverse())},
                style: {fill: api.visual('color')}
            };
        };
    }

    function withFunctions(spec) {
        spec.option.series.forEach(function (series) {
            if (series.type === 'custom') {
                series.renderItem = bandBetween(series.edges);
            }
        });
        spec.option.tooltip.valueFormatter = function (value) {
            return value === null || value === undefined || value !== value ? '–' : Number(value).toLocaleString(
                language, {minimumFractionDigits: spec.decimals, maximumFractionDigits: spec.decimals});
        };
        ['xAxis', 'yAxis'].forEach(function (name) {
            var axis = spec.option[name];
            if (axis.type === 'value' || axis.type === 'log') {
                axis.axisLabel.formatter = function (value) {
                    return (axis.type === 'log' ? '×' : '') + value.toLocaleString(language, {maximumFractionDigits: 6});
                };
            }
        });
        return spec.option;
    }

    // On a narrow page the legend takes more rows, and the labels beside bars take more lines.
    function fit(chart, spec, place) {
        var width = place.clientWidth;
        var option = {grid: {}};
        var height = spec.height;
        if (spec.option.legend) {
            var rows = 1;
            var used = 0;
            spec.option.series.forEach(function (series) {
                var item = series.name ? 50 + 6.5 * series.name.length : 0;
                rows += used + item > width ? 1 : 0;
                used = used + item > width ? item : used + item;
            });
            option.grid.top = spec.option.grid.top + 24 * (rows - 1);
            height += 24 * (rows - 1);
        }
        if (spec.option.yAxis.type === 'category') {
            var room = Math.min(230, 0.36 * width);
            var labels = spec.option.yAxis.data;
            var longest = Math.max.apply(null, labels.map(function (label) { return label.length; }));
            height += labels.length * Math.max(0, 15 * Math.ceil(8 * longest / room) - 30);
            option.yAxis = {axisLabel: {width: room}};
            option.grid.left = room + 14;
        }
        place.style.height = height + 'px';
        chart.resize();
        chart.setOption(option);
    }

    function draw(place) {
        var spec = JSON.parse(document.getElementById(place.dataset.options).textContent);
        place.style.height = spec.height + 'px';
        place.hidden = false;
        var chart = echarts.init(place, null, {renderer: 'svg'});
        chart.on('finished', function () {
            var svg = place.querySelector('svg'); // lets the print style scale the picture
            svg.querySelectorAll('[id="0"]').forEach(function (part) { part.removeAttribute('id'); }); // once in the page
            svg.setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());
        });
        chart.setOption(withFunctions(spec));
        fit(chart, spec, place);
        var drawn = place.clientWidth;
        new ResizeObserver(function () {
            if (place.clientWidth !== drawn && !matchMedia('print').matches) {
                drawn = place.clientWidth;
                fit(chart, spec, place);
            }
        }).observe(place);
    }

    document.querySelectorAll('.plot').forEach(draw);

    var opened = [];
    addEventListener('beforeprint', function () {
        opened = Array.from(document.querySelectorAll('details:not([open])'));
        opened.forEach(function (details) { details.open = true; });
    });
    addEventListener('afterprint', function () {
        opened.forEach(function (details) { details.open = false; });
    });
})();
