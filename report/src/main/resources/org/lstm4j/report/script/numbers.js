/* Numbers with the same four significant digits as in the tables. */

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
