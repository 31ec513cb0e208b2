package org.chirpmill.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** The expected numbers were read from the same files with h5py 3. */
class ReferenceWaveformsTest {
    @Test
    void readsTheNumbersThatH5pyReads() {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomD");

        assertEquals(20.0, reference.referenceFrequency());
        assertEquals(384, reference.frequencies().length);
        assertEquals(140.7706896217885, reference.frequencies()[200]);
        assertEquals(List.of("edge", "production", "wide"), names(reference));
        assertEquals(6, reference.group("edge").rows());
        assertEquals(2.7817058930573515e-24, reference.group("production").plus()[7][200]);
        assertEquals(-4.878622463362587e-24, reference.group("production").plus()[7][201]);
        assertEquals(-3.69451997625592e-23, reference.group("wide").cross()[47][60]);
        assertEquals(1.0716410936912404e-23, reference.group("wide").cross()[47][61]);
        assertEquals(1.3467074609044955e-13, reference.group("production").lalNoisePeak()[3]);
        assertEquals(0.0, reference.group("wide").lalNoiseLoss()[5]);
    }

    @Test
    void buildsTheSourceFromTheFilesOwnCartesianSpins() {
        assertEquals(
            new SourceParameters(36, 29, 0, 0, 0.99, 0, 0, 0.99, 0.5, 0, 1000, 0, 0),
            ReferenceWaveforms.of("IMRPhenomD").group("edge").source(5));

        SourceParameters precessing = ReferenceWaveforms.of("IMRPhenomXP").group("production").source(0);
        assertEquals(0.9326868035985659, precessing.iota());
        assertEquals(-0.007634007472399519, precessing.spinOneX());
        assertEquals(0.09621740653912104, precessing.spinTwoZ());
    }

    @Test
    void readsTheUniformGridAndTurnsItsTiltsIntoAlignedSpins() {
        ReferenceWaveforms reference = ReferenceWaveforms.onUniformGrid("IMRPhenomD");
        ReferenceGroup exact = reference.group("exact");

        assertEquals(8193, reference.frequencies().length);
        assertEquals(1024.0, reference.frequencies()[8192]);
        assertEquals(6, exact.rows());
        assertEquals(0.0, exact.plus()[0][2 * 159]);
        assertEquals(2.3671075280463935e-24, exact.plus()[2][1600]);
        assertEquals(-4.419839670757852e-25, exact.plus()[2][1601]);
        assertEquals(-0.20889519505456525, exact.source(0).spinOneZ());
        assertEquals(0.1579259674221015, exact.source(0).spinTwoZ());
        assertEquals(1.9575036731710715, exact.source(0).iota());
    }

    @Test
    void everyRowOfEveryFileHasAWaveform() {
        for (String approximant : List.of("IMRPhenomD", "TaylorF2", "IMRPhenomXAS", "IMRPhenomXP")) {
            for (ReferenceGroup group : ReferenceWaveforms.of(approximant).groups()) {
                assertTrue(group.rows() > 0, approximant + "/" + group.name());
                for (int row = 0; row < group.rows(); row++) {
                    assertTrue(group.hasWaveform(row), approximant + "/" + group.name() + " row " + row);
                    assertFalse(Double.isNaN(group.lalNoisePeak()[row]), approximant + "/" + group.name());
                }
            }
        }
    }

    @Test
    void namesWhatIsMissing() {
        ReferenceWaveforms reference = ReferenceWaveforms.of("TaylorF2");
        assertEquals(
            "no group 'bbh' in the reference TaylorF2",
            assertThrows(NoSuchElementException.class, () -> reference.group("bbh")).getMessage());
        assertThrows(NoSuchElementException.class, () -> ReferenceWaveforms.of("IMRPhenomZ"));
        assertThrows(NoSuchElementException.class, () -> reference.group("bns").parameter(0, "mass_3"));
    }

    private static List<String> names(ReferenceWaveforms reference) {
        return reference.groups().stream().map(ReferenceGroup::name).toList();
    }
}
