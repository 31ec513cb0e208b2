#!/usr/bin/env python3
"""Cuts stages of IMRPhenomXP/XPHM with SpinTaylor angles, IMRPhenomXO4a and IMRPhenomXPNR out of dumps of LALSimulation.

usage: phenomx_twisted_stages.py DUMP [DUMP ...]
Each dump is a JSON list of rows, made by a LALSimulation whose inner structs were printed with 17 digits: what was asked
(`model`, `parameters`, `frequencies` or a grid), the polarizations, and `events`, the structs in the order in which they
were printed. Members that LALSimulation never assigns (found by filling fresh memory with two patterns) are absent.
Writes ../resources/reference/phenomx_spintaylor_stages.json and phenomx_pnr_stages.json; see the README there.
"""
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "reference"
INPUT = """mass_1 mass_2 spin_1x spin_1y spin_1z spin_2x spin_2y spin_2z iota phase luminosity_distance""".split()
WAVEFORM = """m1 m2 Mtot q eta delta chi1L chi2L chiEff chiTot_perp chi_p afinal afinal_prec afinal_nonprec Mfinal fRING
fDAMP fMECO fISCO fMin fMax f_max_prime fCut MfRef deltaMF amp0 phi0 phifRef APPLY_PNR_DEVIATIONS PNR_DEV_PARAMETER
pnr_window a1 theta_LS MU1 MU2 MU3 MU4 NU0 NU4 NU5 NU6 ZETA1 ZETA2 fRINGEffShiftDividedByEmm betaRD fRING22_prec fRINGCP
IMRPhenomXPNRUseTunedCoprec PNR_SINGLE_SPIN""".split()
PRECESSION = """IMRPhenomXPrecVersion MSA_ERROR thetaJN thetaJ_Sf phiJ_Sf zeta_polarization kappa alpha0 epsilon0 alpha_offset
epsilon_offset alpha_ref gamma_ref LRef J0 chi_p SL Sperp L0 L1 L2 L3 L4 L5 L6 L7 L8 Mfmax_angles M_MIN M_MAX fmin_integration
Mfmin_integration integration_buffer ftrans_MRD fmax_inspiral alpha_ftrans cosbeta_ftrans gamma_ftrans chi_singleSpin
costheta_singleSpin costheta_final_singleSpin chi_singleSpin_antisymmetric theta_antisymmetric chi1x_evolved chi1y_evolved
chi1z_evolved chi2x_evolved chi2y_evolved chi2z_evolved PNR_HM_Mflow PNR_HM_Mfhigh PNRInspiralScaling UseMRbeta
IMRPhenomXPNRUseTunedAngles IMRPhenomXAntisymmetricWaveform Mf_alpha_lower""".split()
ANGLES = ("alpha", "epsilon", "cos_half_beta", "sin_half_beta")


def pick(values, names):
    return {name: values[name] for name in names if name in values}


def bare(event):
    return {key: value for key, value in event.items() if key != "tag"}


def thinned(arrays, every=3):
    """The orbit's arrays with every third of their samples."""
    samples = {key: value[::every] if isinstance(value, list) else value * every
               for key, value in arrays["samples"].items()}
    return {**bare(arrays), "samples": samples}


def modes(events):
    """Per mode (the antisymmetric one as 22a) the angles it is twisted by and h_(l,-m), from its lowest frequency on."""
    result = {}
    for event in events:
        name = f"{event['l']}{event['m']}" + ("a" if event["symmetry"] < 0 else "")
        mode = result.setdefault(name, {key: [] for key in (*ANGLES, "h_coprec")})
        for key in mode:
            mode[key].append(event[key])
    return result


def pnr_structs(event):
    result = pick(event, ("two_spin", "attach_MR_beta", "angles_window", "ringdown_beta", "alpha_params", "beta_params"))
    for name, members in (("waveform", WAVEFORM), ("precession", PRECESSION)):
        if name + "_single_spin" in event:
            result[name + "_single_spin"] = pick(event[name + "_single_spin"], members)
    return result


def stage(row):
    events = {}
    for event in row["events"]:
        events.setdefault(event["tag"], []).append(event)
    result = {"name": row["name"], "model": row["model"], "options": row["options"], "kind": row["kind"],
              "input": pick(row["parameters"], INPUT), "f_ref": row["f_ref"]}
    result.update(pick(row, ("frequencies", "delta_f", "f_min", "f_max", "error")))
    result["depends_on_uninitialized_memory"] = row["depends_on_uninitialized_memory"]
    for tag in ("orbit_leg", "orbit_coarse"):
        if tag in events:
            result[tag] = [bare(event) for event in events[tag]]
    if "pn_arrays" in events:
        result["pn_arrays"] = thinned(events["pn_arrays"][-1])
    for tag in ("spintaylor_start", "spintaylor_angles", "gamma_spline", "pnr_interpolants", "antisym_ratio",
                "antisym_phase", "antisym_waveform"):
        if tag in events:
            result[tag] = bare(events[tag][-1])
    if "pnr_structs" in events:
        result["pnr"] = pnr_structs(events["pnr_structs"][-1])
    if "pnr_map" in events:
        result["pnr_map"] = [bare(event) for event in {event["m"]: event for event in events["pnr_map"]}.values()]
    if "pnr_two_spin_step" in events:
        result["pnr_two_spin_step"] = bare(events["pnr_two_spin_step"][-1])
    final = events.get("xphm", events.get("xp"))
    if final:
        result["waveform"] = pick(final[-1]["waveform"], WAVEFORM)
        result["precession"] = pick(final[-1]["precession"], PRECESSION)
    if row["model"] in ("XO4a", "XPNR"):
        if "xas" in events:
            result["xas"] = {**pick(events["xas"][-1], ("linb", "phifRef", "amplitude", "phase")),
                             "waveform": pick(events["xas"][-1]["waveform"], WAVEFORM)}
        result["xhm"] = [{**pick(event, ("l", "m", "lina", "linb")), "waveform": event["waveform"]}
                         for event in events.get("xhm", [])]
    if "twist" in events:
        result["modes"] = modes(events["twist"])
    result.update(pick(row, ("h_plus", "h_cross")))
    return result


def write(name, rows):
    """One row a line: a difference shows what changed."""
    text = ",\n".join(json.dumps(row) for row in rows)
    (FOLDER / name).write_text(f"[\n{text}\n]\n")


def main():
    rows = [stage(row) for dump in sys.argv[1:] for row in json.loads(pathlib.Path(dump).read_text())]
    write("phenomx_spintaylor_stages.json", [row for row in rows if row["model"].endswith("SpinTaylor")])
    write("phenomx_pnr_stages.json", [row for row in rows if not row["model"].endswith("SpinTaylor")])


if __name__ == "__main__":
    main()
