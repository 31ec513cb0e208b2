"""Writes what the prior tests compare with, into src/test/resources/prior.

Needs bilby (made with 2.8.2), astropy (8.0.2) and mpmath. Run from the repository's root:

    python src/test/reference-scripts/bilby_priors.py

bilby_quantiles.tsv: a distribution as bilby's text, a fraction u, the quantile at u. The quantile is mpmath's with 110
digits, from the distribution's definition; bilby's own `rescale` must agree with it to 1e-6 of its size or of the
distribution's scale, or the script says where it does not. Fractions reach to 2^-53 and 1 - 2^-53, the ends of what
Chirpmill draws.
bilby_prior_classes.txt: the module and name of every class of bilby's prior modules but its exceptions.
cosmologies.tsv: a cosmology as bilby takes it; redshift, comoving and luminosity distance in Mpc, volume over the sky
per redshift in Mpc^3.
"""
import inspect
import os

import bilby
import mpmath
import numpy as np
from bilby.gw.cosmology import get_cosmology
from mpmath import mpf

mpmath.mp.dps = 110
FOLDER = "src/test/resources/prior"
FRACTIONS = [2.0**-53, 1e-12, 1e-6, 0.001, 0.05, 0.31, 0.5, 0.77, 0.999, 1 - 1e-9, 1 - 2.0**-53]


def root(tail, t, spread):
    """Where an increasing function passes zero: steps from t enclose it."""
    low, high = mpf(t), mpf(t)
    while tail(low) > 0:
        low -= spread
        spread *= 2
    while tail(high) < 0:
        high += spread
        spread *= 2
    while high - low > 1e-7 * spread:
        middle = (low + high) / 2
        low, high = (low, middle) if tail(middle) > 0 else (middle, high)
    f_low, f_high = tail(low), tail(high)
    t = low
    for _ in range(60):  # the secant, by Illinois' rule
        if high - low < 1e-25 * (1 + abs(low)) or f_high == f_low:
            break
        t = (low * f_high - high * f_low) / (f_high - f_low)
        f = tail(t)
        if abs(f) < 1e-25:
            break
        if f > 0:
            high, f_high, f_low = t, f, f_low / 2
        else:
            low, f_low, f_high = t, f, f_high / 2
    assert abs(tail(t)) < 1e-18, (t, tail(t))
    return t


def gamma_tails(a, x):
    """P and Q, the smaller one with all its digits."""
    with mpmath.workdps(110 if a < 1e4 else 150):
        p = mpmath.gammainc(a, 0, x, regularized=True)
        q = mpmath.gammainc(a, x, mpmath.inf, regularized=True)
        return p, q


def gamma(k, theta, u):
    k, u = mpf(k), mpf(u)
    first = (mpmath.log(u) + mpmath.loggamma(k + 1)) / k
    if first < -120:
        return theta * mpmath.exp(first)

    def excess(t):
        p, q = gamma_tails(k, mpmath.exp(t))
        return mpmath.log(p / u) if u < 0.5 else mpmath.log((1 - u) / q)
    start = max(first, mpmath.log(k)) if u >= 0.5 else max(first, mpmath.log(k) - 12 / mpmath.sqrt(k))
    return theta * mpmath.exp(root(excess, start, 1 / mpmath.sqrt(max(k, 1))))


def beta_fraction(a, b, x):
    """The continued fraction of DLMF 8.17.22; mpmath's hypergeometric function gives up for large a or b."""
    c, d = mpf(1), 1 / (1 - (a + b) * x / (a + 1))
    product, m, change = d, 0, 0
    while abs(change - 1) > 1e-70:
        m += 1
        for term in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            c, d = 1 + term / c, 1 / (1 + term * d)
            change = c * d
            product *= change
    return product


def beta_logit(a, b, u, v):
    a, b = mpf(a), mpf(b)
    log_beta = mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(a + b)
    low = (mpmath.log(u) + mpmath.log(a) + log_beta) / a
    high = -(mpmath.log(v) + mpmath.log(b) + log_beta) / b
    if low < -150 - mpmath.log(1 + b):
        return low
    if high > 150 + mpmath.log(1 + a):
        return high

    def lower(a, b, s):
        x, y = 1 / (1 + mpmath.exp(-s)), 1 / (1 + mpmath.exp(s))
        front = mpmath.exp(a * mpmath.log(x) + b * mpmath.log(y) - log_beta)
        if x < (a + 1) / (a + b + 2):
            return front / a * beta_fraction(a, b, x)
        return 1 - front / b * beta_fraction(b, a, y)

    def excess(s):
        if u < v:
            return mpmath.log(lower(a, b, s) / u)
        return mpmath.log(v / lower(b, a, -s))
    spread = mpmath.sqrt(1 / a + 1 / b)
    start = mpmath.log(a / b) + mpmath.sqrt(2) * mpmath.erfinv(2 * mpf(u) - 1) * spread
    return root(excess, start, spread / 4)


