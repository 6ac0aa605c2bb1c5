"use strict";
// Draws the places of a table on the shapes of countries; the map shows where most of them lie.

const MARGIN = 3;  // degrees around the places

function placesOf(map) {
  return rowsOf(map.dataset.map).map((row) => ({
    name: row.cells[0].textContent.trim(), link: row.querySelector("a").href, events: numberIn(row.cells[1]),
    country: row.dataset.country, isState: "state" in row.dataset,
    at: row.dataset.longitude === undefined ? null : [+row.dataset.longitude, +row.dataset.latitude],
  }));
}

// The longitudes or latitudes between which eight of ten events lie.
function range(points, n) {
  const every = points.flatMap(({ at, events }) => Array(Math.min(events, 50)).fill(at[n])).sort((a, b) => a - b);
  const cut = Math.floor(every.length / 10);
  return [every[cut] - MARGIN, every[every.length - 1 - cut] + MARGIN];
}

function places(map) {
  const found = placesOf(map);
  const points = found.filter(({ at }) => at);
  const most = Math.max(...found.map(({ events }) => events));
  const [west, east] = points.length ? range(points, 0) : [-180, 180];
  const [south, north] = points.length ? range(points, 1) : [-60, 80];
  return {
    tooltip: { renderMode: "richText", confine: true, formatter: ({ data, name }) => (data?.events ? `${data.name}: ${data.events} ${map.dataset.events}` : name) },
    geo: {
      map: "world", silent: true, roam: false, boundingCoords: [[west, north], [east, south]],
      itemStyle: { areaColor: colour("--panel"), borderColor: colour("--soft") },
      regions: found.filter(({ isState }) => isState).map(({ country, events }) => ({
        name: country, itemStyle: { areaColor: colour("--bad"), opacity: 0.15 + (0.35 * events) / most },
      })),
    },
    series: [{
      type: "scatter", coordinateSystem: "geo", color: colour("--bad"),
      itemStyle: { opacity: 0.75, borderColor: colour("--paper") },
      data: points.map((point) => ({ ...point, value: point.at, symbolSize: 8 + 26 * Math.sqrt(point.events / most) })),
      label: { show: true, position: "right", formatter: "{b}", color: colour("--ink"), fontSize: 11 },
      labelLayout: { hideOverlap: true },
    }],
  };
}

document.addEventListener("DOMContentLoaded", async () => {
  const map = document.querySelector("[data-map]");
  if (!map || !window.echarts) return;
  const answer = await fetch(map.dataset.world);
  echarts.registerMap("world", await answer.json());
  show(map, () => places(map));
});
