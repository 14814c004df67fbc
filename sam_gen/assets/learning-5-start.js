/* Finds out which page of the course this is, and keeps it true: after every change, in every tab. Every page is whole
   without these scripts: whatever they add, they make themselves. */
(() => {
  "use strict";
  const { open, lesson, lists, words } = window.samLearning;

  /* Which page this is. -------------------------------------------------------------------------------- */
  let current = () => {};
  const start = () => {
    const root = document.querySelector("[data-kept]");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "";
    const base = new URL(root.dataset.home, location.href).pathname.replace(/index\.html$/, "");
    const store = open(base);
    const days = root.dataset.recall.split(" ").filter(Boolean).map(Number);
    const page = { lesson, ...lists }[root.dataset.kept];
    const show = () => {
      words.marks(store);
      render();
    };
    const render = page(root, store, days, show);
    current = () => {
      store.read();
      show();
    };
    show();
  };
  window.addEventListener("storage", () => current());
  window.addEventListener("pageshow", (event) => event.persisted && current());
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
