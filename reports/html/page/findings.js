// Finding one's way: filter, sort, keys, links and copying.
ticketpatterns.page(function () {
  'use strict';

  // Filters hide rows and sections whose data do not fit.
  var controls = Array.from(document.querySelectorAll('[data-filter]'));
  var findings = Array.from(document.querySelectorAll('[data-finding]'));
  var parts = grouped();
  var texts = new Map();

  function grouped() {
    var out = new Map();
    findings.forEach(function (f) {
      if (!out.has(f.dataset.id)) { out.set(f.dataset.id, []); }
      out.get(f.dataset.id).push(f);
    });
    return out;
  }

  function textOf(id) {
    if (!texts.has(id)) { texts.set(id, parts.get(id).map(function (f) { return f.textContent; }).join(' ').toLowerCase()); }
    return texts.get(id);
  }

  // The texts are read while nobody waits, so that the first key finds them.
  function readAhead(ids) {
    requestIdleCallback(function (idle) {
      while (ids.length > 0 && idle.timeRemaining() > 1) { textOf(ids.pop()); }
      if (ids.length > 0) { readAhead(ids); }
    });
  }
  if (controls.length > 0 && window.requestIdleCallback) { readAhead(Array.from(parts.keys())); }

  function fits(finding) {
    return controls.every(function (control) {
      var want = control.value;
      if (!want) { return true; }
      if (control.dataset.filter === 'text') {
        return want.toLowerCase().split(/\s+/).every(function (word) { return textOf(finding.dataset.id).includes(word); });
      }
      return finding.dataset[control.dataset.filter].split('\n').includes(want);
    });
  }

  function filter() {
    var shown = new Set();
    var all = new Set();
    findings.forEach(function (finding) {
      var ok = fits(finding);
      finding.classList.toggle('off', !ok);
      all.add(finding.dataset.id);
      if (ok) { shown.add(finding.dataset.id); }
    });
    var filtered = shown.size < all.size;
    var said = document.querySelector('[data-found]');
    if (said) { said.textContent = !filtered ? '' : shown.size ? say('%d of %d findings', shown.size, all.size) : say('No finding fits.'); }
    var more = document.querySelector('details.more');
    if (more && filtered) { more.open = true; }
    hideEmpty();
  }

  // A list without a row, and what stands over sections, goes with what it holds.
  function hideEmpty() {
    function empty(e) { return !e.querySelector('[data-finding]:not(.off)'); }
    tables.forEach(function (table) {
      table.hidden = empty(table);
      if (table.previousElementSibling && table.previousElementSibling.matches('.listed')) { table.previousElementSibling.hidden = table.hidden; }
      if (table.parentNode.matches('details')) { table.parentNode.hidden = table.hidden; }
    });
    document.querySelectorAll('h2.sections').forEach(function (head) {
      var none = true;
      for (var e = head.nextElementSibling; e && !e.matches('h2, section, details'); e = e.nextElementSibling) {
        if (e.matches('article:not(.off)')) { none = false; }
      }
      head.hidden = none;
    });
    var over = document.querySelector('details.over');
    if (over) { over.hidden = empty(over); }
  }

  function reset() {
    controls.forEach(function (control) { control.value = ''; });
    if (order) {
      order.value = '';
      tables.forEach(function (table) { sort(table, -1, false); });
    }
    filter();
  }

  controls.forEach(function (control) { control.addEventListener('input', filter); });
  document.addEventListener('decided', filter);
  document.querySelectorAll('[data-reset]').forEach(function (button) { button.addEventListener('click', reset); });

  // A link to what is filtered away or folded shows it.
  function follow() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    var hidden = !target.checkVisibility();
    if (target.closest('.off')) { reset(); }
    for (var e = target; e; e = e.parentElement) {
      if (e.matches('details')) { e.open = true; }
    }
    if (hidden) { target.scrollIntoView(); }
  }
  addEventListener('hashchange', follow);
  follow();

  // A click on a column's name sorts its table, a second one turns the order.
  var tables = Array.from(document.querySelectorAll('table.findings'));
  var order = document.querySelector('[data-sort]');

  function valueOf(row, column) {
    var cell = row.cells[column];
    var text = 'value' in cell.dataset ? cell.dataset.value : cell.textContent.trim();
    var number = text === '' ? NaN : Number(text);
    return { text: text, number: number };
  }

  function compare(a, b) {
    var aNumber = !isNaN(a.number), bNumber = !isNaN(b.number);
    if (aNumber && bNumber) { return a.number - b.number; }
    if (aNumber !== bNumber) { return aNumber ? 1 : -1; } // a number is more than none
    return a.text.localeCompare(b.text, document.documentElement.lang);
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    Array.from(body.rows).sort(function (a, b) {
      var by = column < 0 ? 0 : compare(valueOf(a, column), valueOf(b, column));
      return (down ? -by : by) || a.dataset.place - b.dataset.place;
    }).forEach(function (row) { body.appendChild(row); });
    Array.from(table.tHead.rows[0].cells).forEach(function (head, i) {
      if (i === column) { head.setAttribute('aria-sort', down ? 'descending' : 'ascending'); } else { head.removeAttribute('aria-sort'); }
    });
  }

  tables.forEach(function (table) {
    Array.from(table.tBodies[0].rows).forEach(function (row, i) { row.dataset.place = i; });
    Array.from(table.tHead.rows[0].cells).slice(0, -1).forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var was = head.getAttribute('aria-sort');
        sort(table, column, was ? was === 'ascending' : head.classList.contains('n'));
      });
    });
  });

  if (controls.some(function (control) { return control.value; })) { filter(); }

  if (order) {
    order.addEventListener('change', function () {
      var by = order.value.split(' ');
      tables.forEach(function (table) { sort(table, by[0] === '' ? -1 : Number(by[0]), by[1] === 'down'); });
    });
  }

  // The finding at the top of the window, and the one that many places further.
  function shownArticles() { return Array.from(document.querySelectorAll('article.finding:not(.off)')).filter(function (a) { return a.offsetParent; }); }
  function current(articles) {
    var at = -1;
    articles.forEach(function (a, i) { if (a.getBoundingClientRect().top < innerHeight / 3) { at = i; } });
    return at;
  }
  function step(by) {
    var articles = shownArticles();
    var to = articles[Math.min(Math.max(current(articles) + by, 0), articles.length - 1)];
    if (!to) { return; }
    to.scrollIntoView();
    to.querySelector('h3').focus({ preventScroll: true });
  }
  function fold() {
    var articles = shownArticles();
    var rest = articles.length && articles[Math.max(current(articles), 0)].querySelector('details.rest');
    if (rest) { rest.open = !rest.open; }
  }

  // Keys, unless somebody is writing or switched them off.
  var search = document.querySelector('[data-filter=text]');
  var shortcut = document.querySelector('[data-shortcut]');
  var shortcutKey = 'ticketpatterns.shortcut';
  if (search && shortcut) {
    try { shortcut.checked = localStorage.getItem(shortcutKey) !== 'off'; } catch (refused) { shortcut.checked = true; }
    shortcut.addEventListener('change', function () {
      try { localStorage.setItem(shortcutKey, shortcut.checked ? 'on' : 'off'); } catch (refused) { return; }
    });
    addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || !shortcut.checked) { return; }
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { return; }
      var act = { '/': function () { search.focus(); }, j: function () { step(1); }, k: function () { step(-1); }, o: fold }[event.key];
      if (!act) { return; }
      event.preventDefault();
      act();
    });
  }

  // All rows of the list go to the printer; what else is folded stays so.
  var opened = [];
  addEventListener('beforeprint', function () {
    opened = Array.from(document.querySelectorAll('details.more:not([open])'));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });

  // Copying falls back to a selection where the clipboard is closed.
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    button.addEventListener('click', function () {
      var source = document.getElementById(button.dataset.copy);
      var said = button.parentNode.querySelector('output');
      function done() { said.textContent = say('Copied.'); }
      function select() {
        source.focus();
        source.select();
        said.textContent = document.execCommand('copy') ? say('Copied.') : say('Press Ctrl+C to copy.');
      }
      if (navigator.clipboard) { navigator.clipboard.writeText(source.value).then(done, select); } else { select(); }
    });
  });
});
