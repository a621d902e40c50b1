// Opens a report in headless Chromium, tries what a reader does, and takes pictures.
//
//   node report/src/test/browser/look.mjs PAGE.html FOLDER
//
// Writes wide.png, hover.png, phone.png, dark.png and print.pdf into FOLDER, prints what it tried, and exits 1 when
// something did not work, the console had an error, the page asked for anything from outside, or it is wider than the
// phone. Pages to try: `mvn -pl report -am test-compile`, then run org.lstm4j.report.SampleReport FOLDER from the test
// class path. Needs Node 18 or later and `chromium` on the PATH (or its name in CHROMIUM). No part of `mvn verify`.

import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [page, folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node look.mjs PAGE.html FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), "look-"));
const browser = spawn(process.env.CHROMIUM ?? "chromium", ["--headless", "--no-sandbox", "--disable-gpu",
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--hide-scrollbars", "--remote-debugging-pipe", "--user-data-dir=" + profile],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });

/* ---- the browser's debugging protocol over its pipe: JSON messages that end with a zero byte ---- */

const waiting = new Map();
const events = [];
let count = 0;
let rest = "";
browser.stdio[4].setEncoding("utf8").on("data", text => {
  const messages = (rest + text).split("\0");
  rest = messages.pop();
  messages.map(JSON.parse).forEach(message => {
    if (!message.id) return events.push(message);
    const { resolve, reject } = waiting.get(message.id);
    if (message.error) reject(new Error(message.error.message));
    else resolve(message.result);
  });
});
let session;
const send = (method, params = {}) => new Promise((resolve, reject) => {
  waiting.set(++count, { resolve, reject });
  browser.stdio[3].write(JSON.stringify({ id: count, method, params, sessionId: session }) + "\0");
});
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
const evaluate = async expression => {
  const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};

const problems = [];
const check = (what, holds) => {
  console.log((holds ? "ok      " : "FAILED  ") + what);
  if (!holds) problems.push(what);
};

const show = async (width, height, scale, scheme) => {
  await send("Emulation.setDeviceMetricsOverride",
    { width, height, deviceScaleFactor: scale, mobile: width < 600 });
  await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  await pause(400);
};
const picture = async (name, whole = true) => {
  const { data } = await send("Page.captureScreenshot", { format: "png", captureBeyondViewport: whole });
  writeFileSync(join(folder, name), Buffer.from(data, "base64"));
};
const mouse = (type, x, y, buttons = 0) =>
  send("Input.dispatchMouseEvent", { type, x, y, button: buttons ? "left" : "none", buttons, clickCount: 1 });
const key = async name => {
  await send("Input.dispatchKeyEvent", { type: "keyDown", key: name });
  await send("Input.dispatchKeyEvent", { type: "keyUp", key: name });
  await pause(150);
};
const box = selector => evaluate(`(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
})()`);

const readTheForecast = async () => {
  const figure = 'figure[data-figure="forecast"] ';
  const outputs = `[...document.querySelectorAll('${figure}output')].map(output => output.textContent).join("")`;
  const drawing = () => evaluate(`document.querySelector('${figure}canvas').toDataURL()`);
  const readout = () => evaluate(`document.querySelector('${figure}.readout').textContent`);
  if (!await evaluate(`!!document.querySelector('${figure}')`)) return;

  const plot = await box(figure + ".u-over");
  const middle = plot.top + plot.height / 2;
  await mouse("mouseMoved", plot.left + plot.width / 2, middle);
  await pause(150);
  check("hovering shows values: " + await evaluate(outputs), /\d/.test(await evaluate(outputs)));
  check("and where they stand: " + await readout(), (await readout()).length > 0);

  await picture("hover.png", false);

  const before = await drawing();
  await mouse("mousePressed", plot.left + plot.width * 0.3, middle, 1);
  await mouse("mouseMoved", plot.left + plot.width * 0.5, middle, 1);
  await mouse("mouseReleased", plot.left + plot.width * 0.5, middle, 1);
  await pause(200);
  check("dragging zooms in", await drawing() !== before);

  await evaluate(`document.querySelector('${figure}.plot').focus()`);
  await key("End");
  const last = await readout();
  await key("ArrowLeft");
  check("arrow keys walk from " + last + " to " + await readout(), last !== "" && await readout() !== last);
  await key("Escape");
  check("Escape shows all", await evaluate(`[...document.querySelectorAll('${figure}button')].at(-1).disabled`));

  const drawn = await drawing();
  await evaluate(`document.querySelector('${figure}input').click()`);
  await pause(150);
  check("a line can be hidden", await drawing() !== drawn);
  await evaluate(`document.querySelector('${figure}input').click()`);
  await evaluate(`document.querySelector('${figure}.plot').focus()`);
  await evaluate(`document.querySelectorAll('${figure}select option').forEach(option => {
    option.selected = true;
    option.parentElement.dispatchEvent(new Event("change"));
  })`);
  await key("Home");
  check("values are spoken: " + await evaluate(`document.querySelector('${figure}.spoken').textContent`),
    await evaluate(`document.querySelector('${figure}.spoken').textContent.length > 10`));
  check("every series can be drawn", await evaluate(`document.querySelector('${figure}canvas').width > 0`));
};

const part = async (name, selector) => {
  const { x, y, width, height } = await evaluate(`(() => {
    const { left, top, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  })()`);
  const { data } = await send("Page.captureScreenshot",
    { format: "png", captureBeyondViewport: true, clip: { x, y, width, height, scale: 1 } });
  writeFileSync(join(folder, name), Buffer.from(data, "base64"));
};
const text = selector => evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);

const readTheTrials = async () => {
  const figure = 'figure[data-trials="hyperparameters"] ';
  if (!await evaluate(`!!document.querySelector('${figure}')`)) return;
  await evaluate(`document.querySelector('${figure}.lines').focus()`);
  await key("Home");
  const best = await text(figure + ".picked");
  check("the first key picks the best trial: " + best, /^Trial \d+: /.test(best));
  await key("ArrowDown");
  const next = await text(figure + ".picked");
  check("the next key picks the next: " + next, next !== best);
  await part("trials.png", figure);
  check("its row stands out", await evaluate("document.querySelectorAll('tr.on').length === 1"));
  await key("Escape");
  const plot = await box(figure + "svg");
  await mouse("mouseMoved", plot.left + plot.width * 0.4, plot.top + plot.height / 2);
  await pause(150);
  check("pointing picks a trial: " + await text(figure + ".picked"), /^Trial/.test(await text(figure + ".picked")));
};

const sortTheTable = async () => {
  const table = "table.sortable ";
  if (!await evaluate(`!!document.querySelector('${table}')`)) return;
  const first = () => text(table + "tbody tr");
  const press = () => evaluate(`document.querySelectorAll('${table}thead button')[2].click()`);
  await press();
  const smallest = await first();
  await press();
  check("headings sort", await first() !== smallest);
};

const readTheHeatMap = async () => {
  const figure = "figure[data-heat] ";
  if (!await evaluate(`!!document.querySelector('${figure}')`)) return;
  await evaluate(`document.querySelector('${figure}.cells').focus()`);
  await key("ArrowLeft");
  const last = await text(figure + ".picked");
  check("arrow keys read a cell: " + last, /about|missing/.test(last));
  await part("heat.png", figure);
  const cells = await box(figure + ".cells");
  await mouse("mouseMoved", cells.left + cells.width / 2, cells.top + cells.height / 2);
  await pause(150);
  check("pointing reads a cell: " + await text(figure + ".picked"), /about|missing/.test(await text(figure + ".picked")));
  if (await evaluate("!!document.querySelector('.heats')")) await part("gates.png", ".heats");
};

try {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  ({ sessionId: session } = await send("Target.attachToTarget", { targetId, flatten: true }));
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(domain + ".enable");
  const address = pathToFileURL(resolve(page)).href;

  await show(1280, 900, 1, "light");
  await send("Page.navigate", { url: address });
  await pause(1500);
  await picture("wide.png");
  check("there are figures", await evaluate("document.querySelectorAll('.plot').length > 0"));
  check("every figure is drawn", await evaluate(
    `[...document.querySelectorAll(".plot")].every(plot => plot.querySelector("canvas")?.width > 0)`));
  await readTheForecast();
  await readTheTrials();
  await readTheHeatMap();
  await sortTheTable();

  await send("Page.reload");
  await show(390, 844, 2, "light");
  await pause(1000);
  await picture("phone.png");
  check("a phone is wide enough", await evaluate("document.documentElement.scrollWidth <= 390"));

  await show(1280, 900, 1, "dark");
  await picture("dark.png");
  const { data } = await send("Page.printToPDF", { printBackground: true, paperWidth: 8.27, paperHeight: 11.69 });
  writeFileSync(join(folder, "print.pdf"), Buffer.from(data, "base64"));
  check("printing leaves no trace", await evaluate("!document.documentElement.classList.contains('printing')"));

  const asked = events.filter(event => event.method === "Network.requestWillBeSent")
    .map(event => event.params.request.url.slice(0, 80)).filter(url => url !== address && !url.startsWith("data:"));
  check("nothing is asked for from outside " + asked.slice(0, 3).join(" "), asked.length === 0);
  const errors = events.filter(event => event.method === "Runtime.exceptionThrown"
    || event.method === "Log.entryAdded" || event.method === "Runtime.consoleAPICalled");
  check("the console is empty " + errors.map(error => JSON.stringify(error.params)).join(" "), errors.length === 0);
} finally {
  const gone = new Promise(done => browser.once("exit", done));
  session = undefined;
  send("Browser.close").catch(() => browser.kill());
  await gone;
  await pause(500); // its last processes are still writing their profile
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
}
process.exit(problems.length ? 1 : 0);
