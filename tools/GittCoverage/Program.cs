using System.Diagnostics;
using CoinRig.GittCoverage;

// Judges the error bars of titrations: does the reported 95 % interval hold the model's D as often as it says?
var seeds = args.Length > 0 && int.TryParse(args[0], out var asked) && asked > 0 ? asked : 200;
var protocol = args.Contains("gitt") ? "gitt" : "gitt-accurate";
var titration = args.Contains("gitt") ? Titration.PaperLike : Titration.Accurate;
var board = args.Contains("--series-shunt") ? "waveshare-series-shunt" : "reference";
var isWhole = args.Contains("--whole-runs") || args.Contains("--series-shunt");
if (args.Any(a => a is "-h" or "--help" || (a is not ("gitt" or "--whole-runs" or "--series-shunt") && !int.TryParse(a, out _))))
{
    Console.Error.WriteLine("usage: tools/gitt-coverage [SEEDS] [gitt] [--whole-runs | --series-shunt]    200 seeds of gitt-accurate by default; 'gitt' has the paper's long pulses and short rests;");
    Console.Error.WriteLine("       --whole-runs goes through the emulated chips, drivers, control and recorder, with the stated geometry (slow: about half a minute a run);");
    Console.Error.WriteLine("       --series-shunt does so on the board without op-amps");
    return 2;
}
Console.WriteLine(isWhole
    ? $"Whole runs of {protocol} on the twin of '{board}': chips, drivers, control, recorder, analysis. Board errors and noise drawn; radius and mass are the stated ones."
    : $"Half-cell model without the chips, C/10, {titration.PulseSeconds / 60:0} min pulses, {titration.RestSeconds / 3600:0} h rests, 1 uV noise a reading, radius, mass and calibration drawn.");
Console.WriteLine("Bias, |error| and the short formula are with the true radius, intervals with the stated one.");
Console.WriteLine();
var watch = Stopwatch.StartNew();
foreach (var cell in new[] { "ncm523-lpo", "ncm523-pristine" })
{
    CoverageTable.Write(Console.Out, cell, isWhole ? WholeRun.RunMany(board, cell, protocol, seeds) : Campaign.Run(cell, titration, seeds));
}
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
return 0;
