"use strict";
// One key for each button of the item that has the focus. The page works without this file.

const items = [...document.querySelectorAll("[data-item]")];

function current() {
  const focused = document.activeElement.closest("[data-item]");
  return focused || items[0];
}

function move(step) {
  const at = items.indexOf(document.activeElement.closest("[data-item]"));
  const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
    return;
  }
  if (!/^[a-z0-9]$/.test(event.key)) return;
  const chosen = `[data-key="${event.key}"]`;
  const item = current();
  const button = (item && item.querySelector(chosen)) || document.querySelector(`.last ${chosen}`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("select").focus();
});

// An address with a mark (#v2) makes the browser focus that item by itself.
document.addEventListener("DOMContentLoaded", () => {
  if (items[0] && !location.hash) items[0].focus();
});
