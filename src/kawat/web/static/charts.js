"use strict";
// Draws what tables of the page hold: each chart names its table, so that nothing is in the
// picture alone.

const narrow = () => innerWidth < 600;

function rowsOf(id) {
  return [...(document.getElementById(id)?.querySelectorAll("tbody tr") ?? [])];
}

function numberIn(cell) {
  return cell.dataset.value === undefined ? +cell.textContent.trim() : +cell.dataset.value;
}

const number = new Intl.NumberFormat(document.documentElement.lang);

function axis({ axisLabel, ...more }) {
  return {
    axisLabel: { color: colour("--soft"), hideOverlap: true, ...axisLabel }, nameTextStyle: { color: colour("--soft") },
    axisLine: { lineStyle: { color: colour("--soft") } }, splitLine: { lineStyle: { color: colour("--line") } },
    ...more,
  };
}

// The months from the first to the last, also those of which there is nothing to tell.
function monthsBetween(first, last) {
  const months = [];
  for (let [year, month] = first.split("-").map(Number); ; month === 12 ? (year++, month = 1) : month++) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    months.push(name);
    if (name >= last) return months;
  }
}

function bars(place) {
  const heads = [...document.querySelectorAll(`#${place.dataset.table} thead th[data-colour]`)];
  const told = new Map(rowsOf(place.dataset.table).map((row) => [row.cells[0].textContent.trim(), row]));
  const months = monthsBetween([...told.keys()][0], [...told.keys()].at(-1));
  const less = new Map();  // a column whose numbers hold those of the column before
  heads.forEach((head, n) => { if (head.dataset.minus) less.set(head, heads[n - 1]); });
  const value = (row, head) => row &&
    numberIn(row.cells[head.cellIndex]) - (less.has(head) ? numberIn(row.cells[less.get(head).cellIndex]) : 0);
  return {
    textStyle: { color: colour("--ink") },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true },
    legend: { top: 0, type: "scroll", textStyle: { color: colour("--ink") } },
    grid: { left: 45, right: 15, top: 35, bottom: months.length > 24 ? 75 : 30 },
    dataZoom: months.length > 24 ? [{ type: "slider", bottom: 10 }, { type: "inside" }] : [],
    xAxis: axis({ type: "category", data: months }),
    yAxis: axis({ type: "value", minInterval: 1 }),
    series: heads.map((head) => ({
      name: head.textContent, type: "bar", stack: "n", barMaxWidth: 40, color: colour(head.dataset.colour),
      data: months.map((month) => value(told.get(month), head)),
    })),
  };
}

