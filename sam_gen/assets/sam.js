/* Enriches; every page is whole without it. */
document.addEventListener("DOMContentLoaded", () => {
  /* Material's search dialog has no accessible name of its own. */
  const dialog = document.querySelector('.md-search[role="dialog"]');
  if (dialog && !dialog.hasAttribute("aria-label")) dialog.setAttribute("aria-label", "Search");
});
