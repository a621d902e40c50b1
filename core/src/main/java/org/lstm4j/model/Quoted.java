package org.lstm4j.model;

/// Text from a file, made safe to print: quoted, control characters written out, long text cut.
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /// The text in quotes, at most 60 letters of it.
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int index = 0; index < Math.min(text.length(), LONGEST); index++) {
            char letter = text.charAt(index);
            if (Character.isISOControl(letter) || Character.isSurrogate(letter)) {
                quoted.append("\\u").append(Integer.toHexString(letter | 0x10000), 1, 5);
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append(text.length() > LONGEST ? "…'" : "'").toString();
    }
}
