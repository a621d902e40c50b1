package org.lstm4j.nn.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.random.RandomStreams;

/// The bytes of every network that was initialised as Keras does rest on these matrices.
class OrthogonalMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "4, 1, e6b3925e18bc00c8e2d677c430fe9dacf8c1d5818a7d45762880e93954c56a70",
        "8, 2, b381a166d58060881bb5ffef55fc3d21109cf5cd8ccc6b85dfac69fe6309798a",
        "28, 7, 409c9789ead9c75da9896dfff59cd6f207db9a99735094aad0d643a43764f2c3",
        "132, 33, ffe2129082a5eb51e38192973f18eeac83381ec4cbe0c67ff70503059b5b478b",
        "256, 64, c2795da65adcacfb5c5cf106802f9a2cbcc00e68cd1902fe120a724e0350aaef",
        "300, 300, 6d51bea7ade75730b8619ceb064196426819c245c720960f5156d4879dd133a5",
        "70, 68, a8517f85b60b310dca3958b0a0109192285525f0eb964148754d4005f2ec16d2",
        "1, 1, c68830a25204a09f8e77aada6bc5807f607cccaaa0ebb2a7122d317584478a8b",
        "5, 5, a3a5800f8754586690d0b667128dc9ced80c773e7e5cedc50281480844de3b24",
        "513, 129, 438ab977a507154724f452ce651ff0779befb4a868c0e1a5ba9b29656f89408a"})
    void drawsTheBytesItAlwaysDrew(int rows, int columns, String sha256) throws NoSuchAlgorithmException {
        float[] matrix = new float[rows * columns];
        OrthogonalMatrix.fill(matrix, rows, columns, new RandomStreams(42).stream("orthogonal"));
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * matrix.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : matrix) {
            bytes.putFloat(value);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
    }
}
