using CoinRig.SupervisorProcess;

// The supervisor and the board in a process of their own, in real time; the gateway in another, which is killed, stopped and starved.
switch (args)
{
    case ["supervisor", var socket]:
        return SupervisorSide.Run(socket);
    case ["gateway", var socket, .. var rest]:
        return GatewaySide.Run(socket, rest);
}
if (args.Length > 1 || (args.Length == 1 && !(int.TryParse(args[0], out var asked) && asked > 0)))
{
    Console.Error.WriteLine("usage: tools/supervisor-process [TIMES]    each way of harming the gateway so often, once by default");
    return 2;
}
var times = args.Length == 1 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1;
var folder = Directory.CreateTempSubdirectory("coinrig-supervisor");
var wrong = 0;
foreach (var harm in Enum.GetValues<Harm>())
{
    for (var i = 0; i < times; i++)
    {
        if (!HarmDone.IsPossible(harm))
        {
            Console.WriteLine($"{harm,-8} not tried: taskset and chrt are not installed");
            break;
        }
        var outcome = new Case(harm, folder.CreateSubdirectory($"{harm}{i}").FullName).Carry();
        Console.WriteLine($"{harm,-8} open {outcome.Milliseconds,4} ms after the last good heartbeat, {outcome.Cause}{string.Concat(outcome.Wrong.Select(w => $"{Environment.NewLine}  WRONG: {w}"))}");
        wrong += outcome.Wrong.Count > 0 ? 1 : 0;
    }
}
Console.WriteLine($"{wrong} wrong");
if (wrong == 0)
{
    folder.Delete(recursive: true);
    return 0;
}
Console.WriteLine($"The files are in {folder.FullName}.");
return 1;
