'use strict';
(function () {
    // Tables that sort, filter and leave as CSV. Without this script they are plain tables.
    var FEW = 8;
    var texts = JSON.parse(document.getElementById('texts').textContent);
    var words = new Intl.Collator(document.documentElement.lang, {numeric: true});

    function filled(text, values) {
        return text.replace(/\{(\d)\}/g, function (all, number) { return values[number]; });
    }

    function element(name, properties, parent) {
        return parent.appendChild(Object.assign(document.createElement(name), properties));
    }

    // A number where the cell has one, otherwise its words; what has neither comes last.
    function key(cell) {
        var number = cell.querySelector('data[value]:not([value=""])');
        if (number) {
            return Number(number.value);
        }
        var text = cell.textContent.trim();
        return text === '' || text.charAt(0) === '–' ? null : text;
    }

    function compared(a, b) {
        if (a === null || b === null) {
            return 0;
        }
        return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
    }

    function sort(table, column, direction) {
        var body = table.tBodies[0];
        var rows = Array.from(body.rows);
        rows.sort(function (a, b) {
            var first = direction ? key(a.cells[column]) : null;
            var second = direction ? key(b.cells[column]) : null;
            var missing = (first === null) - (second === null);
            return missing || direction * compared(first, second) || a.dataset.position - b.dataset.position;
        });
        rows.forEach(function (row) { body.appendChild(row); });
    }

    function sortable(table) {
        Array.from(table.tBodies[0].rows).forEach(function (row, position) { row.dataset.position = position; });
        var headings = Array.from(table.tHead.rows[0].cells);
        headings.forEach(function (heading, column) {
            var button = element('button', {type: 'button', className: 'sort'}, heading);
            while (heading.firstChild !== button) {
                button.appendChild(heading.firstChild);
            }
            button.addEventListener('click', function () {
                var before = heading.getAttribute('aria-sort');
                var direction = before === null ? 1 : before === 'ascending' ? -1 : 0;
                headings.forEach(function (other) { other.removeAttribute('aria-sort'); });
                if (direction) {
                    heading.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
                }
                sort(table, column, direction);
            });
        });
    }

    function filterable(table, tools) {
        var label = element('label', {textContent: texts.filter + ' '}, tools);
        var input = element('input', {type: 'search'}, label);
        var count = element('span', {className: 'count'}, tools);
        count.setAttribute('role', 'status');
        var rows = Array.from(table.tBodies[0].rows);
        input.addEventListener('input', function () {
            var wanted = input.value.toLocaleLowerCase().split(/\s+/);
            var shown = rows.filter(function (row) {
                var text = row.textContent.toLocaleLowerCase();
                row.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
                return !row.hidden;
            });
            count.textContent = input.value ? filled(texts.rows, [shown.length, rows.length]) : '';
        });
    }

    // Spreadsheets run what begins like a formula; an apostrophe before it makes it text.
    function quoted(text) {
        var isNumber = /^-?\d+(\.\d+)?$/.test(text);
        var safe = !isNumber && /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? '\'' + text : text;
        return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    }

    // One heading may stand for several columns: two ends of a range, a unit that differs by row, a mark or reason.
    function columns(table, position) {
        var heading = table.tHead.rows[0].cells[position];
        var name = (heading.dataset.name || heading.textContent).trim();
        var cells = Array.from(table.tBodies[0].rows).map(function (row) { return row.cells[position]; });
        function of(cell, number) { return cell.querySelectorAll('data')[number]; }
        if (!cells.some(function (cell) { return of(cell, 0); })) {
            return [[name].concat(cells.map(function (cell) { return cell.textContent.trim(); }))];
        }
        function values(title, number) {
            return [title].concat(cells.map(function (cell) {
                var data = of(cell, number) || (of(cell, 1) ? null : of(cell, 0));
                return data ? data.value : '';
            }));
        }
        var isRange = cells.some(function (cell) { return of(cell, 1); });
        var found = isRange
            ? [values(name + ' ' + texts.low, 0), values(name + ' ' + texts.high, 1)] : [values(name, 0)];
        found.push([name + ' ' + texts.unit].concat(cells.map(function (cell) {
            return of(cell, 0) ? of(cell, 0).dataset.unit : '';
        })));
        var marks = cells.map(function (cell) {
            var mark = cell.querySelector('sup abbr');
            return mark ? mark.title : of(cell, 0) ? '' : cell.textContent.trim().replace(/^–$/, '');
        });
        return marks.some(Boolean) ? found.concat([[name + ' ' + texts.status].concat(marks)]) : found;
    }

    function csv(table) {
        var all = [];
        Array.from(table.tHead.rows[0].cells).forEach(function (heading, position) {
            all = all.concat(columns(table, position));
        });
        return all[0].map(function (first, line) {
            return all.map(function (column) { return quoted(column[line]); }).join(',') + '\r\n';
        }).join('');
    }

    function downloadable(table, tools) {
        var button = element('button', {type: 'button', className: 'csv', textContent: texts.csv}, tools);
        button.setAttribute('aria-label', texts.csv + ': ' + table.parentNode.getAttribute('aria-label'));
        button.addEventListener('click', function () {
            var file = new Blob(['\uFEFF', csv(table)], {type: 'text/csv;charset=utf-8'});
            var link = document.createElement('a');
            link.href = URL.createObjectURL(file);
            link.download = table.id + '.csv';
            link.click();
            setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
        });
    }

    document.querySelectorAll('.scroll > table').forEach(function (table) {
        var count = table.tBodies[0].rows.length;
        var tools = document.createElement('div');
        tools.className = 'tools';
        if (count > 1) {
            sortable(table);
        }
        if (count >= FEW) {
            filterable(table, tools);
        }
        if (!table.closest('.claim')) {
            downloadable(table, tools);
        }
        if (tools.firstChild) {
            table.parentNode.parentNode.insertBefore(tools, table.parentNode);
        }
    });
})();
