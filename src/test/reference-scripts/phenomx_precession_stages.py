#!/usr/bin/env python3
"""Cuts the precession's part out of a dump of LALSimulation's inner values.

usage: phenomx_precession_stages.py stages.json modes_and_angles.h5
Writes ../resources/reference/phenomx_precession_stages.json and phenomx_msa_angles.h5 (every eighth frequency).
Needs h5py and numpy.
"""
import json
import pathlib
import sys

import h5py

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


def main(stages, angles):
    rows = [stage(row) for row in json.load(open(stages))]
    text = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    (FOLDER / "phenomx_precession_stages.json").write_text("[\n" + text + "\n]\n")
    with h5py.File(angles) as source, h5py.File(FOLDER / "phenomx_msa_angles.h5", "w") as out:
        out["frequencies"] = source["frequencies"][1::8]
        for group in ("production", "wide", "edge"):
            out[f"{group}/parameters"] = source[f"{group}/parameters"][:]
            for angle in ("alpha", "gamma", "cos_beta"):
                out.create_dataset(
                    f"{group}/{angle}", data=source[f"{group}/{angle}"][:, :, ::8], compression="gzip", shuffle=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
