using CoinRig.Faults;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("""
        usage: tools/faults [--seeds N] [--first K]       N seeds from K on (1000 from 1)
               tools/faults --seed S                      one seed, with a trace of what happened
               tools/faults --seeds N --until-failure     stops at the first that breaks a promise
               tools/faults --mutants [NAME] [--seeds N]  plants mistakes in copies of the sources, and says which seed finds each
        """);
    return 2;
}
if (options.Mutants is { } name)
{
    return MutantRunner.Run(Console.Out, options.Seeds, name) ? 0 : 1;
}
if (options.Seed is { } seed)
{
    var trace = new List<string>();
    var judgement = SeededRun.Of(seed, trace);
    trace.ForEach(Console.WriteLine);
    return judgement.Wrong.Count == 0 ? 0 : 1;
}
return new Campaign(Console.Out, options.UntilFailure).Carry(options.First, options.Seeds) ? 0 : 1;
