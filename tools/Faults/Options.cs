using System.Globalization;

namespace CoinRig.Faults;

/// <summary>What a person asked for.</summary>
/// <param name="Seeds">How many seeds.</param>
/// <param name="First">The first of them.</param>
/// <param name="Seed">One seed alone; null for many.</param>
/// <param name="UntilFailure">Whether to stop at the first seed that breaks a promise.</param>
/// <param name="Mutants">A part of the names of the mistakes to plant; null where none is planted.</param>
sealed record Options(int Seeds, int First, int? Seed, bool UntilFailure, string? Mutants)
{
    /// <summary>Reads the arguments; null where they are none.</summary>
    internal static Options? Parse(string[] args)
    {
        var options = new Options(1000, 1, null, false, null);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--until-failure")
            {
                options = options with { UntilFailure = true };
                continue;
            }
            if (args[i] == "--mutants")
            {
                var isNamed = i + 1 < args.Length && !args[i + 1].StartsWith('-');
                options = options with { Mutants = isNamed ? args[++i] : "" };
                continue;
            }
            if (i + 1 >= args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }
            switch (args[i++])
            {
                case "--seeds":
                    options = options with { Seeds = number };
                    break;
                case "--first":
                    options = options with { First = number };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
