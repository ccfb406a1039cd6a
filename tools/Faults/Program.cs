using CoinRig.Faults;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: tools/faults [--seeds N] [--first K]    N seeds from K on (1000 from 1)\n       tools/faults --seed S                   one seed, with a trace of what happened\n       tools/faults --until-failure            with --seeds: stops at the first that breaks a promise");
    return 2;
}
if (options.Seed is { } seed)
{
    var trace = new List<string>();
    var judgement = SeededRun.Of(seed, trace);
    trace.ForEach(Console.WriteLine);
    return judgement.Wrong.Count == 0 ? 0 : 1;
}
return new Campaign(Console.Out, options.UntilFailure).Carry(options.First, options.Seeds) ? 0 : 1;
