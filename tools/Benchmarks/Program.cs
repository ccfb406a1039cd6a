using CoinRig.Bench;

(string Name, Action<TextWriter> Run)[] subjects =
[
    ("scan", to =>
    {
        foreach (var row in ScanBench.Run().Concat(GpioBench.Run()).Concat(CellBench.Run()))
        {
            to.WriteLine(row);
        }
    }),
    ("transport", TransportBench.Run),
    ("run", RunBench.Run),
    ("preview", PreviewBench.Run),
    ("storage", StorageBench.Run),
    ("impedance", ImpedanceBench.Run),
    ("titrations", TitrationBench.Run),
    ("cycling", CyclingBench.Run),
    ("files", FilesBench.Run),
    ("sweeps", SweepBench.Run),
];
if (args is ["month", .. var rest])
{
    // Half an hour of a processor or more: only where it is asked for.
    var days = rest is [] ? 30 : rest is ["--days", var text] && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : double.NaN;
    if (days is > 0 and <= 366)
    {
        MonthBench.Run(days, Console.Out);
        return 0;
    }
    args = ["month"];
}
if (args.Any(a => !subjects.Any(s => s.Name == a)))
{
    Console.Error.WriteLine($"usage: tools/bench [SUBJECT]...    subjects: {string.Join(", ", subjects.Select(s => s.Name))}; all of them by default");
    Console.Error.WriteLine("       tools/bench month [--days 30]    four boards for a month of their own time");
    return 2;
}
Console.WriteLine($"CoinRig bench: {Environment.ProcessorCount} processors, .NET {Environment.Version}; medians, each beside a baseline in the same process");
foreach (var (name, run) in subjects)
{
    if (args.Length == 0 || args.Contains(name))
    {
        Console.WriteLine();
        run(Console.Out);
    }
}
return 0;
