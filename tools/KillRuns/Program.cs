using System.Globalization;
using CoinRig.KillRuns;

var (kills, cuts, runs, seed) = (Number(0, 1000), Number(1, 1000), Number(2, 100), Number(3, 1));
var folder = Directory.CreateTempSubdirectory("coinrig-kill");
var failures = 0;
Show(new Interruptions(folder.FullName, Interruptions.Protocol, isGentle: false, Console.WriteLine).Carry(runs, seed, 400));
Show(new Interruptions(folder.FullName, RecordedRun.Protocol, isGentle: true, Console.WriteLine).Carry((runs + 9) / 10, seed, 5000));
Show(new PowerCuts(seed).Carry(cuts));
Show(new KilledService(folder.FullName, seed, Console.WriteLine).Carry(kills));
if (failures == 0)
{
    folder.Delete(recursive: true);
    return 0;
}
Console.WriteLine($"The files of what failed are in {folder.FullName}.");
return 1;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

void Show(Tally tally)
{
    Console.WriteLine(tally);
    failures += tally.Failures.Count;
}
