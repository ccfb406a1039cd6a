using System.Globalization;
using CoinRig.KillRuns;

var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var cuts = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var folder = Directory.CreateTempSubdirectory("coinrig-kill");
try
{
    var cut = new PowerCuts(folder.FullName, seed).Carry(cuts);
    Console.WriteLine(cut);
    var killed = new KilledProcesses(folder.FullName, seed, Console.WriteLine).Carry(kills);
    Console.WriteLine(killed);
    return cut.Failures.Count + killed.Failures.Count == 0 ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}