def student(df, u):
    outside = 2 * min(mpf(u), 1 - mpf(u))
    if outside == 1:
        return mpf(0)
    s = beta_logit(mpf(df) / 2, mpf(1) / 2, outside, 1 - outside)
    return mpmath.sign(mpf(u) - mpf(1) / 2) * mpmath.sqrt(df) * mpmath.exp(-s / 2)


def normal(u):
    return mpmath.sqrt(2) * mpmath.erfinv(2 * mpf(u) - 1)


def triangular(mode, low, high, u):
    mode, low, high, u = map(mpf, (mode, low, high, u))
    if u < (mode - low) / (high - low):
        return low + mpmath.sqrt(u * (high - low) * (mode - low))
    return high - mpmath.sqrt((1 - u) * (high - low) * (high - mode))


def symmetric(low, high, u):
    low, high, u = map(mpf, (low, high, u))
    return -high * (low / high) ** (2 * u) if u < 0.5 else low * (high / low) ** (2 * u - 1)


def fermi(sigma, r, u):
    sigma, r, u = map(mpf, (sigma, r, u))
    whole = mpmath.log(1 + mpmath.exp(r))
    return sigma * (r - mpmath.log(mpmath.expm1((1 - u) * whole)))


def discrete(values, weights, u):
    total, below = sum(map(mpf, weights)), mpf(0)
    for value, weight in sorted(zip(values, weights)):
        below += mpf(weight) / total
        if below >= u:
            return mpf(value)
    return mpf(max(values))


CASES = [
    *((f"Beta(alpha={a!r}, beta={b!r})",
       lambda u, a=a, b=b: 1 / (1 + mpmath.exp(-beta_logit(a, b, mpf(u), 1 - mpf(u)))))
      for a, b in [(2.0, 5.0), (0.5, 0.5), (1.0, 1.0), (0.01, 3.0), (3.0, 0.02), (0.05, 0.05), (30.0, 400.0),
                   (5000.0, 2000.0), (1e6, 3.0), (0.5, 1e5)]),
    ("Beta(alpha=2.5, beta=1.5, minimum=-3.0, maximum=0.5)",
     lambda u: mpf("-3") + mpf("3.5") / (1 + mpmath.exp(-beta_logit(2.5, 1.5, mpf(u), 1 - mpf(u))))),
    *((f"Gamma(k={k!r}, theta={theta!r})", lambda u, k=k, theta=theta: gamma(k, mpf(theta), u))
      for k, theta in [(1.0, 1.0), (2.5, 3.0), (0.5, 0.1), (0.03, 2.0), (15.9, 1.0), (16.1, 1.0), (120.0, 1.0),
                       (1e4, 0.01), (1e6, 1.0)]),
    *((f"ChiSquared(nu={nu})", lambda u, nu=nu: gamma(mpf(nu) / 2, mpf(2), u)) for nu in (1, 4, 33)),
    *((f"StudentT(df={df!r}, mu={mu!r}, scale={scale!r})",
       lambda u, df=df, mu=mu, scale=scale: mpf(mu) + mpf(scale) * student(df, u))
      for df, mu, scale in [(1.0, 0.0, 1.0), (2.0, 3.0, 0.5), (4.5, 0.0, 1.0), (0.4, 0.0, 1.0), (30.0, -2.0, 10.0),
                            (1e4, 0.0, 1.0), (1e6, 0.0, 1.0)]),
    ("LogNormal(mu=1.5, sigma=0.25)", lambda u: mpmath.exp(mpf("1.5") + normal(u) / 4)),
    ("LogNormal(mu=-20.0, sigma=3.0)", lambda u: mpmath.exp(-20 + 3 * normal(u))),
    ("HalfGaussian(sigma=0.75)", lambda u: mpf("0.75") * mpmath.sqrt(2) * mpmath.erfinv(mpf(u))),
    ("Exponential(mu=350.0)", lambda u: -350 * mpmath.log1p(-mpf(u))),
    ("Logistic(mu=30.0, scale=4.0)", lambda u: 30 + 4 * mpmath.log(mpf(u) / (1 - mpf(u)))),
    ("Cauchy(alpha=1.0, beta=0.5)", lambda u: 1 - mpmath.cot(mpmath.pi * mpf(u)) / 2),
    *((f"FermiDirac(sigma={sigma!r}, r={r!r})", lambda u, sigma=sigma, r=r: fermi(sigma, r, u))
      for sigma, r in [(5.0, 10.0), (0.1, 0.02), (1.0, 600.0), (2.0, 1500.0)]),
    *((f"Triangular(mode={m!r}, minimum={lo!r}, maximum={hi!r})",
       lambda u, m=m, lo=lo, hi=hi: triangular(m, lo, hi, u))
      for m, lo, hi in [(30.0, 5.0, 80.0), (5.0, 5.0, 80.0), (80.0, 5.0, 80.0)]),
    ("SymmetricLogUniform(minimum=0.001, maximum=10.0)", lambda u: symmetric(0.001, 10.0, u)),
    ("Categorical(ncategories=7)", lambda u: discrete(range(7), [1] * 7, u)),
    ("WeightedCategorical(ncategories=3, weights=[1.0, 5.0, 0.5])", lambda u: discrete(range(3), [1.0, 5.0, 0.5], u)),
    ("DiscreteValues(values=[30.0, -1.5, 12.0])", lambda u: discrete([30.0, -1.5, 12.0], [1] * 3, u)),
    ("WeightedDiscreteValues(values=[1.4, 10.0, 3.0], weights=[0.25, 0.25, 2.0])",
     lambda u: discrete([1.4, 10.0, 3.0], [0.25, 0.25, 2.0], u)),
]


