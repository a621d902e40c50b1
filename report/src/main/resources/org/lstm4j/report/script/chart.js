/* A figure: a plot, its legend, and what the reader can do with it by mouse, finger and keyboard. */

const root = document.documentElement;
const FONT_SIZE = 12;

const create = (tag, className, parent) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (parent) parent.append(element);
  return element;
};
const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();

class Chart {
  constructor(figure, data) {
    this.figure = figure;
    this.plots = data.plots.map(Chart.unpack);
    this.chosen = 0;
    this.hidden = new Set();
    this.place = figure.querySelector(".plot");
    this.controls(data.picker);
    const line = create("div", "unit-line");
    this.place.before(line);
    this.unit = create("span", "", line);
    this.readout = create("span", "readout", line);
    this.readout.setAttribute("aria-hidden", "true");
    this.spoken = create("p", "spoken");
    this.spoken.setAttribute("aria-live", "polite");
    this.legend = create("fieldset", "legend");
    this.place.after(this.legend, this.spoken);
    this.reachable();
    this.build();
    new ResizeObserver(() => this.resize()).observe(this.place);
  }

  static unpack(plot) {
    let position = 0;
    plot.x = plot.axis.distances.map(distance => position += distance);
    plot.areas ??= [];
    if (plot.axis.offsets) plot.axis.clock = wallClock(plot.axis.offsets);
    plot.first = plot.x[0];
    plot.last = plot.x[plot.x.length - 1];
    plot.view = [plot.firstShown, plot.last];
    return plot;
  }

  get plot() {
    return this.plots[this.chosen];
  }

  controls(picker) {
    const bar = create("div", "controls");
    if (this.plots.length > 1) {
      const label = create("label", "", bar);
      label.append(picker + " ");
      const select = create("select", "", label);
      this.plots.forEach((plot, index) => select.add(new Option(plot.name, index)));
      select.addEventListener("change", () => {
        this.chosen = Number(select.value);
        this.build();
      });
    } else {
      create("span", "hint", bar).textContent = "Drag across the plot to zoom in.";
    }
    const button = (text, name, action) => {
      const element = create("button", "", bar);
      element.type = "button";
      element.textContent = text;
      element.setAttribute("aria-label", name);
      element.title = name;
      element.addEventListener("click", action);
      return element;
    };
    this.buttons = {
      earlier: button("◀", "Move back", () => this.pan(-0.5)),
      later: button("▶", "Move on", () => this.pan(0.5)),
      closer: button("+", "Zoom in", () => this.zoom(0.5)),
      wider: button("−", "Zoom out", () => this.zoom(2)),
      all: button("All", "Show all", () => this.show(this.plot.first, this.plot.last)),
    };
    this.place.before(bar);
  }

  /* Arrow keys walk through the values, which are then read aloud. */
  reachable() {
    this.place.tabIndex = 0;
    this.place.setAttribute("role", "application");
    this.place.setAttribute("aria-roledescription", "interactive chart");
    this.place.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight Home End + - Escape");
    const move = step => this.moveTo((this.uplot.cursor.idx ?? this.plot.x.length - 1) + step);
    const keys = {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      PageUp: () => this.pan(-0.5),
      PageDown: () => this.pan(0.5),
      Home: () => this.moveTo(0),
      End: () => this.moveTo(this.plot.x.length - 1),
      "+": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      Escape: () => this.show(this.plot.first, this.plot.last),
    };
    this.place.addEventListener("keydown", event => {
      const action = keys[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        action();
      }
    });
    this.place.addEventListener("pointermove", event => {
      if (event.pointerType === "touch") {
        const box = this.uplot.over.getBoundingClientRect();
        this.uplot.setCursor({ left: event.clientX - box.left, top: event.clientY - box.top });
      }
    });
  }

  moveTo(index) {
    const { x } = this.plot;
    const target = Math.min(Math.max(index, 0), x.length - 1);
    const [from, to] = this.plot.view;
    if (x[target] < from || x[target] > to) this.show(x[target] - (to - from) / 2, x[target] + (to - from) / 2);
    this.uplot.setCursor({ left: this.uplot.valToPos(x[target], "x"), top: this.uplot.over.clientHeight / 2 });
    const values = this.plot.lines.slice().reverse().filter(line => !this.hidden.has(line.name))
      .map(line => line.name + " " + (line.values[target] == null ? "missing" : number(line.values[target])));
    values.push(...this.plot.areas.slice().reverse()
      .filter(area => !this.hidden.has(area.name) && area.lower[target] != null)
      .map(area => area.name + " " + range(area, target)));
    this.spoken.textContent = positionLabel(this.plot.axis, x[target]) + ": " + values.join(", ");
  }

