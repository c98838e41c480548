// Everything in these scripts is an extra: the page can be read without them.
// The page holds the chart runtime compressed, and a large report its later findings, to
// be small enough for a mail; they are unpacked before anything else looks at the page.
document.documentElement.classList.add('js');

// A text in English, with operands as fmt of Go takes them; a page in another
// language holds what these scripts say in that.
var say = (function () {
  'use strict';
  var lang = document.documentElement.lang;
  var block = document.getElementById('texts');
  var texts = block ? JSON.parse(block.textContent) : {};
  return function (text) {
    var operands = arguments, next = 1;
    return (texts[text] || text).replace(/%(?:\[(\d+)\])?([%ds])/g, function (all, at, verb) {
      if (verb === '%') { return '%'; }
      var operand = operands[at ? Number(at) : next];
      next = (at ? Number(at) : next) + 1;
      return verb === 'd' ? operand.toLocaleString(lang) : operand;
    });
  };
})();

var ticketpatterns = (function () {
  'use strict';
  var runtime = document.getElementById('runtime');
  var later = document.getElementById('later');
  var ready = later ? show() : null;
  var drawing = runtime ? Promise.all([ready, run()]) : null;

  async function unpacked(packed) {
    var bytes = Uint8Array.from(atob(JSON.parse(packed.textContent)), function (c) { return c.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  }

  // The policy of the page knows the runtime by its hash. Without it charts stay tables.
  async function run() {
    try {
      var script = document.createElement('script');
      script.textContent = await unpacked(runtime);
      document.head.append(script);
    } catch (e) { return; }
  }

  async function show() {
    try {
      later.insertAdjacentHTML('beforebegin', await unpacked(later));
    } catch (e) {
      later.insertAdjacentText('beforebegin', say('This browser cannot unpack the later findings. They are in %s and in the folder %s.', 'patterns.csv', 'teams'));
    }
    setTimeout(function () { // once the charts have their height
      if (location.hash) { location.replace(location.hash); }
    });
  }

  // wait runs a part of the script once what it needs is unpacked.
  function wait(promise, part) {
    if (promise) { promise.then(part); } else { part(); }
  }

  return {
    page: function (part) { wait(ready, part); },
    charts: function (part) { wait(drawing || ready, part); }
  };
})();
