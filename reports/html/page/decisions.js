// Decisions are kept in this browser and leave it only as a file that people save.
ticketpatterns(function () {
  'use strict';
  var form = document.getElementById('decision-form');
  if (!form) { return; }
  var prefix = 'ticketpatterns.decision.';
  var byKey = 'ticketpatterns.decided_by';
  var columns = ['pattern_id', 'issue_id', 'decision', 'reason', 'date', 'owner', 'with_issue', 'decided_by', 'decided_on'];
  var storage = openStorage();
  var findings = Array.from(document.querySelectorAll('article.finding'));
  var names = Object.create(null);
  Array.from(form.content.querySelectorAll('option[value]')).forEach(function (o) { names[o.value] = o.dataset.done || o.textContent; });

  // Some browsers keep nothing for files, and say so by throwing.
  function openStorage() {
    try {
      localStorage.setItem(prefix, '');
      localStorage.removeItem(prefix);
      return localStorage;
    } catch (refused) {
      var kept = new Map();
      return {
        passing: true,
        get length() { return kept.size; },
        key: function (i) { return Array.from(kept.keys())[i]; },
        getItem: function (k) { return kept.has(k) ? kept.get(k) : null; },
        setItem: function (k, v) { kept.set(k, v); },
        removeItem: function (k) { kept.delete(k); }
      };
    }
  }

  function read(id) {
    try { return JSON.parse(storage.getItem(prefix + id)); } catch (broken) { return null; }
  }

  function all() {
    var out = [];
    for (var i = 0; i < storage.length; i++) {
      var key = storage.key(i);
      var kept = key.startsWith(prefix) && read(key.slice(prefix.length));
      if (kept && names[kept.decision]) { out.push(kept); }
    }
    return out.sort(function (a, b) { return order(a) - order(b) || (a.pattern_id < b.pattern_id ? -1 : 1); });
  }

  function order(kept) {
    var i = findings.findIndex(function (f) { return f.dataset.pattern === kept.pattern_id; });
    return i < 0 ? findings.length : i;
  }

  function today() {
    var d = new Date();
    return d.getFullYear() + '-' + ('0' + (d.getMonth() + 1)).slice(-2) + '-' + ('0' + d.getDate()).slice(-2);
  }

  // A day as the rest of the page writes it.
  function spoken(day) {
    var d = new Date(day);
    return isNaN(d) ? day : d.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  }

  function labelOf(issue) {
    var found = findings.find(function (f) { return f.dataset.issue === issue; });
    return found ? found.querySelector('h3').textContent : issue;
  }

  // What was decided, without the name of the decision.
  function details(kept) {
    var parts = [];
    if (kept.date) { parts.push(spoken(kept.date)); }
    if (kept.owner) { parts.push(kept.owner); }
    if (kept.with_issue) { parts.push(labelOf(kept.with_issue)); }
    if (kept.reason) { parts.push(kept.reason); }
    return parts.join(', ');
  }

  function element(name, text) {
    var e = document.createElement(name);
    e.textContent = text;
    return e;
  }

  // The form is made when somebody opens it.
  function openForm(box) {
    if (box.querySelector('form')) { return; }
    box.appendChild(form.content.cloneNode(true));
    var own = box.querySelector('form');
    var fields = own.elements;
    var finding = box.closest('article');
    var known = new Set([finding.dataset.issue]);
    findings.forEach(function (f) {
      if (known.has(f.dataset.issue)) { return; }
      known.add(f.dataset.issue);
      var o = element('option', f.querySelector('h3').textContent);
      o.value = f.dataset.issue;
      fields.with_issue.appendChild(o);
    });
    fill(own, read(finding.dataset.pattern));
    fields.decision.addEventListener('change', function () { ask(own); });
    own.addEventListener('submit', function (event) {
      event.preventDefault();
      keep(finding, own);
    });
    own.querySelector('[data-takeback]').addEventListener('click', function () {
      takeBack(finding.dataset.pattern);
      own.querySelector('output').textContent = say('Taken back.');
    });
  }

  function fill(own, kept) {
    columns.slice(2, 8).forEach(function (name) { own.elements[name].value = kept && kept[name] || ''; });
    own.elements.decided_by.value = kept && kept.decided_by || storage.getItem(byKey) || '';
    ask(own);
  }

  // Only what belongs to the decision is asked, and what it needs is required.
  function ask(own) {
    var choice = own.elements.decision.selectedOptions[0];
    var needs = choice && choice.dataset.needs || '';
    own.querySelectorAll('[data-field]').forEach(function (label) {
      var input = label.querySelector('input, select');
      input.required = input.name === needs;
      label.hidden = label.dataset.field === 'extra' && !input.required;
      if (label.hidden) { input.value = ''; }
    });
  }

  function keep(finding, own) {
    var kept = { pattern_id: finding.dataset.pattern, issue_id: finding.dataset.issue, decided_on: today(), label: finding.querySelector('h3').textContent };
    columns.slice(2, 8).forEach(function (name) { kept[name] = own.elements[name].value.trim(); });
    var said = own.querySelector('output');
    try {
      storage.setItem(byKey, kept.decided_by);
      storage.setItem(prefix + kept.pattern_id, JSON.stringify(kept));
    } catch (full) {
      said.textContent = say('This browser has no room left to keep it.');
      return;
    }
    refresh();
    said.textContent = storage.passing ? say('Kept until this page is closed.') : say('Kept in this browser.');
  }

  function takeBack(id) {
    storage.removeItem(prefix + id);
    refresh();
  }

  function show(row, kept) {
    row.dataset.decision = kept ? 'made' : 'open';
    var mark = row.querySelector('.mark:not([data-chance])');
    if (!mark && kept) {
      mark = element('span', '');
      mark.className = 'mark';
      row.querySelector('[data-state]').append(' ', mark);
    }
    if (mark) {
      if (!('was' in mark.dataset)) { mark.dataset.was = mark.textContent; }
      mark.textContent = kept ? names[kept.decision] : mark.dataset.was;
      mark.classList.toggle('made', Boolean(kept));
    }
  }

  function showSection(finding, kept) {
    finding.dataset.decision = kept ? 'made' : 'open';
    var said = finding.querySelector('.decided');
    said.hidden = !kept;
    said.textContent = '';
    var asked = finding.querySelector('.asked');
    if (asked) { asked.hidden = Boolean(kept); }
    if (kept) {
      said.append(element('strong', say('Decided: %s.', names[kept.decision])), ' ' + details(kept) + (details(kept) ? '. ' : '') +
        (kept.decided_by ? kept.decided_by + ', ' : '') + spoken(kept.decided_on) + '.');
    }
    finding.querySelector('.deciding summary').textContent = kept ? say('Change or take back this decision') : say('Decide');
    var own = finding.querySelector('.deciding form');
    if (own && document.activeElement && !own.contains(document.activeElement)) { fill(own, kept); }
  }

  function cell(row, text, name) {
    var c = element(name || 'td', text);
    row.appendChild(c);
    return c;
  }

  function list(decisions) {
    var body = document.querySelector('#decisions tbody');
    body.textContent = '';
    decisions.forEach(function (kept) {
      var row = document.createElement('tr');
      var finding = findings.find(function (f) { return f.dataset.pattern === kept.pattern_id; });
      var head = cell(row, '', 'th');
      head.scope = 'row';
      if (finding) {
        var link = element('a', finding.querySelector('h3').textContent);
        link.href = '#' + finding.id;
        head.appendChild(link);
      } else {
        head.textContent = say('%s (not in this report)', kept.label || kept.pattern_id);
      }
      cell(row, names[kept.decision]);
      cell(row, details(kept));
      cell(row, kept.decided_by);
      cell(row, spoken(kept.decided_on));
      var back = element('button', say('Take back'));
      back.type = 'button';
      back.addEventListener('click', function () { takeBack(kept.pattern_id); document.getElementById('decisions').focus(); });
      cell(row, '').appendChild(back);
      body.appendChild(row);
    });
  }

  function refresh() {
    var decisions = all();
    var made = new Map(decisions.map(function (kept) { return [kept.pattern_id, kept]; }));
    document.querySelectorAll('tr[data-finding]').forEach(function (row) { show(row, made.get(row.dataset.pattern)); });
    findings.forEach(function (finding) { showSection(finding, made.get(finding.dataset.pattern)); });
    var asked = findings.filter(function (f) { return f.dataset.escalate; });
    var answered = asked.filter(function (f) { return made.has(f.dataset.pattern); });
    var section = document.getElementById('decisions');
    section.querySelector('.count').textContent =
      (asked.length ? say('%d of the %d decisions asked for are made.', answered.length, asked.length) + ' ' : '') +
      (storage.passing ? say('This browser keeps nothing for a file: save them before you close the page.') :
        say('They stay in this browser, also for the next report.'));
    section.querySelector('.wide').hidden = decisions.length === 0;
    section.querySelector('[data-save]').disabled = decisions.length === 0;
    list(decisions);
    document.dispatchEvent(new Event('decided'));
  }

  // A cell that a spreadsheet would run as a formula gets an apostrophe.
  function csvCell(text) {
    text = String(text || '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
    if (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text)) { text = "'" + text; }
    return /[",\n\r]|^\s/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function save() {
    var lines = [columns.join(',')].concat(all().map(function (kept) {
      return columns.map(function (name) { return csvCell(kept[name]); }).join(',');
    }));
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/csv' }));
    link.download = 'decisions.csv';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  document.querySelectorAll('.deciding').forEach(function (box) {
    box.addEventListener('toggle', function () { if (box.open) { openForm(box); } });
  });
  document.querySelector('[data-save]').addEventListener('click', save);
  addEventListener('storage', refresh);
  refresh();
});