  zoom(factor) {
    const [from, to] = this.plot.view;
    const middle = (from + to) / 2;
    this.show(middle - (to - from) * factor / 2, middle + (to - from) * factor / 2);
  }

  pan(share) {
    const [from, to] = this.plot.view;
    this.show(from + (to - from) * share, to + (to - from) * share);
  }

  /* Shows a stretch of the axis, moved and cut so that it lies within the data. */
  show(from, to) {
    const { first, last, x } = this.plot;
    if (x.length < 2) return;
    const narrowest = 2 * (last - first) / (x.length - 1);
    const length = Math.min(Math.max(to - from, narrowest), last - first);
    const start = Math.min(Math.max(from, first), last - length);
    this.uplot.setScale("x", { min: start, max: start + length });
  }

  viewChanged(uplot) {
    const { min, max } = uplot.scales.x;
    if (min == null) return;
    this.plot.view = [min, max];
    const { first, last } = this.plot;
    this.buttons.earlier.disabled = min <= first;
    this.buttons.later.disabled = max >= last;
    this.buttons.wider.disabled = this.buttons.all.disabled = min <= first && max >= last;
  }

  cursorMoved(uplot) {
    const index = uplot.cursor.idx;
    const { axis, x, lines, areas } = this.plot;
    lines.forEach(line => {
      line.output.textContent = index == null ? "" : number(line.values[index]);
    });
    areas.forEach(area => {
      area.output.textContent = index == null ? "" : range(area, index);
    });
    this.readout.textContent = index == null ? "" : positionLabel(axis, x[index]);
  }

  build() {
    const printing = root.classList.contains("printing");
    const view = this.plot.view.slice();
    if (this.uplot) this.uplot.destroy();
    this.unit.textContent = this.plot.unit;
    this.legend.replaceChildren();
    /* drawn last is on top, and first in the legend */
    this.plot.lines.forEach((line, index) => this.legend.prepend(this.legendEntry(line, [index + 1])));
    const { areas } = this.plot;
    const top = this.legend.firstElementChild;
    const after = this.plot.lines.length + 1;
    areas.forEach((area, index) => top.after(this.legendEntry(area, [after + 2 * index, after + 2 * index + 1])));
    this.zoomOfText = printing ? 2 : 1;
    const options = { ...this.options(), ...this.size(printing) };
    this.uplot = new uPlot(options, [this.plot.x, ...this.plot.lines.map(line => line.values),
      ...areas.flatMap(area => [area.lower, area.upper])], this.place);
    if (view[0] < view[1]) this.uplot.setScale("x", { min: view[0], max: view[1] });
  }

  /* The entry of a line or an area, which is made of so many rows of uPlot's. */
  legendEntry(line, rows) {
    const label = create("label");
    const box = create("input", "", label);
    box.type = "checkbox";
    box.hidden = this.plot.lines.length + this.plot.areas.length === 1;
    box.checked = !this.hidden.has(line.name);
    label.append(document.getElementById("swatch").content.cloneNode(true));
    line.sample = label.querySelector("line");
    line.sample.classList.add("line-" + line.style);
    if (line.lower) {
      label.classList.add("area");
      line.sample.parentElement.classList.add("area-" + line.style);
    }
    create("bdi", "", label).textContent = line.name;
    line.output = create("output", "", label);
    label.classList.toggle("off", !box.checked);
    box.addEventListener("change", () => {
      if (box.checked) this.hidden.delete(line.name);
      else this.hidden.add(line.name);
      label.classList.toggle("off", !box.checked);
      rows.forEach(row => this.uplot.setSeries(row, { show: box.checked }));
    });
    return label;
  }

  size(printing) {
    if (printing) return { width: 2 * 690, height: 2 * 250 };
    const width = Math.max(200, this.place.clientWidth);
    return { width, height: Math.round(Math.min(380, Math.max(230, width * 0.42))) };
  }

  resize() {
    if (root.classList.contains("printing")) return;
    const size = this.size(false);
    if (size.width !== this.uplot.width) this.uplot.setSize(size);
  }

