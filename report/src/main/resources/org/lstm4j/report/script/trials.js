
/* Trials as lines: the one under the pointer, or picked by arrow keys in the order of their errors, stands out everywhere. */

const trialMarks = document.querySelectorAll("[data-trial]");
const pickTrial = trial => {
  trialMarks.forEach(mark => mark.classList.toggle("on", mark.dataset.trial === trial));
  document.querySelectorAll(".parallel").forEach(svg => svg.classList.toggle("picking", trial != null));
};

class TrialLines {
  constructor(figure) {
    this.svg = figure.querySelector("svg");
    this.place = figure.querySelector(".lines");
    this.picked = figure.querySelector(".picked");
    this.lines = [...figure.querySelectorAll(".trial")].sort((a, b) => a.dataset.rank - b.dataset.rank);
    this.titles = new Map(this.lines.map(line => [line, line.querySelector("title").textContent]));
    /* the words below the chart say the same as the browser's own label, and do not cover the lines */
    this.lines.forEach(line => line.querySelector("title").remove());
    this.points = this.lines.map(line => line.getAttribute("points").split(" ").map(pair => pair.split(",").map(Number)));
    this.hint = "Point at a line, or walk through the trials by arrow keys, the best first.";
    this.picked.textContent = this.hint;
    this.place.setAttribute("role", "application");
    this.place.setAttribute("aria-roledescription", "interactive chart");
    this.place.setAttribute("aria-keyshortcuts", "ArrowDown ArrowUp Home End Escape");
    const near = event => this.show(this.nearest(event));
    this.place.addEventListener("pointermove", near);
    this.place.addEventListener("pointerdown", near);
    this.place.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") this.show(-1); });
    this.place.addEventListener("keydown", event => this.key(event));
    this.shown = -1;
  }

  key(event) {
    const last = this.lines.length - 1;
    const next = {
      ArrowDown: Math.min(this.shown + 1, last),
      ArrowUp: Math.max(this.shown - 1, 0),
      Home: 0,
      End: last,
      Escape: -1,
    }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.show(next);
  }

  show(index) {
    if (index === this.shown) return;
    this.shown = index;
    const line = this.lines[index];
    pickTrial(line ? line.dataset.trial : null);
    this.picked.textContent = line ? this.titles.get(line) : this.hint;
  }

  nearest(event) {
    const box = this.svg.getBoundingClientRect();
    const { width, height } = this.svg.viewBox.baseVal;
    const x = (event.clientX - box.left) * width / box.width;
    const y = (event.clientY - box.top) * height / box.height;
    let found = -1;
    let smallest = 24;
    this.points.forEach((points, index) => {
      for (let piece = 1; piece < points.length; piece++) {
        const distance = TrialLines.distance(x, y, points[piece - 1], points[piece]);
        if (distance < smallest) {
          smallest = distance;
          found = index;
        }
      }
    });
    return found;
  }

  static distance(x, y, [fromX, fromY], [toX, toY]) {
    const alongX = toX - fromX;
    const alongY = toY - fromY;
    const squared = alongX ** 2 + alongY ** 2;
    const share = squared ? Math.min(1, Math.max(0, ((x - fromX) * alongX + (y - fromY) * alongY) / squared)) : 0;
    return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
  }
}

document.querySelectorAll("figure[data-trials]").forEach(figure => new TrialLines(figure));
document.querySelectorAll("tr[data-trial]").forEach(row => {
  row.addEventListener("pointerenter", () => pickTrial(row.dataset.trial));
  row.addEventListener("pointerleave", () => pickTrial(null));
});
