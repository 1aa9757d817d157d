// Searches the index that the page loads beside it: no server, no network.
(function () {
  "use strict";
  var field = document.getElementById("search"), list = document.getElementById("found"), told = document.getElementById("told");
  var MOST = 60, texts = null;
  function folded(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/\u0649/g, "\u064a")
      .replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); });
  }
  function show() {
    var words = folded(field.value).split(/\s+/).filter(Boolean), count = 0;
    texts = texts || window.recountIndex.map(function (entry) { return folded(entry[0]); });
    list.textContent = "";
    if (words.length) texts.forEach(function (text, place) {
      if (!words.every(function (word) { return text.indexOf(word) >= 0; })) return;
      count += 1;
      if (count > MOST) return;
      var entry = window.recountIndex[place], row = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
      link.href = entry[1]; link.textContent = entry[0]; link.dir = "auto";
      kind.className = "small"; kind.textContent = " " + entry[2];
      row.append(link, kind); list.append(row);
    });
    told.textContent = words.length ? told.dataset.found.replace("#", new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-u-nu-arab" : "en").format(count)) : "";
  }
  document.getElementById("searching").hidden = false;
  field.addEventListener("input", show);
  if (location.hash.length > 1) { field.value = decodeURIComponent(location.hash.slice(1)); show(); }
})();
