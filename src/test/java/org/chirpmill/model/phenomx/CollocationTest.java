package org.chirpmill.model.phenomx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The solvers and the reader of fits, on cases that can be done by hand. */
class CollocationTest {
    @Test
    void newtonsPolynomialThroughACubicIsTheCubic() {
        // 2 - x + 3 x^2 + 4 x^3
        NewtonPolynomial polynomial = NewtonPolynomial.through(
            new double[] {0, 1, 2, -1}, new double[] {2, 8, 44, 2});
        assertArrayEquals(new double[] {2, -1, 3, 4}, polynomial.monomials(), 1e-14);
        assertEquals(134, polynomial.at(3), 1e-12);
    }

    @Test
    void newtonsPolynomialMeetsValuesAndSlopesAtRepeatedNodes() {
        // x^4 - x on the nodes 0 (with slope -1), 1 and 2 (with slope 31)
        NewtonPolynomial polynomial = NewtonPolynomial.through(new double[] {0, 0, 1, 2, 2},
            new double[] {0, 0, 0, 14, 14}, new double[] {-1, -1, Double.NaN, 31, 31});
        assertArrayEquals(new double[] {0, -1, 0, 0, 1}, polynomial.monomials(), 1e-14);
    }

    @Test
    void aSystemWhoseFirstPivotIsZeroIsSolved() {
        double[] solution = LinearSystem.solve(
            new double[][] {{0, 2, 1}, {1, 1, 1}, {4, 0, -1}}, new double[] {7, 6, 1});
        assertArrayEquals(new double[] {1, 2, 3}, solution, 1e-15);
    }

    @Test
    void aFitIsTheSumOfItsTerms() {
        FitTable table = new FitTable("here", new FitReader("here").fits(Stream.of(
            "# a comment", "fit A", "  what  anything", "  spin totalSpin", "  term", "    p 1 2", "    p 0 4",
            "    q 3",
            "  term dchi^2 delta eta^3/2", "    p 5", "fit B", "  spin finalSpin", "  term", "    p 1", "    p 2",
            "    q 1", "    q 0.5")));
        AlignedBinary binary = new AlignedBinary(60, 2.0 / 3, 1.0 / 3, 0.3, -0.2, 2.0 / 9, 1.0 / 3);
        double s = (4 * 0.3 - 0.2) / 5;
        double eta = 2.0 / 9;
        assertEquals((1 + 2 * eta + 4 * eta * s) / 3 + 5 * 0.25 / 3 * Math.pow(eta, 1.5),
            table.fit("A").at(binary), 1e-15);
        assertEquals(2.4 / 1.35, table.fit("B").atFinalSpin(0.7), 1e-15);
        assertThrows(IllegalStateException.class, () -> table.fit("A").atFinalSpin(0.7));
        assertEquals("here has no fit C",
            assertThrows(NoSuchElementException.class, () -> table.fit("C")).getMessage());
    }

    @Test
    void whatATableShouldNotHoldIsNamed() {
        assertEquals("cannot read the factor 'chi^2' in fit A of there",
            assertThrows(IllegalStateException.class,
                () -> new FitReader("there").fits(Stream.of("fit A", "term chi^2"))).getMessage());
        assertEquals("cannot read the line 'r 1' in fit A of there",
            assertThrows(IllegalStateException.class,
                () -> new FitReader("there").fits(Stream.of("fit A", "r 1"))).getMessage());
    }
}
