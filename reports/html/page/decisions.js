// Decisions are kept in this browser and leave it only as a file that people save. Where
// a server shows the page, each goes into the history as it is made.
ticketpatterns.page(function () {
  'use strict';
  var form = document.getElementById('decision-form');
  if (!form) { return; }
  var prefix = 'ticketpatterns.decision.';
  var byKey = 'ticketpatterns.decided_by';
  var columns = ['pattern_id', 'issue_id', 'decision', 'reason', 'date', 'owner', 'with_issue', 'decided_by', 'decided_on'];
  var live = document.getElementById('decisions').dataset.live;
  var storage = live ? inMemory() : openStorage();
  var findings = Array.from(document.querySelectorAll('article.finding'));
  var report = document.getElementById('decisions').dataset.report;
  var names = Object.create(null);
  Array.from(form.content.querySelectorAll('option[value]')).forEach(function (o) { names[o.value] = o.dataset.done || o.textContent; });

  // Some browsers keep nothing for files, and say so by throwing.
  function openStorage() {
    try {
      localStorage.setItem(prefix, '');
      localStorage.removeItem(prefix);
      return localStorage;
    } catch (refused) { return inMemory(); }
  }

  function inMemory() {
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

  // What the history holds, while a server shows the page. The last decision stands.
  function recall() {
    var block = document.getElementById('decided');
    if (block) { JSON.parse(block.textContent).forEach(function (kept) { storage.setItem(prefix + kept.pattern_id, JSON.stringify(kept)); }); }
  }

  // Resolves once the server has saved it, and fails with what the server says. Nothing
  // else on the page waits for it.
  async function send(kept) {
    var sent = {};
    columns.forEach(function (name) { sent[name] = kept[name] || ''; });
    var got, said;
    try {
      got = await fetch(live, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Ticketpatterns': 'page' }, body: JSON.stringify(sent) });
      said = await got.json();
    } catch (gone) {
      throw new Error(say('Not saved: serve does not answer. Start it again and open the address that it names.'));
    }
    if (!said.saved) { throw new Error(say('Not saved: %s', said.text)); }
  }

  // Waits for the server where there is one, then goes on; says why it does not.
  function through(said, button, kept, done) {
    if (!live) { return done(); }
    button.disabled = true;
    said.classList.remove('refused');
    said.textContent = say('Saving …');
    return send(kept).then(done, function (why) {
      said.classList.add('refused');
      said.textContent = why.message;
    }).finally(function () { button.disabled = false; });
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
    var i = findings.indexOf(findingOf(kept));
    return i < 0 ? findings.length : i;
  }

  function findingOf(kept) {
    return findings.find(function (f) { return f.dataset.pattern === kept.pattern_id; });
  }

  // What is left of a text when only letters and digits count: the program writes
  // some other signs differently than people do.
  function bare(text) { return String(text || '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''); }

  // A decision is "read" if this report knows the very same one, and "old" if it was
  // made before the report asked again; neither answers what is asked now. A new one
  // of the same kind on the same day differs in what was said.
  function stateOf(kept) {
    var finding = findingOf(kept);
    if (!finding) { return 'made'; }
    var told = JSON.parse(finding.dataset.told || '[]');
    var known = told.some(function (d) {
      return columns.slice(2).every(function (name) { return bare(d[name]) === bare(kept[name]); });
    });
    if (known) { return 'read'; }
    return finding.dataset.alarm && (kept.report || kept.decided_on) < finding.dataset.asked ? 'old' : 'made';
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
    return found && found.querySelector('h3').textContent;
  }

  // What was decided, without the name of the decision.
  function details(kept) {
    var parts = [];
    if (kept.date) { parts.push(spoken(kept.date)); }
    if (kept.owner) { parts.push(kept.owner); }
    if (kept.with_issue) { parts.push(labelOf(kept.with_issue) || kept.with_label || kept.with_issue); }
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
    fill(own, answer(read(finding.dataset.pattern)));
    fields.decision.addEventListener('change', function () { ask(own); });
    own.addEventListener('submit', function (event) {
      event.preventDefault();
      keep(finding, own);
    });
    own.querySelector('[data-takeback]').addEventListener('click', function () {
      undo(finding.dataset.pattern, own.elements.decided_by.value.trim(), own.querySelector('output'), this);
    });
  }

  // A decision that answers what the report asks; null if it does not.
  function answer(kept) { return kept && stateOf(kept) === 'made' ? kept : null; }

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

  // A team as the page names it, also where the owner map's own name was written.
  function teamNamed(written) {
    var meant = Array.from(document.querySelectorAll('#teams [data-team]')).find(function (o) { return bare(o.dataset.team) === bare(written); });
    return written && meant ? meant.value : written;
  }

  function keep(finding, own) {
    var kept = { pattern_id: finding.dataset.pattern, issue_id: finding.dataset.issue, decided_on: today(), report: report, label: finding.querySelector('h3').textContent };
    columns.slice(2, 8).forEach(function (name) { kept[name] = own.elements[name].value.trim(); });
    kept.owner = teamNamed(kept.owner);
    kept.with_label = labelOf(kept.with_issue);
    through(own.querySelector('output'), own.querySelector('button'), kept, function () {
      kept.saved = Boolean(live);
      remember(kept, own.querySelector('output'));
    });
  }

  function remember(kept, said) {
    try {
      storage.setItem(byKey, kept.decided_by);
      storage.setItem(prefix + kept.pattern_id, JSON.stringify(kept));
    } catch (full) {
      said.textContent = say('This browser has no room left to keep it.');
      return;
    }
    refresh();
    said.textContent = live ? say('Saved in the history.') : storage.passing ? say('Kept until this page is closed.') : say('Kept in this browser.');
  }

  // Takes back what was decided about a pattern, if anything was.
  function undo(id, by, said, button) {
    if (live && !read(id)) { return; }
    through(said, button, { pattern_id: id, decision: 'undo', decided_by: by, decided_on: today() }, function () {
      takeBack(id);
      said.textContent = say('Taken back.');
    });
  }

  function takeBack(id) {
    storage.removeItem(prefix + id);
    refresh();
  }

  // The chip says what was decided here, or else what it said before.
  function mark(host, finding, kept) {
    var chip = host.querySelector('[data-chip]');
    if (!chip && !kept) { return; }
    if (!chip) {
      chip = element('a', '');
      chip.className = 'mark';
      chip.dataset.chip = '';
      chip.href = '#' + finding.dataset.id + '-decide';
      host.append(' ', chip);
    }
    if (!('was' in chip.dataset)) {
      chip.dataset.was = chip.textContent;
      chip.dataset.wore = chip.className;
    }
    chip.textContent = kept ? names[kept.decision] : chip.dataset.was;
    chip.className = kept ? 'mark made' : chip.dataset.wore;
    chip.hidden = chip.textContent === '';
  }

  function show(finding, kept) {
    var answered = answer(kept);
    finding.dataset.decision = answered || finding.dataset.turn === 'answered' ? 'made' : finding.dataset.asks ? 'open' : '';
    mark(finding.querySelector('[data-state]'), finding, answered);
    if (finding.matches('article')) { showSection(finding, kept, answered); }
  }

  function showSection(finding, kept, answered) {
    var said = finding.querySelector('.decided');
    said.hidden = !kept;
    said.textContent = '';
    var ask = finding.querySelector('.ask');
    if (ask) { ask.hidden = Boolean(answered); }
    if (kept) { said.append(element('strong', inShort(kept)), ' ' + inFull(kept)); }
    finding.querySelector('.deciding summary').textContent = answered ? say('Change or take back this decision') : say('Decide');
    var own = finding.querySelector('.deciding form');
    if (own && document.activeElement && !own.contains(document.activeElement)) { fill(own, answered); }
  }

  function inShort(kept) {
    switch (stateOf(kept)) {
      case 'read': return say('Already read by this report: %s.', names[kept.decision]);
      case 'old': return say('An answer to an earlier report, which asks again: %s.', names[kept.decision]);
    }
    return say('Decided: %s.', names[kept.decision]);
  }

  function inFull(kept) {
    var said = details(kept);
    return (said ? said + '. ' : '') + (kept.decided_by ? kept.decided_by + ', ' : '') + spoken(kept.decided_on) + '.' +
      (/^(merge|split)$/.test(kept.decision) && stateOf(kept) === 'made' ? ' ' + say('It takes effect in the next report.') : '');
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
      var finding = findingOf(kept);
      var head = cell(row, '', 'th');
      head.scope = 'row';
      if (finding) {
        var link = element('a', finding.querySelector('h3').textContent);
        link.href = '#' + finding.id;
        head.appendChild(link);
      } else {
        head.textContent = say('%s (not in this report)', kept.label || kept.pattern_id);
      }
      cell(row, stateOf(kept) === 'old' ? inShort(kept) : names[kept.decision]);
      cell(row, details(kept));
      cell(row, kept.decided_by);
      cell(row, spoken(kept.decided_on));
      var back = element('button', say('Take back'));
      back.type = 'button';
      back.addEventListener('click', function () {
        undo(kept.pattern_id, '', document.querySelector('#decisions output'), back);
        document.getElementById('decisions').focus();
      });
      cell(row, '').appendChild(back);
      body.appendChild(row);
    });
  }

  // Those that the report has not read.
  function unread() {
    return all().filter(function (kept) { return stateOf(kept) !== 'read'; });
  }

  function refresh() {
    var decisions = unread();
    var byPattern = new Map(all().map(function (kept) { return [kept.pattern_id, kept]; }));
    document.querySelectorAll('[data-finding]').forEach(function (finding) { show(finding, byPattern.get(finding.dataset.pattern)); });
    count(decisions);
    var section = document.getElementById('decisions');
    section.querySelector('.wide').hidden = decisions.length === 0;
    section.querySelector('[data-save]').disabled = decisions.length === 0;
    list(decisions);
    document.dispatchEvent(new Event('decided'));
  }

  // Says how far the answers are, in the section and under the summary.
  function count(decisions) {
    var asked = findings.filter(function (f) { return f.dataset.asks; });
    var answered = asked.filter(function (f) { return f.dataset.decision === 'made'; });
    var unsaved = decisions.filter(function (kept) { return !kept.saved; });
    var said = say('Decisions asked for: %d. Answered here: %d. Not yet saved: %d.', asked.length, answered.length, unsaved.length);
    var stay = live ? say('Each is in the history once the page says that it is saved.') : storage.passing ? say('This browser keeps nothing for a file: save them before you close the page.') :
      say('They stay in this browser, also for the next report.');
    if (asked.length + decisions.length) { stay = said + ' ' + stay; }
    document.querySelector('#decisions .count').textContent = stay;
    var above = document.querySelector('.unsaved');
    above.hidden = live || decisions.length === 0;
    above.firstElementChild.textContent = said;
  }

  // A cell that a spreadsheet would run as a formula gets an apostrophe.
  function csvCell(text) {
    text = String(text || '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
    if (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text)) { text = "'" + text; }
    return /[",\n\r]|^\s/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function save() {
    var decisions = unread();
    var lines = [columns.join(',')].concat(decisions.map(function (kept) {
      return columns.map(function (name) { return csvCell(kept[name]); }).join(',');
    }));
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/csv' }));
    link.download = 'decisions.csv';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    decisions.forEach(function (kept) {
      kept.saved = true;
      try { storage.setItem(prefix + kept.pattern_id, JSON.stringify(kept)); } catch (full) { return; }
    });
    refresh();
  }

  // A link to a finding's form opens it.
  function openAt(address) {
    var place = address.endsWith('-decide') && document.getElementById(decodeURIComponent(address.slice(1)));
    var box = place && place.querySelector('.deciding');
    if (!box) { return; }
    box.open = true;
    openForm(box);
    box.querySelector('select').focus({ preventScroll: true });
  }

  document.querySelectorAll('.deciding').forEach(function (box) {
    box.addEventListener('toggle', function () { if (box.open) { openForm(box); } });
  });
  document.querySelector('[data-save]').addEventListener('click', save);
  document.addEventListener('click', function (event) {
    var chip = event.target.closest('[data-chip]');
    if (chip) { setTimeout(openAt, 0, chip.hash); } // once the browser went there
  });
  addEventListener('hashchange', function () { openAt(location.hash); });
  addEventListener('storage', refresh);
  recall();
  refresh();
  openAt(location.hash);
});