def quantiles(file):
    for text, exact in CASES:
        prior = bilby.core.prior.PriorDict({"x": text})["x"]
        middle = abs(float(exact(0.77)))
        for u in FRACTIONS:
            value = exact(u)
            file.write(f"{text}\t{u!r}\t{float(value)!r}\n")
            try:
                with np.errstate(all="ignore"):
                    bilbys = float(np.atleast_1d(prior.rescale(np.array([u])))[0])
            except IndexError:  # of discrete values, where its sum of weights ends below 1
                bilbys = np.nan
            apart = abs(bilbys - float(value)) / max(abs(float(value)), middle) if bilbys != float(value) else 0
            if not apart < 1e-6:
                print(f"bilby has {bilbys!r} for {float(value)!r} at u = {u!r} of {text}")


def classes(file):
    modules = [bilby.core.prior.analytical, bilby.core.prior.base, bilby.core.prior.conditional, bilby.core.prior.dict,
               bilby.core.prior.interpolated, bilby.core.prior.joint, bilby.core.prior.slabspike, bilby.gw.prior]
    for module in modules:
        for name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ == module.__name__ and not issubclass(cls, Exception):
                package = "bilby.gw.prior" if module is bilby.gw.prior else "bilby.core.prior"
                file.write(f"{package}.{name}\n")


def cosmologies(file):
    named = ["Planck13", "Planck15", "Planck18", "WMAP1", "WMAP3", "WMAP5", "WMAP7", "WMAP9", "Planck15_LAL"]
    described = [{"H0": 67.7, "Om0": 0.31}, {"H0": 70, "Om0": 0.3, "Ode0": 0.7},
                 {"H0": 72.5, "Om0": 0.27, "Tcmb0": 2.73, "Neff": 3.3, "m_nu": 0.1, "Ob0": 0.05, "name": "mine"},
                 {"H0": 60, "Om0": 0.4, "Tcmb0": 2.7}]
    for cosmology in [*(repr(name) for name in named), *(repr(entries) for entries in described)]:
        c = get_cosmology(eval(cosmology))
        for z in (0.001, 0.0123, 0.1, 0.5, 1.0, 2.5, 7.0, 20.0, 100.0, 1000.0):
            values = (c.comoving_distance(z).value, c.luminosity_distance(z).value,
                      4 * np.pi * c.differential_comoving_volume(z).value)
            file.write("\t".join([cosmology, repr(z), *(repr(float(value)) for value in values)]) + "\n")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for name, write in [("bilby_prior_classes.txt", classes), ("cosmologies.tsv", cosmologies),
                        ("bilby_quantiles.tsv", quantiles)]:
        with open(os.path.join(FOLDER, name), "w") as file:
            write(file)


main()
