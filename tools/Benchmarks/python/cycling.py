"""What people do: half cycles, capacities and dQ/dV of a million rows with numpy, and with pandas where it is there; prints a name and seconds a line, medians."""
import time

import numpy as np

rows, halves = 1_000_000, 20
rng = np.random.default_rng(1)
index = np.arange(rows)
share = (index % (rows // halves)) / (rows // halves)
sign = np.where(index // (rows // halves) % 2 == 0, 1.0, -1.0)
seconds = index.astype(float)
amperes = np.where(share < 0.9, sign * 1e-3 * (1 + 1e-5 * rng.random(rows)), np.where(share < 0.95, sign * 1e-3 * np.exp(-60 * (share - 0.9)), 0.0))
way = np.minimum(share / 0.9, 1.0)
volts = np.where(share < 0.95, 3.6 + sign * (-0.6 + 1.2 * way + 0.03 * np.sin(20 * way)), 3.6) + 1e-5 * rng.random(rows)


def capacities():
    state = np.sign(np.where(np.abs(amperes) > 1e-6, amperes, 0.0)).astype(np.int8)
    starts = np.flatnonzero(np.diff(state, prepend=np.int8(2)))
    passed = np.zeros(rows)
    passed[1:] = 0.5 * (amperes[1:] + amperes[:-1]) * np.diff(seconds)
    energy = np.zeros(rows)
    energy[1:] = passed[1:] * 0.5 * (volts[1:] + volts[:-1])
    return starts, passed, np.add.reduceat(passed, starts), np.add.reduceat(energy, starts)


def bins(starts, passed):
    ends = np.append(starts[1:], rows)
    return [np.bincount(((volts[a:b] - 2.5) / 5e-3).astype(np.int64), weights=passed[a:b], minlength=512) / 5e-3 for a, b in zip(starts, ends) if amperes[a] != 0]


def everything():
    starts, passed, _, _ = capacities()
    return bins(starts, passed)


def timed(name, function, rounds=7):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    print(name, sorted(times)[rounds // 2])


known = capacities()
timed("numpy-all", everything)
timed("numpy-capacity", capacities)
timed("numpy-bins", lambda: bins(known[0], known[1]))

try:
    import pandas as pd

    frame = pd.DataFrame({"seconds": seconds, "volts": volts, "amperes": amperes})

    def by_pandas():
        state = np.sign(frame.amperes.where(frame.amperes.abs() > 1e-6, 0.0))
        half = (state != state.shift()).cumsum()
        passed = 0.5 * (frame.amperes + frame.amperes.shift()) * frame.seconds.diff()
        capacity = passed.groupby(half).sum()
        place = (frame.volts / 5e-3).astype(int)
        return capacity, passed.groupby([half, place]).sum() / 5e-3

    timed("pandas-all", by_pandas, 3)
except ImportError:
    pass
