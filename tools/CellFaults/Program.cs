using System.Diagnostics;
using CoinRig.CellFaults;

// Lets relays weld, stick and bounce and cells be reversed, opened and shorted, in any order, and watches the true current.
var seeds = args.Length > 0 && int.TryParse(args[0], out var asked) && asked > 0 ? asked : 1000;
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], out _)))
{
    Console.Error.WriteLine("usage: tools/cell-faults [SEEDS]    1000 seeds by default");
    return 2;
}
var watch = Stopwatch.StartNew();
var runs = new FaultyRun[seeds];
Parallel.For(0, seeds, i => runs[i] = FaultyRun.Of(i + 1));
FaultTable.Write(Console.Out, runs);
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
return runs.All(r => r.Wrong.Count == 0) ? 0 : 1;
