package org.lstm4j.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the sheets of letters of [Letters] from the DejaVu fonts.
///
/// Arguments: the folder with DejaVuSans.ttf and DejaVuSans-Bold.ttf, and the folder to write to:
/// report/src/main/resources/org/lstm4j/report/picture. Run with -Djava.awt.headless=true.
final class SheetMaker {

    /// ASCII, Latin-1, Greek, and signs.
    private static final String CHARACTERS = range(' ', '~') + range('\u00a1', '\u00ff') + "ŁłŒœŠšŸŽžČčŘřĚěĞğŞşİı"
            + range('Α', 'Ρ') + range('Σ', 'Ω') + range('α', 'ω')
            + "–—‘’“”…→←≤≥≈≠∞−√∑∂·×°²³\u202f\u2009€★□";

    private SheetMaker() {}

    public static void main(String[] folders) throws Exception {
        Path to = Path.of(folders[1]);
        Font plain = font(folders[0], "DejaVuSans.ttf", 13);
        Font bold = font(folders[0], "DejaVuSans-Bold.ttf", 15);
        List<Integer> characters = CHARACTERS.codePoints().distinct().boxed().toList();
        Files.write(to.resolve("letters-plain.pgm"), sheet(plain, characters).write());
        Files.write(to.resolve("letters-bold.pgm"), sheet(bold, characters).write());
        Files.writeString(to.resolve("letters.txt"), characters.stream()
                .map(character -> Integer.toHexString(character) + " " + advance(plain, character) + " "
                        + advance(bold, character) + "\n")
                .collect(Collectors.joining()), StandardCharsets.US_ASCII);
    }

    private static Font font(String folder, String file, float size) throws Exception {
        return Font.createFont(Font.TRUETYPE_FONT, Path.of(folder, file).toFile()).deriveFont(size);
    }

    private static int advance(Font font, int character) {
        FontRenderContext context = new FontRenderContext(null, true, false);
        return (int) Math.round(font.getStringBounds(Character.toString(character), context).getWidth());
    }

    private static Sheet sheet(Font font, List<Integer> characters) throws IOException {
        TextLayout highest = new TextLayout("Ŵg", font, new FontRenderContext(null, true, false));
        int ascent = (int) Math.ceil(highest.getAscent());
        int height = ascent + (int) Math.ceil(highest.getDescent());
        int width = characters.stream().mapToInt(one -> advance(font, one) + 2 * Sheet.MARGIN).sum();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        int left = 0;
        for (int character : characters) {
            graphics.drawString(Character.toString(character), left + Sheet.MARGIN, ascent);
            left += advance(font, character) + 2 * Sheet.MARGIN;
        }
        graphics.dispose();
        byte[] grey = new byte[width * height];
        for (int index = 0; index < grey.length; index++) {
            grey[index] = (byte) image.getRaster().getSample(index % width, index / width, 0);
        }
        return new Sheet(width, height, grey);
    }

    private static String range(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
