using CoinRig.LinkFuzz;

// Gives random and mutated bytes to both ends of the supervisor's link, 100 KB a seed.
const int Piece = 100_000;
var megabytes = args.Length > 0 && int.TryParse(args[0], out var asked) && asked > 0 ? asked : 10;
var seed = args.Length > 1 && int.TryParse(args[1], out var first) ? first : 1;
if (args.Length > 2 || (args.Length > 0 && !int.TryParse(args[0], out _)))
{
    Console.Error.WriteLine("usage: tools/link-fuzz [MEGABYTES [SEED]]    10 MB from seed 1 by default");
    return 2;
}
var results = Enumerable.Range(seed, megabytes * 10).Select(s => Fuzz.Run(Piece, s)).ToArray();
Console.WriteLine($"{results.Sum(r => r.Bytes):#,0} bytes, {results.Sum(r => r.GoodFrames):#,0} good frames among them, {results.Sum(r => r.StateChanges):#,0} changes of state");
Console.WriteLine($"allocated: {results.Skip(1).Sum(r => r.Allocated)} bytes");
foreach (var wrong in results.SelectMany(r => r.Wrong).Take(20))
{
    Console.WriteLine(wrong);
}
return results.All(r => r.Wrong.Count == 0) && results.Skip(1).All(r => r.Allocated == 0) ? 0 : 1;
