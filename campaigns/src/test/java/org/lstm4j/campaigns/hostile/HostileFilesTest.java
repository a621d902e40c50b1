package org.lstm4j.campaigns.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.campaigns.SoundFiles;

/// Each file of [HostileCampaign] once, bombs up to 16 MB; times are for the campaign.
class HostileFilesTest {

    private static final long LARGEST = 16 << 20;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void areRefusedAtLittleCost() {
        List<HostileFile> files = HostileCampaign.files(folder, new SoundFiles(SoundFiles.FOLDER), LARGEST);

        assertThat(files).hasSizeGreaterThan(300);
        assertThat(files).allSatisfy(file -> {
            HostileVerdict verdict = HostileVerdict.of(file, 1);
            assertThat(verdict.isRight()).as(verdict::toString).isTrue();
            assertThat(verdict.isFrugal()).as(verdict::toString).isTrue();
        });
    }

    @Test
    void areAsHarmfulAsTheyClaim() {
        RawZip.Zeros zeros = RawZip.Zeros.of(new byte[]{1, 2}, 3 << 20);

        assertThat(zeros.deflated().length).isLessThan((3 << 20) / 200);
        assertThat(new RawZip().with("a", new byte[]{1}).bytes()).startsWith('P', 'K', 3, 4);
    }
}
