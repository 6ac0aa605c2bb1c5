"use strict";
// Buttons that copy and print the brief; without this file its Markdown is there to select.

document.addEventListener("DOMContentLoaded", () => {
  const copy = document.getElementById("copy");
  const print = document.getElementById("print");
  if (!copy) return;
  const text = document.getElementById("markdown");
  const label = copy.textContent;
  copy.hidden = print.hidden = false;
  print.addEventListener("click", () => window.print());
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      copy.textContent = copy.dataset.done;
      setTimeout(() => { copy.textContent = label; }, 2000);
    } catch {  // the browser allows it on safe addresses alone: let it be copied by hand
      text.closest("details").open = true;
      text.select();
    }
  });
});
