/* Numbers with the same four significant digits as in the tables. */

const number = value => {
  if (value == null) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e10 || size < 1e-4)) return value.toExponential(3).replaceAll("-", "−");
  const digits = size >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  return value.toLocaleString("en-US", digits).replace("-", "−");
};
/* The power of ten of the last digit that ticks this far apart differ in: 0 for 5, -1 for 2.5. */
const lastDigit = step => {
  const power = powerOfTen(step);
  const leading = step / 10 ** power;
  return Math.abs(leading - Math.round(leading)) > 1e-6 ? power - 1 : power;
};
const powerOfTen = size => Math.floor(Math.log10(size) + 1e-9);
const tickLabel = (value, step) => {
  if (value == null) return "";
  const size = Math.abs(value);
  const digits = size === 0 ? 0 : Math.min(15, Math.max(0, powerOfTen(size) - lastDigit(step)));
  if (size >= 1e6) {
    return value.toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: digits + 1 }).replace("-", "−");
  }
  if (size !== 0 && size < 1e-4) return value.toExponential(digits).replaceAll("-", "−");
  const decimals = Math.min(10, Math.max(0, -lastDigit(step)));
  return value.toLocaleString("en-US", { maximumFractionDigits: decimals }).replace("-", "−");
};
