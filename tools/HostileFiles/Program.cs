using CoinRig.HostileFiles;

var seeds = args.Length > 0 && int.TryParse(args[0], out var given) ? given : 10_000;
var folder = args.Length > 1 ? args[1] : Environment.GetEnvironmentVariable("COINRIG_DATA") ?? Path.Combine("..", "shared", "data");
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder {folder}: put the recordings beside the checkout as ../shared/data, or name their folder in COINRIG_DATA.");
    return 2;
}
var subjects = Recordings.In(folder);
Dictionary<(string, Outcome), int> counts = [];
List<Attempt> bad = [];
for (var seed = 0; seed < seeds; seed++)
{
    var attempt = Attempt.Make(subjects, seed);
    counts[(attempt.Edit, attempt.Outcome)] = counts.GetValueOrDefault((attempt.Edit, attempt.Outcome)) + 1;
    if (attempt.IsBad)
    {
        bad.Add(attempt);
    }
}
var outcomes = Enum.GetValues<Outcome>();
Console.WriteLine($"{seeds} edits of {subjects.Count} recordings");
Console.WriteLine($"{"edit",-28}{string.Concat(outcomes.Select(static o => $"{o,9}"))}");
foreach (var edit in counts.Keys.Select(static k => k.Item1).Distinct().Order())
{
    Console.WriteLine($"{edit,-28}{string.Concat(outcomes.Select(o => $"{counts.GetValueOrDefault((edit, o)),9}"))}");
}
foreach (var attempt in bad.Take(30))
{
    Console.WriteLine($"seed {attempt.Seed}: {attempt.File}, {attempt.Edit}: {attempt.Outcome}: {attempt.Detail}");
}
Console.WriteLine($"{bad.Count} bad");
return bad.Count == 0 ? 0 : 1;
