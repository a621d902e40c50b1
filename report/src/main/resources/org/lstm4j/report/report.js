"use strict";
/* Draws the page's figures with uPlot. All data is in the element #figures; nothing is fetched. */
(() => {
  const root = document.documentElement;
  const FONT_SIZE = 12;
  const HOUR = 3600e3;
  const DAY = 24 * HOUR;
  const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const FIXED_STEPS = [1, 5, 10, 50, 100, 500, 1e3, 5e3, 15e3, 30e3, 60e3, 300e3, 900e3, 1800e3, HOUR, 2 * HOUR,
    3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY];
  const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

  const create = (tag, className, parent) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (parent) parent.append(element);
    return element;
  };
  const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const two = number => String(number).padStart(2, "0");

  /* ---- numbers: the same four significant digits as in the tables ---- */

  const number = value => {
    if (value == null) return "–";
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e10 || size < 1e-4)) return value.toExponential(3).replace("-", "−");
    const digits = size >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
    return value.toLocaleString("en-US", digits).replace("-", "−");
  };
  const tickLabel = (value, step) => {
    if (value == null) return "";
    const size = Math.abs(value);
    if (size >= 1e6) {
      return value.toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: 4 }).replace("-", "−");
    }
    if (size !== 0 && size < 1e-4) return value.toExponential(0).replace("-", "−");
    const decimals = Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    return value.toLocaleString("en-US", { maximumFractionDigits: decimals }).replace("-", "−");
  };

  /* ---- times: the clock on the wall of the series' own time zone, never the browser's ---- */

  const wallClock = offsets => {
    const offsetAt = instant => {
      let offset = offsets[0][1];
      for (const [from, value] of offsets) if (instant >= from) offset = value;
      return offset;
    };
    return {
      toWall: instant => instant + offsetAt(instant),
      fromWall: wall => {
        const guess = wall - offsetAt(wall);
        return wall - offsetAt(guess);
      },
    };
  };
  const timeLabel = (axis, instant) => {
    const date = new Date(axis.clock.toWall(instant));
    let text = WEEKDAYS[date.getUTCDay()] + " " + date.toISOString().slice(0, 10);
    if (axis.resolution !== "DAY") text += " " + two(date.getUTCHours()) + ":" + two(date.getUTCMinutes());
    if (axis.resolution === "SECOND") text += ":" + two(date.getUTCSeconds());
    return text;
  };
  const positionLabel = (axis, position) =>
    axis.name === "time" ? timeLabel(axis, position) : axis.name + " " + number(position);

  /* Ticks at round times of that clock: a step in milliseconds, or in months. */
  const timeStep = (span, most) => {
    const fixed = FIXED_STEPS.find(step => span / step <= most);
    if (fixed) return { fixed };
    const months = MONTH_STEPS.find(step => span / (30.4 * DAY * step) <= most);
    return { months: months || MONTH_STEPS[MONTH_STEPS.length - 1] };
  };
  const timeTicks = (axis, from, to, most) => {
    const { toWall, fromWall } = axis.clock;
    const step = timeStep(to - from, Math.max(2, most));
    const ticks = [];
    if (step.fixed) {
      const monday = step.fixed % (7 * DAY) === 0 ? 4 * DAY : 0;
      const start = Math.ceil((toWall(from) - monday) / step.fixed) * step.fixed + monday;
      for (let wall = start; fromWall(wall) <= to; wall += step.fixed) ticks.push(fromWall(wall));
    } else {
      const first = new Date(toWall(from));
      const count = first.getUTCFullYear() * 12 + first.getUTCMonth();
      for (let month = Math.floor(count / step.months) * step.months; ; month += step.months) {
        const tick = fromWall(Date.UTC(Math.floor(month / 12), month % 12, 1));
        if (tick > to) break;
        ticks.push(tick);
      }
    }
    return ticks.filter(tick => tick >= from);
  };
  /* The first line is what changes from tick to tick, the second what changes now and then. */
  const timeTickLabels = (axis, ticks) => {
    const gap = ticks.length > 1 ? ticks[1] - ticks[0] : DAY;
    let before = null;
    return ticks.map(tick => {
      const date = new Date(axis.clock.toWall(tick));
      const year = date.getUTCFullYear();
      const day = date.getUTCDate() + " " + MONTHS[date.getUTCMonth()];
      let upper, lower;
      if (gap < 0.9 * DAY) {
        upper = two(date.getUTCHours()) + ":" + two(date.getUTCMinutes());
        if (gap < 60e3) upper += ":" + two(date.getUTCSeconds());
        lower = WEEKDAYS[date.getUTCDay()] + " " + day;
      } else if (gap < 27 * DAY) {
        upper = day;
        lower = String(year);
      } else if (gap < 360 * DAY) {
        upper = MONTHS[date.getUTCMonth()];
        lower = String(year);
      } else {
        upper = String(year);
        lower = "";
      }
      const label = lower && lower !== before ? upper + "\n" + lower : upper;
      before = lower;
      return label;
    });
  };

  /* ---- a figure ---- */

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
      const narrowest = x.length > 1 ? 2 * (last - first) / (x.length - 1) : 1;
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
      const { axis, x, lines } = this.plot;
      lines.forEach(line => {
        line.output.textContent = index == null ? "" : number(line.values[index]);
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
      this.plot.lines.forEach((line, index) => this.legend.prepend(this.legendEntry(line, index)));
      this.zoomOfText = printing ? 2 : 1;
      const options = { ...this.options(), ...this.size(printing) };
      this.uplot = new uPlot(options, [this.plot.x, ...this.plot.lines.map(line => line.values)], this.place);
      this.uplot.setScale("x", { min: view[0], max: view[1] });
    }

    legendEntry(line, index) {
      const label = create("label");
      const box = create("input", "", label);
      box.type = "checkbox";
      box.hidden = this.plot.lines.length === 1;
      box.checked = !this.hidden.has(line.name);
      label.append(document.getElementById("swatch").content.cloneNode(true));
      line.sample = label.querySelector("line");
      line.sample.classList.add("line-" + line.style);
      create("bdi", "", label).textContent = line.name;
      line.output = create("output", "", label);
      label.classList.toggle("off", !box.checked);
      box.addEventListener("change", () => {
        if (box.checked) this.hidden.delete(line.name);
        else this.hidden.add(line.name);
        label.classList.toggle("off", !box.checked);
        this.uplot.setSeries(index + 1, { show: box.checked });
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
        padding: [(plot.parts.length ? 26 : 10) * zoom, 14 * zoom, 0, 0],
        cursor: { y: false, drag: { x: true, y: false, dist: 6 }, points: { size: 7, width: 1.5 } },
        scales: {
          x: { time: false, range: (_, min, max) => min === max ? [min - 1, max + 1] : [min, max] },
          y: { distr: plot.logarithmic ? 3 : 1 },
        },
        axes: [this.xAxis(axisStyle, zoom), this.yAxis(axisStyle, zoom)],
        series: [{}, ...plot.lines.map(line => this.series(line, zoom))],
        hooks: {
          drawClear: [uplot => this.drawParts(uplot)],
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
      return {
        show: !this.hidden.has(line.name),
        stroke: style.stroke,
        width: parseFloat(style.strokeWidth) * zoom,
        dash: dash && dash.map(length => length * zoom),
        /* a value between two gaps has no line: it gets a dot */
        points: { show: true, size: 3 * zoom, fill: style.stroke, width: 0, filter: () => lonely(line.values) },
      };
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

  const lonely = values => {
    const found = [];
    values.forEach((value, index) => {
      if (value != null && values[index - 1] == null && values[index + 1] == null) found.push(index);
    });
    return found;
  };

  /* ---- the page ---- */

  const figures = JSON.parse(document.getElementById("figures").textContent);
  const charts = [...document.querySelectorAll("figure[data-figure]")]
    .map(figure => new Chart(figure, figures[figure.dataset.figure]));
  const rebuild = () => charts.forEach(chart => chart.build());

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", rebuild);
  addEventListener("beforeprint", () => {
    root.classList.add("printing");
    rebuild();
  });
  addEventListener("afterprint", () => {
    root.classList.remove("printing");
    rebuild();
  });

  const command = document.getElementById("command");
  if (command && navigator.clipboard) {
    const button = create("button", "", null);
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = "Copied";
    });
    command.parentElement.after(button);
  }
})();
