// The pages are whole without this; with it the other language keeps the place, and long lists can be filtered.
(function () {
  "use strict";
  var switches = Array.from(document.querySelectorAll("a.switch[hreflang]")), written = document.title;
  var numbers = new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-u-nu-arab" : "en");
  function keepPlace() {
    switches.forEach(function (link) { link.hash = location.hash; });
    var shown = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var one = shown && shown.closest("article.one"), title = one && one.querySelector("h2");
    document.title = title ? title.innerText.split("\n")[0] + " \u00b7 " + written : written;
  }
  function folded(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/\u0649/g, "\u064a")
      .replace(/[\u0660-\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); });
  }
  function filter(form) {
    var list = document.getElementById(form.dataset.list), field = form.querySelector("input"), told = form.querySelector("output");
    var rows = Array.from(list.children), texts = null, shown = rows.map(function () { return true; });
    function apply() {
      texts = texts || rows.map(function (row) { return folded(row.textContent); });
      var words = folded(field.value).split(/\s+/).filter(Boolean), count = 0;
      rows.forEach(function (row, at) {
        var keep = words.every(function (word) { return texts[at].indexOf(word) >= 0; });
        if (keep !== shown[at]) { row.hidden = !keep; shown[at] = keep; }
        count += keep;
      });
      told.textContent = words.length ? form.dataset.found.replace("#", numbers.format(count)) : "";
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", apply);
  }
  window.addEventListener("hashchange", keepPlace);
  keepPlace();
  Array.from(document.querySelectorAll("form.filter")).forEach(filter);
})();
