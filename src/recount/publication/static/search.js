// Searches the index that the page loads beside it: no server, no network.
(function () {
  "use strict";
  var field = document.getElementById("search"), list = document.getElementById("found"), told = document.getElementById("told");
  var MOST = 60, FOLDERS = { incident: "incidents", person: "people" }, arabic = document.documentElement.lang === "ar", entries = null;
  var days = new Intl.DateTimeFormat(arabic ? "ar-IQ-u-nu-arab" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  function folded(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/\u0649/g, "\u064a")
      .replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); });
  }
  function written(dates) {
    return dates.split("/").map(function (day) { return days.format(new Date(day + "T00:00:00Z")); }).join(" \u2013 ");
  }
  function read() {
    var found = [];
    Object.keys(window.recountIndex).forEach(function (kind) {
      window.recountIndex[kind].forEach(function (entry) {
        var names = (arabic ? [entry[2], entry[0]] : [entry[0], entry[2]]).filter(Boolean).join(" \u00b7 ");
        var place = entry[1], id = /^[a-z]-(..?)/.exec(place);
        var shown = entry[3] ? names + " \u00b7 " + written(entry[3]) : names;
        found.push({ text: folded(shown + " " + (entry[3] || "")), shown: shown, kind: list.dataset[kind], href: id ? FOLDERS[kind] + "/" + id[1] + ".html#" + place : place });
      });
    });
    return found;
  }
  function show() {
    var words = folded(field.value).split(/\s+/).filter(Boolean), count = 0;
    entries = entries || read();
    list.textContent = "";
    if (words.length) entries.forEach(function (entry) {
      if (!words.every(function (word) { return entry.text.indexOf(word) >= 0; })) return;
      count += 1;
      if (count > MOST) return;
      var row = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
      link.href = entry.href; link.textContent = entry.shown; link.dir = "auto";
      kind.className = "small"; kind.textContent = " " + entry.kind;
      row.append(link, kind); list.append(row);
    });
    told.textContent = words.length ? told.dataset.found.replace("#", new Intl.NumberFormat(arabic ? "ar-u-nu-arab" : "en").format(count)) : "";
  }
  document.getElementById("searching").hidden = false;
  field.addEventListener("input", show);
  if (location.hash.length > 1) { field.value = decodeURIComponent(location.hash.slice(1)); show(); }
})();
