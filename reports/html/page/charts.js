// Charts are drawn when they come into sight, from the JSON beside them.
ticketpatterns.charts(function () {
  'use strict';
  var darkQuery = matchMedia('(prefers-color-scheme: dark)');
  var drawn = new Map();
  var paperWidth = 660;
  var font = getComputedStyle(document.body).fontFamily;
  var numbers = new Intl.NumberFormat(document.documentElement.lang);

  var looks = {
    light: {
      palette: ['#9dbdd8', '#1f5f93', '#b34700'], text: '#3c4554', axis: '#8792a1', split: '#e3e7ec', paper: '#ffffff',
      ramp: ['#f2f5f9', '#c3d9ec', '#7fb2d9', '#2f77b0', '#0b3766']
    },
    dark: {
      palette: ['#3a5f80', '#6cb0e6', '#f5a45d'], text: '#c3ccd8', axis: '#6d7886', split: '#2b323c', paper: '#14181e',
      ramp: ['#1d242d', '#234a6d', '#3477ad', '#85bbe6', '#f0f7ff']
    }
  };

  function axis(look) {
    return {
      axisLine: { lineStyle: { color: look.axis } }, axisTick: { lineStyle: { color: look.axis } },
      axisLabel: { color: look.text, fontFamily: font }, // named here too: ECharts measures axis labels without the theme's font
      splitLine: { lineStyle: { color: [look.split] } }
    };
  }

  function theme(look) {
    return {
      color: look.palette, backgroundColor: 'transparent', textStyle: { fontFamily: font, color: look.text },
      legend: { textStyle: { color: look.text } }, visualMap: { textStyle: { color: look.text } },
      categoryAxis: axis(look), valueAxis: axis(look)
    };
  }

  // Numbers as the rest of the page writes them; what is no number stays.
  function written(value) { return typeof value === 'number' ? numbers.format(value) : value; }

  function speak(option, width) {
    option.tooltip.valueFormatter = written;
    (option.xAxis || []).concat(option.yAxis || []).forEach(function (axis) {
      if (axis.type !== 'value') { return; }
      var text = axis.axisLabel && axis.axisLabel.formatter || '{value}';
      axis.axisLabel = Object.assign({}, axis.axisLabel, { formatter: function (value) { return text.replace('{value}', written(value)); } });
    });
    option.series.forEach(function (series) {
      if (!series.label || !series.label.show) { return; }
      var narrow = series.type === 'heatmap' && (width - 150) / option.xAxis[0].data.length < 45; // no room for a mark beside the number
      series.label.formatter = function (mark) {
        return series.type === 'heatmap' ? written(mark.value[3]) + (narrow ? '' : mark.value[4]) : written(mark.value);
      };
    });
  }

  // The number on a scale of colours: how rare something is, or a plain one.
  function onScale(rare) {
    return function (value) {
      if (!rare) { return written(Math.round(value)); }
      return value < .18 ? say('nothing unusual') : say('about 1 in %d', Number(Math.pow(10, value).toPrecision(1)));
    };
  }

  // Names of one side stand outside the bars, with their numbers; nothing runs
  // through them.
  function flow(series, look, width) {
    var side = Math.round(Math.min(230, width * .3));
    var letters = Math.floor((side - 8) / 6.6);
    series.left = series.right = side;
    series.top = series.bottom = 8;
    series.nodeGap = 18; // room for a name
    series.label = {
      color: look.text, fontFamily: font, textBorderWidth: 0,
      formatter: function (node) {
        var number = ' ' + written(node.value), room = letters - number.length;
        return (node.name.length > room ? node.name.slice(0, room - 1) + '…' : node.name) + number;
      }
    };
    series.data.forEach(function (node) { node.label = { position: node.depth ? 'right' : 'left' }; });
    series.itemStyle = { color: look.palette[1] };
    series.lineStyle = { color: look.palette[1], opacity: .3, curveness: .5 };
  }

  // Names of upright lines stand above the bars, in rows where they would meet.
  function lines(option, marks, look, width) {
    var weeks = option.xAxis[0].data.length, ends = [];
    Object.assign(marks.label, { color: look.text, fontFamily: font });
    marks.silent = true;
    marks.lineStyle.color = look.text;
    marks.data.forEach(function (mark) {
      var at = (mark.xAxis + .5) / weeks * width, long = 6.6 * mark.name.length + 12, toLeft = at + long > width;
      var from = toLeft ? at - long : at, row = 0;
      while (ends[row] > from) { row += 1; }
      ends[row] = toLeft ? at : at + long;
      mark.label = { distance: 3 + 15 * row, align: toLeft ? 'right' : 'left' };
    });
    option.grid[0].top = 30 + 15 * ends.length;
  }

  // A line is a line in the legend too, without the dot that it has nowhere.
  function legend(option) {
    [].concat(option.legend || []).forEach(function (legend) {
      legend.data = option.series.map(function (series) {
        return series.type === 'line' ? { name: series.name, itemStyle: { opacity: 0 } } : { name: series.name };
      });
    });
  }

  function dressed(option, look, width) {
    speak(option, width);
    legend(option);
    delete option.color;
    option.tooltip.renderMode = 'richText';
    option.tooltip.confine = true;
    option.tooltip.backgroundColor = look.paper;
    option.tooltip.borderColor = look.axis;
    option.tooltip.textStyle = { color: look.text };
    (option.xAxis || []).forEach(function (axis) {
      if (axis.axisTick) { axis.axisTick.interval = Number(axis.axisTick.interval); axis.axisTick.length = 0; }
      if (axis.axisLabel && axis.axisLabel.interval) { axis.axisLabel.interval = Number(axis.axisLabel.interval); }
    });
    (option.visualMap || []).forEach(function (map) {
      map.inRange = { color: look.ramp };
      map.formatter = onScale(option.series[0].data[0].value.length > 3);
    });
    option.series.forEach(function (series) {
      if (series.type === 'heatmap') {
        series.itemStyle = { borderColor: look.paper, borderWidth: 1 };
        series.data.forEach(function (field) {
          if (field.value[4]) { field.itemStyle = { borderColor: look.palette[2], borderWidth: 3 }; }
        });
      }
      if (series.type === 'sankey') { flow(series, look, width); }
      if (series.markLine) { lines(option, series.markLine, look, width); }
      if (series.markArea) {
        series.markArea.silent = true;
        series.markArea.itemStyle = { color: look.palette[2], opacity: .18 };
        series.markArea.label = { color: look.text, fontFamily: font };
        (series.markArea.data || []).forEach(function (ends) {
          var own = ends[0].itemStyle; // its colour is the name of one of the look
          if (own) { own.color = look[own.color]; }
        });
      }
      if (series.type === 'bar' && series.label) { series.label.color = look.text; series.label.textBorderWidth = 0; }
      if (option.series.length === 1) { series.color = look.palette[1]; }
    });
    return option;
  }

  // A chart that cannot be drawn leaves its table, opened; the others go on.
  function draw(box, forPaper) {
    try {
      paint(box, forPaper);
    } catch (trouble) {
      console.error(box.id, trouble);
      var table = box.parentNode && box.parentNode.querySelector('details');
      if (table) { table.open = true; }
      boxes = boxes.filter(function (other) { return other !== box; });
      drawn.delete(box);
      box.remove();
    }
  }

  function paint(box, forPaper) {
    var source = document.getElementById(box.id + '-option');
    if (!source || !window.echarts) { return; }
    var look = darkQuery.matches && !forPaper ? looks.dark : looks.light;
    if (drawn.has(box)) { drawn.get(box).dispose(); }
    var size = { renderer: 'svg' };
    if (forPaper) { size.width = paperWidth; }
    var chart = window.echarts.init(box, theme(look), size);
    var option = JSON.parse(source.textContent);
    if ('framed' in box.dataset) { option = Object.assign(JSON.parse(document.getElementById('timeline-frame').textContent), option); }
    chart.setOption(dressed(option, look, forPaper ? paperWidth : box.clientWidth));
    drawn.set(box, chart);
  }

  function redraw(forPaper) {
    drawn.forEach(function (chart, box) { draw(box, forPaper); });
  }

  var boxes = Array.from(document.querySelectorAll('.chart'));
  if (window.echarts) {
    boxes.forEach(function (box) { box.style.height = box.dataset.height + 'px'; });
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting && !drawn.has(entry.target)) { draw(entry.target, false); }
      });
    }, { rootMargin: '400px' });
    var resized = new ResizeObserver(function (entries) {
      entries.forEach(function (entry) {
        var chart = drawn.get(entry.target);
        if (chart && entry.contentRect.width > 0) { chart.resize(); }
      });
    });
    boxes.forEach(function (box) { seen.observe(box); resized.observe(box); });
    darkQuery.addEventListener('change', function () { redraw(false); });
    addEventListener('beforeprint', function () {
      boxes.forEach(function (box) { if (!box.closest('details:not([open])')) { draw(box, true); } });
    });
    addEventListener('afterprint', function () { redraw(false); });
  }
});
