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
if (args.Any(a => !subjects.Any(s => s.Name == a)))
{
    Console.Error.WriteLine($"usage: tools/bench [SUBJECT]...    subjects: {string.Join(", ", subjects.Select(s => s.Name))}; all of them by default");
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
