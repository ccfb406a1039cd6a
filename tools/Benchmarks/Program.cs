using CoinRig.Bench;

Console.WriteLine($"CoinRig bench: {Environment.ProcessorCount} processors, .NET {Environment.Version}; medians, each beside a baseline in the same process");
Console.WriteLine();
foreach (var row in ScanBench.Run().Concat(GpioBench.Run()).Concat(CellBench.Run()))
{
    Console.WriteLine(row);
}
Console.WriteLine();
TransportBench.Run(Console.Out);
Console.WriteLine();
RunBench.Run(Console.Out);
