using System.CommandLine;

namespace CoinRig.Lateness;

/// <summary>What a person asks for.</summary>
/// <param name="Minutes">How long each of the two runs takes.</param>
/// <param name="Load">How many busy processes run beside them.</param>
sealed record Arguments(int Minutes, int Load)
{
    /// <summary>Reads the command line; null where help was shown or a mistake was told.</summary>
    internal static Arguments? Parse(string[] args)
    {
        var minutes = new Option<int>("--minutes") { Description = "How long each of the two runs takes", DefaultValueFactory = _ => 20 };
        var load = new Option<int>("--load") { Description = "How many busy processes run beside them", DefaultValueFactory = _ => 2 };
        Arguments? given = null;
        var command = new RootCommand("How late scans come in real time, without and with SCHED_FIFO, beside busy processes") { minutes, load };
        command.SetAction(parse => given = new(parse.GetValue(minutes), parse.GetValue(load)));
        return command.Parse(args).Invoke() == 0 ? given : null;
    }
}