  options() {
    const { plot } = this;
    const zoom = this.zoomOfText;
    const font = FONT_SIZE * zoom + "px " + getComputedStyle(document.body).fontFamily;
    const axisStyle = {
      font,
      labelFont: font,
      stroke: colour("faint"),
      gap: 4 * zoom,
      grid: { stroke: colour("grid"), width: zoom },
      ticks: { stroke: colour("rule"), width: zoom, size: 5 * zoom },
    };
    return {
      legend: { show: false },
      padding: [(plot.parts.length ? 26 : 10) * zoom, (plot.axis.name === "time" ? 30 : 14) * zoom, 0, 0],
      cursor: { y: false, drag: { x: plot.x.length > 1, y: false, dist: 6 }, points: this.cursorPoints() },
      scales: {
        x: { time: false, range: (_, min, max) => min === max ? [min - 1, max + 1] : [min, max] },
        y: { distr: plot.logarithmic ? 3 : 1 },
      },
      axes: [this.xAxis(axisStyle, zoom), this.yAxis(axisStyle, zoom)],
      series: [{}, ...plot.lines.map(line => this.series(line, zoom)),
        ...plot.areas.flatMap(area => [this.bound(area), this.bound(area)])],
      hooks: {
        drawClear: [uplot => this.drawAreas(uplot), uplot => this.drawParts(uplot)],
        draw: [uplot => this.drawGaps(uplot), uplot => this.drawMarks(uplot)],
        setScale: [(uplot, key) => { if (key === "x") this.viewChanged(uplot); }],
        setCursor: [uplot => this.cursorMoved(uplot)],
      },
    };
  }

  xAxis(style, zoom) {
    const { axis } = this.plot;
    if (axis.name !== "time") {
      const incrs = Array.from({ length: 27 }, (_, k) => [1, 2, 5][k % 3] * 10 ** Math.floor(k / 3));
      return { ...style, incrs, space: 50 * zoom, size: 30 * zoom, label: axis.title, labelSize: 22 * zoom, labelGap: 0,
        values: (_, ticks) => ticks.map(tick => tickLabel(tick, 1)) };
    }
    const room = 70 * zoom;
    return { ...style, size: 48 * zoom, lineGap: 1.3,
      splits: (uplot, _, from, to) => timeTicks(axis, from, to, Math.floor(uplot.width / room)),
      values: (_, ticks) => timeTickLabels(axis, ticks) };
  }

  yAxis(style, zoom) {
    const { logarithmic } = this.plot;
    const widest = (uplot, labels) => {
      if (!labels) return 40 * zoom;
      uplot.ctx.font = FONT_SIZE * zoom * uPlot.pxRatio + "px sans-serif";
      const widths = labels.map(label => uplot.ctx.measureText(label || "").width / uPlot.pxRatio);
      return Math.ceil(Math.max(28 * zoom, ...widths) * 1.05) + 12 * zoom;
    };
    const labels = (_, ticks, axisIndex, space, step) => ticks.map(tick => tickLabel(tick, logarithmic ? tick || 1 : step));
    return { ...style, space: 36 * zoom, size: widest, values: labels };
  }

  series(line, zoom) {
    const style = getComputedStyle(line.sample);
    const dash = style.strokeDasharray === "none" ? null : style.strokeDasharray.split(/[ ,]+/).map(parseFloat);
    if (line.form === "POINTS") return this.points(line, style, zoom);
    return {
      show: !this.hidden.has(line.name),
      ...(line.form === "STEPS" && { paths: uPlot.paths.stepped({ align: 1 }) }),
      stroke: style.stroke,
      width: parseFloat(style.strokeWidth) * zoom,
      dash: dash && dash.map(length => length * zoom),
      /* a value between two gaps has no line: it gets a dot */
      points: { show: true, size: 3 * zoom, fill: style.stroke, width: 0, filter: () => lonely(line.values) },
    };
  }

  /* Values that are not joined; the style's width is that of a dot. */
  points(line, style, zoom) {
    return {
      show: !this.hidden.has(line.name),
      stroke: style.stroke,
      paths: () => null,
      points: { show: true, size: parseFloat(style.strokeWidth) * zoom, fill: style.stroke, width: 0 },
    };
  }

  /* The rows of an area widen the scale; what is seen of them is drawn below the grid. */
  bound(area) {
    return { show: !this.hidden.has(area.name), paths: () => null, points: { show: false } };
  }

  /* The cursor has a point on every line and none on the bounds of areas. */
  cursorPoints() {
    const lines = this.plot.lines.length;
    return { size: (_, row) => row > lines ? 0 : 7, width: (_, row) => row > lines ? 0 : 1.5 };
  }

