/* Times on the clock of the series' own time zone, never the browser's. */

const HOUR = 3600e3;
const DAY = 24 * HOUR;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FIXED_STEPS = [1, 5, 10, 50, 100, 500, 1e3, 5e3, 15e3, 30e3, 60e3, 300e3, 900e3, 1800e3, HOUR, 2 * HOUR,
  3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

const two = number => String(number).padStart(2, "0");

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
