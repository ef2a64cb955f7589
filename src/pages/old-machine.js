/*
 * Says why the pane cannot run here: the only script of the page that an old engine can read, and therefore plain old
 * script, delivered as it stands. Without WebView2 Excel opens the pane in Internet Explorer 11 or in the first Edge.
 */
(function () {
  /* The newest thing that the pane asks for (Chromium 97, Safari 15.4, both of early 2022). */
  var isOld = typeof Array.prototype.findLast !== "function";
  /* How long the pane may take to appear before something is said of it, in milliseconds. */
  var PATIENCE = 20000;

  function show(id) {
    var words = document.getElementById(id);
    var pane = document.getElementById("pane");
    if (words && pane) {
      pane.style.display = "none";
      words.style.display = "block";
    }
  }

  function look() {
    var pane = document.getElementById("pane");
    if (isOld) show("old-engine");
    else
      setTimeout(function () {
        if (pane && !pane.firstChild) show("not-loaded");
      }, PATIENCE);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
  else look();
})();