  drawAreas(uplot) {
    const { ctx, bbox } = uplot;
    const { areas } = this.plot;
    if (!areas.length) return;
    const scale = uPlot.pxRatio * this.zoomOfText;
    const across = index => uplot.valToPos(this.plot.x[index], "x", true);
    const down = value => uplot.valToPos(value, "y", true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = scale;
    for (const area of areas.filter(one => !this.hidden.has(one.name))) {
      ctx.fillStyle = colour(area.style);
      ctx.strokeStyle = colour(area.style + "-edge");
      for (const [from, to] of stretches(area.lower)) {
        /* a step alone is as wide as its dot */
        const half = from === to ? 1.5 * scale : 0;
        const edges = [area.upper, area.lower].map(values => {
          const edge = new Path2D();
          edge.moveTo(across(from) - half, down(values[from]));
          for (let index = from; index <= to; index++) edge.lineTo(across(index) + half, down(values[index]));
          return edge;
        });
        const filling = new Path2D(edges[0]);
        filling.lineTo(across(to) + half, down(area.lower[to]));
        for (let index = to; index >= from; index--) filling.lineTo(across(index) - half, down(area.lower[index]));
        ctx.fill(filling);
        edges.forEach(edge => ctx.stroke(edge));
      }
    }
    ctx.restore();
  }

  drawParts(uplot) {
    const { ctx, bbox } = uplot;
    const scale = uPlot.pxRatio * this.zoomOfText;
    const edge = part => Math.min(Math.max(uplot.valToPos(part, "x", true), bbox.left), bbox.left + bbox.width);
    ctx.save();
    ctx.font = FONT_SIZE * scale + "px " + getComputedStyle(document.body).fontFamily;
    ctx.textBaseline = "bottom";
    this.plot.parts.forEach((part, index) => {
      const left = edge(part.from);
      const right = edge(part.to);
      if (index % 2 === 1) {
        ctx.fillStyle = colour("part");
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
      }
      ctx.fillStyle = colour("faint");
      if (left > bbox.left) ctx.fillRect(left, bbox.top, scale, bbox.height);
      if (ctx.measureText(part.name).width < right - left) ctx.fillText(part.name, left, bbox.top - 5 * scale);
    });
    ctx.restore();
  }

  drawGaps(uplot) {
    const { ctx, bbox } = uplot;
    const scale = uPlot.pxRatio * this.zoomOfText;
    ctx.save();
    ctx.fillStyle = colour("gap");
    for (const gap of this.plot.gaps) {
      const left = Math.max(uplot.valToPos(gap.from, "x", true) - scale, bbox.left);
      const right = Math.min(uplot.valToPos(gap.to, "x", true) + scale, bbox.left + bbox.width);
      if (right > left) ctx.fillRect(left, bbox.top, right - left, 5 * scale);
    }
    ctx.restore();
  }

  drawMarks(uplot) {
    const { ctx, bbox } = uplot;
    const scale = uPlot.pxRatio * this.zoomOfText;
    const foot = bbox.top + bbox.height;
    const places = this.plot.marks.map(mark => uplot.valToPos(mark, "x", true))
      .filter(place => place >= bbox.left && place <= bbox.left + bbox.width);
    const apart = bbox.width / Math.max(1, places.length);
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour("faint");
    ctx.lineWidth = scale;
    ctx.setLineDash([2 * scale, 4 * scale]);
    for (const place of apart > 30 * scale ? places : []) {
      ctx.beginPath();
      ctx.moveTo(place, bbox.top);
      ctx.lineTo(place, foot);
      ctx.stroke();
    }
    const half = Math.min(5 * scale, apart / 3);
    for (const place of half > scale ? places : []) {
      ctx.beginPath();
      ctx.moveTo(place, foot - 1.6 * half);
      ctx.lineTo(place + half, foot);
      ctx.lineTo(place - half, foot);
      ctx.fill();
    }
    if (this.plot.marks.length === 1 && places.length === 1) {
      ctx.font = FONT_SIZE * scale + "px " + getComputedStyle(document.body).fontFamily;
      ctx.textBaseline = "top";
      const right = places[0] > bbox.left + bbox.width / 2;
      ctx.textAlign = right ? "right" : "left";
      ctx.fillText(this.plot.markName, places[0] + (right ? -6 : 6) * scale, bbox.top + 4 * scale);
    }
    ctx.restore();
  }
}

/* What an area spans at a place. */
const range = (area, index) =>
  area.lower[index] == null ? "–" : number(area.lower[index]) + " to " + number(area.upper[index]);

/* First and last index of every unbroken row of values. */
const stretches = values => {
  const found = [];
  values.forEach((value, index) => {
    if (value == null) return;
    if (index > 0 && values[index - 1] != null) found[found.length - 1][1] = index;
    else found.push([index, index]);
  });
  return found;
};

const lonely = values => {
  const found = [];
  values.forEach((value, index) => {
    if (value != null && values[index - 1] == null && values[index + 1] == null) found.push(index);
  });
  return found;
};
