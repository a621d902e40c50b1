
/* Heat maps: the picture has a pixel a cell, and a colour says which value it stands for. */

class Heat {
  constructor(figure, data) {
    this.data = data;
    this.place = figure.querySelector(".cells");
    this.image = figure.querySelector(".cells img");
    this.picked = figure.querySelector(".picked");
    this.levels = new Map();
    for (let level = 0; level * 6 < data.colors.length; level++) {
      this.levels.set(parseInt(data.colors.slice(level * 6, level * 6 + 6), 16), level);
    }
    this.mark = create("div", "cell-mark", this.place);
    this.hide();
    this.place.setAttribute("role", "application");
    this.place.setAttribute("aria-roledescription", "interactive heat map");
    this.place.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight ArrowUp ArrowDown Home End Escape");
    const at = event => {
      const box = this.image.getBoundingClientRect();
      this.show(Math.floor((event.clientY - box.top) / box.height * data.rows.length),
        Math.floor((event.clientX - box.left) / box.width * data.steps.length));
    };
    this.place.addEventListener("pointermove", at);
    this.place.addEventListener("pointerdown", at);
    this.place.addEventListener("pointerleave", () => this.hide());
    this.place.addEventListener("keydown", event => this.key(event));
    this.place.addEventListener("blur", () => this.hide());
  }

  key(event) {
    const { rows, steps } = this.data;
    const [row, step] = this.cell ?? [0, steps.length];
    const next = {
      ArrowLeft: [row, step - 1],
      ArrowRight: [row, step + 1],
      ArrowUp: [row - 1, step],
      ArrowDown: [row + 1, step],
      Home: [row, 0],
      End: [row, steps.length - 1],
    }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.hide();
    if (!next) return;
    event.preventDefault();
    this.show(Math.min(Math.max(next[0], 0), rows.length - 1), Math.min(Math.max(next[1], 0), steps.length - 1));
  }

  hide() {
    this.cell = null;
    this.mark.hidden = true;
    this.picked.textContent = "";
  }

  show(row, step) {
    const { rows, steps, rowTitle, stepTitle, unit } = this.data;
    if (!(row >= 0 && row < rows.length && step >= 0 && step < steps.length)) return;
    this.cell = [row, step];
    const value = this.value(row, step);
    this.picked.textContent = rowTitle + " " + rows[row] + ", " + stepTitle + " " + steps[step] + ": "
      + (value == null ? "missing" : "about " + number(value) + (unit ? " " + unit : ""));
    this.mark.hidden = false;
    Object.assign(this.mark.style, {
      left: 100 * step / steps.length + "%",
      top: 100 * row / rows.length + "%",
      width: 100 / steps.length + "%",
      height: 100 / rows.length + "%",
    });
  }

  value(row, step) {
    if (!this.pixels) {
      const canvas = create("canvas");
      canvas.width = this.image.naturalWidth;
      canvas.height = this.image.naturalHeight;
      const context = canvas.getContext("2d", { willReadFrequently: true, colorSpace: "srgb" });
      context.drawImage(this.image, 0, 0);
      this.pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
    }
    const place = 4 * (row * this.data.steps.length + step);
    const level = this.levels.get(this.pixels[place] << 16 | this.pixels[place + 1] << 8 | this.pixels[place + 2]);
    const { low, high } = this.data;
    const share = level / (this.levels.size - 1);
    /* to three digits of the scale: a level is no finer */
    return level === undefined ? null : Number((low * (1 - share) + high * share).toPrecision(3));
  }
}

document.querySelectorAll("figure[data-heat]").forEach(figure => new Heat(figure, figures[figure.dataset.heat]));
