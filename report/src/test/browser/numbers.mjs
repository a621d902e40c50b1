// Checks how the page's script writes numbers and ticks.
//
//   node report/src/test/browser/numbers.mjs
//
// Prints what is wrong and exits 1 when something is. Needs Node 18 or later. No part of `mvn verify`.

import { readFileSync } from "node:fs";

const file = new URL("../../main/resources/org/lstm4j/report/script/numbers.js", import.meta.url);
const { number, tickLabel } = new Function(readFileSync(file, "utf8") + "return { number, tickLabel };")();

const ticks = (step, ...values) => values.map(value => tickLabel(value, step)).join(" ");
const expected = [
  [ticks(2.5, 0, 2.5, 5, 7.5), "0 2.5 5 7.5"],
  [ticks(0.25, -0.25, 0, 0.25), "−0.25 0 0.25"],
  [ticks(0.05, 4.95, 5, 5.05), "4.95 5 5.05"],
  [ticks(250, 0, 250, 1000), "0 250 1,000"],
  [ticks(5e-8, 2.5e-7, 3e-7), "2.5e−7 3.0e−7"],
  [ticks(1e-5, 2e-5, 3e-5), "2e−5 3e−5"],
  [ticks(100, 5e6, 5000100, 5000200), "5M 5.0001M 5.0002M"],
  [ticks(250e6, 0, 1e9, 1.25e9), "0 1B 1.25B"],
  [ticks(5e7, -1.5e8, 5e7), "−150M 50M"],
  [ticks(1, 1000000, 1200000), "1M 1.2M"],
  [tickLabel(0.001, 0.001) + " " + tickLabel(0.3, 0.3) + " " + tickLabel(1e-6, 1e-6), "0.001 0.3 1e−6"],
  [number(1234.5) + " " + number(0.00012345) + " " + number(-2e-12) + " " + number(null), "1,235 0.0001235 −2.000e−12 –"],
];
const wrong = expected.filter(([found, wanted]) => found !== wanted);
wrong.forEach(([found, wanted]) => console.log("wrote '" + found + "' instead of '" + wanted + "'"));
console.log(expected.length - wrong.length + " of " + expected.length + " right");
process.exit(wrong.length ? 1 : 0);
