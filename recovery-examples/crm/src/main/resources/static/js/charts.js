/* Draws each chart from the table beside it. */

const INK = "#1d2b33", BAR = "#1f5f74", LINE = "#b3541e";

function rows(id) {
  return [...document.getElementById(id).tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
}

for (const canvas of document.querySelectorAll("canvas[data-chart]")) {
  const data = rows(canvas.dataset.table);
  const pareto = canvas.dataset.chart === "pareto";
  const labels = data.map(row => row[0].length > 32 ? `${row[0].slice(0, 31)}…` : row[0]);
  const datasets = [{ type: "bar", label: "Cases", data: data.map(row => Number(row[1])), backgroundColor: BAR, order: 2 }];
  const scales = {
    x: { ticks: { color: INK } },
    y: { beginAtZero: true, ticks: { precision: 0, color: INK }, title: { display: true, text: "Cases" } },
  };
  if (pareto) {
    datasets.push({ type: "line", label: "With those before, %", data: data.map(row => Number(row[2])), borderColor: LINE,
      backgroundColor: LINE, yAxisID: "share", order: 1, clip: false });
    scales.share = { position: "right", min: 0, max: 100, grid: { drawOnChartArea: false }, ticks: { color: INK },
      title: { display: true, text: "%" } };
  }
  const options = { maintainAspectRatio: false, animation: false, plugins: { legend: { display: pareto } }, scales };
  new Chart(canvas, { data: { labels, datasets }, options });
}
