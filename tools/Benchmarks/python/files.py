"""What people use: pandas on the file of FilesBench, exact. Prints a name and seconds, the median."""
import statistics
import sys
import time

import pandas

seconds = []
for _ in range(5):
    start = time.perf_counter()
    pandas.read_csv(sys.argv[1], float_precision="round_trip")
    seconds.append(time.perf_counter() - start)
print("read", statistics.median(seconds))
