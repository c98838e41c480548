// Everything in these scripts is an extra: the page can be read without them.
// A large report holds its later findings compressed, to be small enough for a
// mail; they are unpacked before anything else looks at the page.
document.documentElement.classList.add('js');
var ticketpatterns = (function () {
  'use strict';
  var packed = document.getElementById('later');
  var ready = packed ? unpack().catch(function () {
    packed.insertAdjacentText('beforebegin', 'This browser cannot unpack the later findings. They are in patterns.csv and in the folder teams.');
  }) : null;

  async function unpack() {
    var bytes = Uint8Array.from(atob(JSON.parse(packed.textContent)), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    packed.insertAdjacentHTML('beforebegin', await new Response(stream).text());
    setTimeout(function () { // once the charts have their height
      if (location.hash) { location.replace(location.hash); }
    });
  }

  return function (part) {
    if (ready) { ready.then(part); } else { part(); }
  };
})();

