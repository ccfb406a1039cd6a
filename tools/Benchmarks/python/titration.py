"""What people do: Weppner-Huggins' slope and the exact sphere of 1,000 pulses of 1,000 rows with numpy and scipy; prints a name and seconds a line, medians."""
import sys
import time

import numpy as np

pulses, rows = 1000, 1000
seconds = np.linspace(1.0, 600.0, rows)
rng = np.random.default_rng(1)
volts = 3.8 + 3e-3 * np.sqrt(seconds) + 1e-5 * rng.standard_normal((pulses, rows))


def slopes():
    result = np.empty(pulses)
    for i in range(pulses):
        x = np.sqrt(seconds)
        x = x - x.mean()
        y = volts[i] - volts[i].mean()
        result[i] = (x @ y) / (x @ x)
    return result


def timed(function, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return sorted(times)[rounds // 2]


print("slope", timed(slopes, 9))
try:
    from scipy.optimize import curve_fit
    from scipy.special import erfcx
except ImportError:
    sys.exit(0)


def sphere(t, c, log_rate):
    rate = np.exp(log_rate)
    theta = rate * t
    return c + 1.2e-5 / (3 * rate) * (erfcx(-np.sqrt(theta)) - 1)


true = sphere(seconds, 3.8, np.log(1e-4))


def fit():
    for i in range(20):
        curve_fit(sphere, seconds, true + volts[i] - volts[i].mean() - 3e-3 * (np.sqrt(seconds) - np.sqrt(seconds).mean()), p0=(3.8, np.log(3e-4)))


print("sphere", 50 * timed(fit, 3))
