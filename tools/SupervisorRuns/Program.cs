using System.Diagnostics;
using CoinRig.Firmware;
using CoinRig.SupervisorRuns;

// Firmware, link and a stub of the gateway in virtual time: runs with faults, and healthy hours.
var runs = args.Length > 0 && int.TryParse(args[0], out var asked) && asked > 0 ? asked : 1000;
var hours = args.Length > 1 && int.TryParse(args[1], out var askedHours) && askedHours >= 0 ? askedHours : 10;
if (args.Length > 2 || (args.Length > 0 && !int.TryParse(args[0], out _)))
{
    Console.Error.WriteLine("usage: tools/supervisor-runs [RUNS [HOURS]]    1000 runs and 10 healthy hours by default");
    return 2;
}
var watch = Stopwatch.StartNew();
var all = Enumerable.Range(1, runs).AsParallel().AsOrdered().Select(SeededRun.Of).ToArray();
Console.WriteLine($"{"fault",-18}{"runs",8}{"after heartbeat",18}{"after reading",16}  causes");
foreach (var group in all.GroupBy(r => r.Fault).OrderBy(g => g.Key))
{
    var crossing = group.Max(r => r.AfterCrossing);
    Console.WriteLine($"{group.Key,-18}{group.Count(),8}{group.Max(r => r.AfterBeat) / 1e6,15:0.0} ms{(crossing < 0 ? "-" : $"{crossing / 1e6:0.0} ms"),16}  "
        + string.Join(", ", group.CountBy(r => Names.Of(r.Cause)).Select(c => $"{c.Key} {c.Value}")));
}
foreach (var run in all.Where(r => r.Wrong.Count > 0).Take(20))
{
    Console.WriteLine($"seed {run.Seed} ({run.Fault}): {string.Join("; ", run.Wrong)}");
}
Console.WriteLine($"{all.Count(r => r.Wrong.Count > 0)} of {runs} runs wrong");
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
var healthy = HealthyHours.Run(hours);
foreach (var trip in healthy.Where(h => h.End != HealthyHours.Closed))
{
    Console.WriteLine($"healthy seed {trip.Seed}: {trip.End} after {trip.Hours:0.000} h");
}
var falseTrips = healthy.Count(h => h.End != HealthyHours.Closed);
Console.WriteLine($"{falseTrips} false trips in {healthy.Sum(h => h.Hours):0} healthy hours, with {healthy.Sum(h => h.Spoiled)} bytes lost, flipped or doubled");
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
return all.Any(r => r.Wrong.Count > 0) || falseTrips > 0 ? 1 : 0;
