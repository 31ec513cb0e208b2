#!/usr/bin/env python3
"""Cuts the precession's part out of a dump of LALSimulation's inner values.

usage: phenomx_precession_stages.py stages.json modes_and_angles.h5
Writes ../resources/reference/phenomx_precession_stages.json and phenomx_msa_angles.h5 (every eighth frequency), with
what LALSimulation's angles move by when an input moves by one unit in the last place. Needs h5py, numpy and lalsuite.
"""
import json
import pathlib
import sys

import h5py
import lal
import lalsimulation
import numpy

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
STRUCT = """thetaJN zeta_polarization kappa alpha0 epsilon0 phiJ_Sf LRef chi_p SL L2 L3 L4 L5 L6 constants_L S32 Smi2 Spl2
SAv2 SAv c1_over_eta Seff psi0 psi1 psi2 g0 g2 g3 g4 S1L_pav S2L_pav S1S2_pav Omegaz0 Omegaz1 Omegaz2 Omegaz3 Omegaz4
Omegaz5 Omegaz0_coeff Omegaz1_coeff Omegaz2_coeff Omegaz3_coeff Omegaz4_coeff Omegazeta0_coeff Omegazeta1_coeff
Omegazeta2_coeff Omegazeta3_coeff Omegazeta4_coeff alpha1 alpha2 alpha3 alpha4L alpha5 epsilon1 epsilon2 epsilon3
epsilon4L epsilon5 Delta delta_qq eta qq v_0""".split()
HARMONICS = [f"Y{l}{'m' if m < 0 else ''}{abs(m)}" for l in (2, 3, 4) for m in range(-l, l + 1)]
LOCALS = "Rm cp cm sqrt_cpcm D2RmSq D4RmSq adD cdD hdD fdD gdD ref_phiz_MSA_correction ref_zeta_MSA_correction".split()
AT_F = """f_hz v L_norm_3PN J_norm J_norm_3PN S32 Smi2 Spl2 S_norm psi phiz zeta cos_theta_L msa_correction_on
phiz_MSA_correction zeta_MSA_correction""".split()
MODES = ("22", "21", "33", "32", "44")


def pick(values, names):
    return {name: values[name] for name in names if name in values}


def stage(row):
    precession = row["precession"]
    forced = precession["forced_nnlo_102"]
    precessing = row["evaluations"]["precessing"]
    return {
        "name": f"{row['group']} {row['index']}",
        "version": row["prec_version_used"],
        "exchanged": row["bodies_swapped_in_precessing_context"],
        "input": row["source"]["input"],
        "aligned_final_spin": row["source"]["precessing"]["afinal_nonprec"],
        "final_spin": row["source"]["precessing"]["afinal"],
        "struct": pick(precession["struct"], STRUCT + HARMONICS),
        "locals": pick(precession["locals"], LOCALS),
        "msa_at_f": [pick(x, AT_F) for x in precession.get("msa_at_f", [])],
        "euler_at_f": precession["euler_at_f"],
        "single_spin": {
            "final_spin": forced["afinal"],
            "struct": pick(forced["struct"], STRUCT),
            "euler_at_f": forced["euler_at_f"],
        },
        "f_hz": precessing["f_hz"],
        "modes": {lm: precessing[lm]["h_l_minus_m"] for lm in MODES},
        "twisted": {lm: precessing["twisted_before_zeta_rotation"][lm] for lm in MODES},
        "polarizations": precessing["xphm_polarizations"],
    }


SPINS = "spin_1x spin_1y spin_1z spin_2x spin_2y spin_2z".split()


def lal_angles(values, frequencies):
    """alpha, gamma, cos beta for m' = 1..4, the first two less their values at the v of m' = 2 and f_ref."""
    out = []
    for m_prime in (1, 2, 3, 4):
        series = lal.CreateREAL8Sequence(len(frequencies) + 1)
        series.data = numpy.concatenate([[10.0 * m_prime], frequencies])
        angles = lalsimulation.SimIMRPhenomXPMSAAngles(
            series, values[0] * lal.MSUN_SI, values[1] * lal.MSUN_SI, *values[2:], 0.0, 20.0, m_prime,
            lal.CreateDict())
        alpha, gamma, cosine = (numpy.array(angle.data) for angle in angles)
        out.append([alpha[1:] - alpha[0], gamma[1:] - gamma[0], cosine[1:]])
    return numpy.array(out)


def noise(parameters, frequencies):
    """Largest change of each angle when a mass or a spin component moves by one ulp."""
    values = [float(parameters[name]) for name in ["mass_1", "mass_2", *SPINS]]
    here = lal_angles(values, frequencies)
    worst = numpy.zeros(3)
    for i, value in enumerate(values):
        for towards in (numpy.inf, -numpy.inf) if value != 0 else ():
            moved = list(values)
            moved[i] = float(numpy.nextafter(value, towards))
            worst = numpy.maximum(worst, numpy.abs(lal_angles(moved, frequencies) - here).max(axis=(0, 2)))
    return worst


def main(stages, angles):
    rows = [stage(row) for row in json.load(open(stages))]
    text = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    (FOLDER / "phenomx_precession_stages.json").write_text("[\n" + text + "\n]\n")
    with h5py.File(angles) as source, h5py.File(FOLDER / "phenomx_msa_angles.h5", "w") as out:
        out["frequencies"] = source["frequencies"][1::8]
        for group in ("production", "wide", "edge"):
            parameters = source[f"{group}/parameters"][:]
            out[f"{group}/parameters"] = parameters
            out[f"{group}/lal_noise"] = numpy.array([noise(row, out["frequencies"][:]) for row in parameters])
            for angle in ("alpha", "gamma", "cos_beta"):
                out.create_dataset(
                    f"{group}/{angle}", data=source[f"{group}/{angle}"][:, :, ::8], compression="gzip", shuffle=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
