"""What people use: numpy and scipy on the spectrum of ImpedanceBench. Prints a name and seconds a line, medians."""
import statistics
import time

import numpy as np
from scipy.optimize import least_squares, nnls

hertz = 1e3 * (1e-6) ** (np.arange(60) / 59)
omega = 2 * np.pi * hertz
truth = np.array([8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4])


def model(p):
    s = 1j * omega
    return (p[0] + p[1] / (1 + p[1] * p[2] * s ** p[3]) + p[4] / (1 + p[4] * p[5] * s ** p[6])
            + p[7] * (1 - 1j) / np.sqrt(omega))


rng = np.random.default_rng(1)
exact = model(truth)
data = exact + 0.003 * abs(exact) * (rng.normal(size=60) + 1j * rng.normal(size=60))
exponents = np.array([False, False, False, True, False, False, True, False])


def residuals(x):
    r = (model(np.where(exponents, x, np.exp(np.minimum(x, 50)))) - data) / abs(data)
    return np.concatenate([r.real, r.imag])


start = np.array([16, 12.5, 4e-5, 0.85, 120, 1.5e-3, 0.85, 2])


def fit():
    return least_squares(residuals, np.where(exponents, start, np.log(start)), method="lm")


def lin_kk():
    y = np.concatenate([(data / abs(data)).real, (data / abs(data)).imag])
    for m in range(3, 31):
        tau = np.logspace(np.log10(1 / omega.max()), np.log10(1 / omega.min()), m)
        a = np.hstack([np.ones((60, 1)), (1j * omega)[:, None], (1 / (1j * omega))[:, None], 1 / (1 + 1j * np.outer(omega, tau))]) / abs(data)[:, None]
        a = np.vstack([a.real, a.imag])
        scale = np.linalg.norm(a, axis=0)
        b = np.linalg.lstsq(a / scale, y, rcond=None)[0] / scale
        r = b[3:]
        if 1 - -r[r < 0].sum() / r[r >= 0].sum() < 0.85:
            break


def relaxation(lam=1e-2):
    rest = data - truth[7] * (1 - 1j) / np.sqrt(omega)
    tau = np.logspace(np.log10(1 / omega.max()) - 1, np.log10(1 / omega.min()) + 1, 81)
    top = abs(data).max()
    a = np.hstack([np.ones((60, 1)), np.log(tau[1] / tau[0]) / (1 + 1j * np.outer(omega, tau))]) * (top / abs(data))[:, None]
    y = rest / abs(data)
    penalty = np.zeros((79, 82))
    for k in range(79):
        penalty[k, k + 1:k + 4] = [1, -2, 1]
    nnls(np.vstack([a.real, a.imag, np.sqrt(lam) * penalty]), np.concatenate([y.real, y.imag, np.zeros(79)]))


def relaxation_scan():
    for i in range(19):
        relaxation(10 ** (3 - 0.5 * i))


for name, action, rounds in (("fit", fit, 30), ("kramers_kronig", lin_kk, 30), ("relaxation", relaxation, 10), ("relaxation_scan", relaxation_scan, 3)):
    action()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    print(name, statistics.median(times))
