// Pans, zooms and picks out events on the map that is already on the page: no server, no tiles, no network.
(function () {
  "use strict";
  var form = document.getElementById("picks"), map = document.querySelector(".mapped .map");
  if (!form || !map) return;
  var land = map.querySelector(".land"), bar = map.querySelector(".bar"), spots = Array.from(map.querySelectorAll("a[data-e]"));
  var BARS = [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1], zoom = 1, x = 0, y = 0;
  var number = new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-u-nu-arab" : "en");
  var told = bar.querySelector("text").textContent, writtenKm = number.format(Number(bar.dataset.km));
  var events = spots.map(function (spot) {
    return spot.dataset.e.split(" ").map(function (one) { var parts = one.split("."); return { month: parts[0], parties: parts.slice(1) }; });
  });
  function place() {
    x = Math.min(0, Math.max(100 - 100 * zoom, x)); y = Math.min(0, Math.max(100 - 100 * zoom, y));
    land.setAttribute("width", 100 * zoom + "%"); land.setAttribute("height", 100 * zoom + "%");
    land.setAttribute("x", x + "%"); land.setAttribute("y", y + "%");
    var wide = Number(bar.dataset.wide) / zoom, km = BARS.find(function (length) { return length <= wide / 4; }) || 0.1;
    bar.querySelector("line").setAttribute("x2", 3 + 100 * km / wide + "%");
    bar.querySelector("text").textContent = told.replace(writtenKm, number.format(km));
  }
  function closer(factor, fx, fy) {
    var next = Math.min(40, Math.max(1, zoom * factor));
    x = fx - (fx - x) * next / zoom; y = fy - (fy - y) * next / zoom; zoom = next; place();
  }
  function pick() {
    var from = Number(form.from.value), to = Number(form.to.value), party = form.party.value, all = 0;
    var whole = from === 0 && to === form.to.options.length - 1;
    spots.forEach(function (spot, at) {
      var count = events[at].filter(function (event) {
        var month = Number(event.month);
        return (event.month === "" ? whole : month >= from && month <= to) && (party === "" || event.parties.indexOf(party) >= 0);
      }).length;
      all += count;
      spot.style.display = count ? "" : "none";
      if (count) spot.querySelector(".point").setAttribute("r", (2.5 + 0.9 * Math.sqrt(count)).toFixed(1));
    });
    form.querySelector("output").textContent = form.dataset.shown.replace("#", number.format(all));
  }
  form.hidden = false;
  form.addEventListener("change", pick);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelector("[name=in]").addEventListener("click", function () { closer(1.6, 50, 50); });
  form.querySelector("[name=out]").addEventListener("click", function () { closer(1 / 1.6, 50, 50); });
  form.querySelector("[name=all]").addEventListener("click", function () { zoom = 1; x = y = 0; place(); });
  map.addEventListener("wheel", function (event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    var box = map.getBoundingClientRect();
    closer(event.deltaY < 0 ? 1.25 : 0.8, 100 * (event.clientX - box.left) / box.width, 100 * (event.clientY - box.top) / box.height);
  }, { passive: false });
  var held = null;
  map.addEventListener("pointerdown", function (event) { if (zoom > 1) held = { x: event.clientX, y: event.clientY, moved: false }; });
  window.addEventListener("pointermove", function (event) {
    if (!held) return;
    var box = map.getBoundingClientRect();
    held.moved = held.moved || Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) > 4;
    if (!held.moved) return;
    x += 100 * (event.clientX - held.x) / box.width; y += 100 * (event.clientY - held.y) / box.height;
    held.x = event.clientX; held.y = event.clientY; place();
  });
  window.addEventListener("pointerup", function () { setTimeout(function () { held = null; }, 0); });
  map.addEventListener("click", function (event) { if (held && held.moved) event.preventDefault(); }, true);
  map.addEventListener("dragstart", function (event) { event.preventDefault(); });
})();
