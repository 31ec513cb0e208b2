package org.chirpmill.prior;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why the classes of bilby's prior modules that {@link KnownPrior} lacks are not taken, and what to write instead. */
final class OtherClasses {
    private static final String TOGETHER =
        "draws several parameters together, which Chirpmill does not: write a prior of its own for each";
    private static final String ON_THE_SKY =
        "is a map of the sky, on which no waveform depends: leave it to the extrinsic prior of the training";
    private static final String SET = "is a set of priors, not one: write its entries as keys of their own";

    private static final Map<String, String> REASONS = reasons();

    private OtherClasses() {}

    /** The reason and the remedy, with the class' name before them; null of a name that is none of these. */
    static String refusal(String name) {
        String reason = REASONS.get(name);
        if (reason == null && name.startsWith("Conditional") && !name.endsWith("Exception")) {
            reason = "depends on other parameters, which Chirpmill's priors do not: for mass_2 below mass_1 write"
                + " chirp_mass and mass_ratio, as UniformInComponentsChirpMass and UniformInComponentsMassRatio";
        }
        return reason == null ? null : "bilby's " + name + " " + reason;
    }

    private static Map<String, String> reasons() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("Prior", "is what all distributions have in common: write one of them, such as Uniform");
        table.put("Cosmological", "is what two distributions have in common: write UniformComovingVolume or"
            + " UniformSourceFrame");
        table.put("FromFile", "reads its table from a file, which a dataset could not hold: write the numbers as"
            + " Interped(xx=[...], yy=[...])");
        table.put("SlabSpikePrior", "adds a spike to a distribution, which Chirpmill does not: make one set with the"
            + " distribution and one with the number");
        table.put("EOSCheck", "needs equations of state, which Chirpmill does not have: write Constraint on lambda_1"
            + " and lambda_2");
        table.put("DirichletElement", "depends on the other elements, which Chirpmill's priors do not: write Beta where"
            + " one element is enough");
        table.put("ConditionalChiUniformSpinMagnitude", "depends on chi, which Chirpmill's priors cannot: write"
            + " AlignedSpin on chi_1 and chi_2, or a and cos_tilt");
        table.put("ConditionalChiInPlane", "depends on chi, which Chirpmill's priors cannot: write Uniform on a_1 and"
            + " a_2 and Sine on tilt_1 and tilt_2");
        for (String joint : new String[] {"JointPrior", "BaseJointPriorDist", "MultivariateGaussian",
            "MultivariateGaussianDist", "MultivariateNormal", "MultivariateNormalDist"}) {
            table.put(joint, TOGETHER);
        }
        table.put("HealPixPrior", ON_THE_SKY);
        table.put("HealPixMapPriorDist", ON_THE_SKY);
        for (String set : new String[] {"PriorDict", "ConditionalPriorDict", "DirichletPriorDict", "CBCPriorDict",
            "BBHPriorDict", "BNSPriorDict"}) {
            table.put(set, SET);
        }
        table.put("CalibrationPriorDict", "is of the detectors' calibration, on which no waveform depends: leave it to"
            + " the training");
        return table;
    }
}
