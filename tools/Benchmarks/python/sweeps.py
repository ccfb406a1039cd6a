"""Peaks and Randles-Sevcik of six voltammograms of 1,601 rows as people do it: smoothed, find_peaks, a parabola, polyfit."""
import time
import numpy as np
from scipy.signal import find_peaks, savgol_filter

rates = np.array([1e-4, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3])
rows = 800
volts = np.concatenate([np.linspace(-0.4, 0.4, rows + 1), np.linspace(0.4, -0.4, rows + 1)[1:]])
chance = np.random.default_rng(1)
shape = np.exp(-((volts - 0.03) / 0.05) ** 2) * np.where(np.arange(volts.size) <= rows, 1, -0.8)
waves = [np.sqrt(v) * 0.02 * shape + 1e-6 * (chance.random(volts.size) - 0.5) for v in rates]


def study():
    peaks = []
    for current in waves:
        for part, sign in ((slice(0, rows + 1), 1), (slice(rows, 2 * rows + 1), -1)):
            smooth = savgol_filter(sign * current[part], 7, 2)
            found, properties = find_peaks(smooth, prominence=0.03 * smooth.max())
            top = found[np.argmax(properties["prominences"])]
            fit = np.polyfit(volts[part][top - 12:top + 13] - volts[part][top], sign * current[part][top - 12:top + 13], 2)
            if sign > 0:
                peaks.append(fit[2] - fit[1] ** 2 / (4 * fit[0]))
    peaks = np.array(peaks)
    np.polyfit(np.log(rates), np.log(peaks), 1)
    return np.polyfit(np.sqrt(rates), peaks, 1, cov="unscaled")


study()
times = []
for _ in range(15):
    start = time.perf_counter()
    study()
    times.append(time.perf_counter() - start)
print("study", sorted(times)[7])
