package org.lstm4j.report.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers for readers: four significant digits, or every digit before the
/// decimal point, in groups of three. The same text in every locale.
public final class NumberText {

    /// What stands in for an undefined number.
    public static final String UNDEFINED = "n/a";

    private static final int DIGITS = 4;
    /// Beyond these powers of ten a number is written as 1.234e12.
    private static final int LARGEST_EXPONENT = 9;
    private static final int SMALLEST_EXPONENT = -4;

    private NumberText() {}

    /// `12,345`, `1.193`, `0.004200`, `1.5e-9`; `n/a` for NaN.
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return UNDEFINED;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent > LARGEST_EXPONENT || exponent < SMALLEST_EXPONENT) {
            return scientific(rounded, exponent);
        }
        BigDecimal shown = new BigDecimal(value).setScale(Math.max(0, DIGITS - 1 - exponent), RoundingMode.HALF_EVEN);
        boolean whole = value == StrictMath.rint(value);
        return group(whole ? shown.setScale(0, RoundingMode.HALF_EVEN).toPlainString() : shown.toPlainString());
    }

    /// The same without zeros at the end, for settings and scales: `0.5`, `0.01`, `19.11`.
    public static String brief(double value) {
        String text = of(value);
        if (text.indexOf('.') < 0 || text.indexOf('e') >= 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /// `17,379`.
    public static String of(long value) {
        return group(Long.toString(value));
    }

    /// The number, a narrow space and its unit; the number alone without a unit.
    public static String of(double value, String unit) {
        return unit.isEmpty() || Double.isNaN(value) ? of(value) : of(value) + "\u202f" + unit;
    }

    /// `1 step`, `1,677 steps`.
    public static String count(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// A part of a whole in percent: `47 %`, `4.2 %`, `less than 0.1 %`.
    public static String percent(double percent) {
        if (percent > 0 && percent < 0.1) {
            return "less than 0.1\u202f%";
        }
        int decimals = percent < 10 && percent > 0 ? 1 : 0;
        return group(new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()) + "\u202f%";
    }

    /// A share in percent to a tenth, for shares that are compared: `78.3 %`, `80.0 %`; `n/a` for NaN.
    public static String tenths(double percent) {
        return Double.isNaN(percent)
                ? UNDEFINED
                : new BigDecimal(percent).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "\u202f%";
    }

    private static String scientific(BigDecimal rounded, int exponent) {
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return minus(mantissa) + "e" + minus(Integer.toString(exponent));
    }

    private static String group(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int place = (point < 0 ? plain.length() : point) - 3; place > first; place -= 3) {
            text.insert(place, ',');
        }
        return minus(text.toString());
    }

    /// A true minus sign: it is as wide as a digit and never breaks a line.
    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
