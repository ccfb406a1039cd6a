using System.Diagnostics;
using CoinRig.FaultsFound;

// Plants faults on twins of both front ends and sees whether doctor and selftest name them, each under many seeds.
var seeds = args.Length > 0 && int.TryParse(args[0], out var asked) && asked > 0 ? asked : 100;
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], out _)))
{
    Console.Error.WriteLine("usage: tools/faults-found [SEEDS]    100 seeds by default");
    return 2;
}
var watch = Stopwatch.StartNew();
var isClean = FaultTable.Write(Console.Out, seeds);
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
return isClean ? 0 : 1;
