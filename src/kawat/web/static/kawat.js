"use strict";
// The page works without this file: it adds the choice of light and dark, layers, and the picture.

const root = document.documentElement;
const remembered = localStorage.getItem("kawat-theme");
if (remembered) root.dataset.theme = remembered;

function isDark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function colour(name) {
  return getComputedStyle(root).getPropertyValue(name).trim();
}

const redraw = [];

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("kawat-theme", root.dataset.theme);
    redraw.forEach((draw) => draw());
  });
  for (const box of document.querySelectorAll("input[name=layer]")) {
    box.addEventListener("change", showLayers);
  }
  drawMonths();
});

// A button that is no <button> is pressed by keys too; htmx's own filters would need eval.
document.addEventListener("keydown", (event) => {
  if ((event.key === "Enter" || event.key === " ") && event.target.matches("[role=button]")) {
    event.preventDefault();
    event.target.click();
  }
});

function showLayers() {
  const shown = [...document.querySelectorAll("input[name=layer]:checked")].map((box) => box.value);
  for (const mark of document.querySelectorAll("#text .mark")) {
    mark.classList.toggle("off", !shown.some((layer) => mark.classList.contains(layer)));
  }
}

function drawMonths() {
  const place = document.getElementById("months");
  if (!place || !window.echarts) return;
  const rows = [...document.querySelectorAll("#months-table tbody tr")].map((row) =>
    [...row.cells].map((cell) => cell.textContent));
  const chart = echarts.init(place);
  const draw = () => chart.setOption({
    animation: false,
    textStyle: { color: colour("--ink") },
    tooltip: { trigger: "axis", renderMode: "richText" },
    legend: { top: 0, textStyle: { color: colour("--ink") } },
    grid: { left: 45, right: 15, top: 35, bottom: 75 },
    dataZoom: [{ type: "slider", bottom: 10 }, { type: "inside" }],
    xAxis: { type: "category", data: rows.map((row) => row[0]), axisLabel: { color: colour("--soft") } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour("--soft") } },
    series: [
      { name: place.dataset.cooperation, type: "bar", stack: "n", color: colour("--good"), data: rows.map((row) => +row[1]) },
      { name: place.dataset.conflict, type: "bar", stack: "n", color: colour("--bad"), data: rows.map((row) => +row[2]) },
    ],
  });
  draw();
  redraw.push(draw);
  addEventListener("resize", () => chart.resize());
  chart.on("click", (point) => {
    const address = new URL(location.href);
    address.searchParams.set("since", point.name);
    address.searchParams.set("until", point.name);
    address.searchParams.delete("after");
    location.assign(address);
  });
}