function network(place) {
  const rows = rowsOf(place.dataset.table);
  const most = Math.max(...rows.map((row) => numberIn(row.cells[2]) + numberIn(row.cells[3])));
  const across = place.clientWidth / 2 - (narrow() ? 55 : 110);
  const down = place.clientHeight / 2 - 45;
  const corner = (x, y) => ({ id: `${x} ${y}`, x, y, symbolSize: 0, label: { show: false } });  // so that a unit is a pixel
  const corners = [corner(-place.clientWidth / 2, -place.clientHeight / 2), corner(place.clientWidth / 2, place.clientHeight / 2)];
  const middle = { id: "", name: place.dataset.name, x: 0, y: 0, symbolSize: 34, itemStyle: { color: colour("--plan") } };
  const nodes = rows.map((row, n) => {
    const [contacts, good, bad] = [1, 2, 3].map((cell) => numberIn(row.cells[cell]));
    const turn = (2 * Math.PI * n) / rows.length;
    const far = narrow() || rows.length < 9 || n % 2 ? 1 : 0.72;
    return {
      id: row.dataset.id, name: row.cells[0].textContent.trim(), link: row.querySelector("a").href,
      x: Math.sin(turn) * far * across, y: -Math.cos(turn) * far * down,
      symbolSize: 10 + 20 * Math.sqrt((good + bad) / most),
      itemStyle: { color: colour(bad > good ? "--bad" : "--good") },
      words: `${place.dataset.contacts} ${contacts}\n${place.dataset.cooperation} ${good}\n${place.dataset.conflict} ${bad}`,
      strength: 1 + 7 * ((good + bad) / most),
    };
  });
  const ties = nodes.map((node) => ({
    source: "", target: node.id, lineStyle: { width: node.strength, color: node.itemStyle.color, opacity: 0.55 },
  }));
  const links = rowsOf(place.dataset.links)
    .filter((row) => nodes.some((n) => n.id === row.dataset.one) && nodes.some((n) => n.id === row.dataset.other))
    .map((row) => ({
      source: row.dataset.one, target: row.dataset.other,
      lineStyle: { width: 1, color: colour("--soft"), opacity: 0.35, curveness: 0.15 },
    }));
  return {
    tooltip: { renderMode: "richText", confine: true, formatter: ({ data }) => (data.words ? `${data.name}\n${data.words}` : "") },
    series: [{
      type: "graph", layout: "none", roam: false, nodes: [...corners, middle, ...nodes], links: [...links, ...ties],
      left: 0, right: 0, top: 0, bottom: 0,
      label: {
        show: true, position: "bottom", color: colour("--ink"), fontSize: narrow() ? 10 : 12, lineHeight: 14,
        width: narrow() ? 70 : 130, overflow: "break",
      },
      labelLayout: { hideOverlap: false },
    }],
  };
}

function toll(place) {
  const counters = new Map();
  for (const { dataset } of rowsOf(place.dataset.table)) {
    if (!dataset.day) continue;
    const [low, best, high] = [dataset.low, dataset.best, dataset.high].map((n) => (n === "" ? null : +n));
    const of = counters.get(dataset.by) ?? [];
    of.push([dataset.day, best ?? low ?? high, low ?? best, high ?? best]);
    counters.set(dataset.by, of);
  }
  const colours = ["--plan", "--bad", "--good", "--maybe", "--ink", "--soft"].map(colour);
  const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
  return {
    textStyle: { color: colour("--ink") },
    tooltip: {
      renderMode: "richText", confine: true,
      formatter: ({ seriesName, value }) => `${seriesName}\n${value[0]}\n${value[2] ?? "?"} – ${value[1]} – ${value[3] ?? "?"}`,
    },
    legend: { top: 0, type: "scroll", textStyle: { color: colour("--ink") } },
    grid: { left: 70, right: 15, top: 35, bottom: 30 },
    xAxis: axis({ type: "time", axisLabel: { formatter: "{yyyy}-{MM}-{dd}" } }),
    yAxis: axis({ type: "value", axisLabel: { formatter: (value) => number.format(value) } }),
    series: [...counters].flatMap(([by, counts], n) => {
      const paint = colours[n % colours.length];
      return [
        { name: by, type: "scatter", data: counts, symbol: symbols[n % symbols.length], symbolSize: 10, color: paint },
        {
          name: by, type: "custom", silent: true, data: counts, color: paint, encode: { x: 0, y: [2, 3] },
          renderItem: (_, api) => {
            const [x, low] = api.coord([api.value(0), api.value(2)]);
            const [, high] = api.coord([api.value(0), api.value(3)]);
            return { type: "line", shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: paint, lineWidth: 2 } };
          },
        },
      ];
    }),
  };
}

const CHARTS = { bars, network, toll };

document.addEventListener("DOMContentLoaded", () => {
  if (!window.echarts) return;
  for (const place of document.querySelectorAll("[data-chart]")) {
    show(place, () => CHARTS[place.dataset.chart](place));
  }
});

function show(place, option) {
  const chart = echarts.init(place);
  const draw = () => chart.setOption({ animation: false, ...option() }, true);
  draw();
  redraw.push(draw);
  addEventListener("resize", () => { chart.resize(); draw(); });
  chart.on("click", ({ data }) => { if (data?.link) location.assign(data.link); });
}
