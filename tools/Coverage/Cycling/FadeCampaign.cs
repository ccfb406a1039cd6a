using CoinRig.Electrochemistry.Fade;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>Do the intervals of fitted fade hold the cycle at 80 %, the next measurement and the knee, when the law is chosen by the data?</summary>
sealed class FadeCampaign : ICampaign
{
    public string Name => "fade";

    public string Summary => "cycles to 80 %, another measurement and the knee, of linear, root and knee fade over 80 to 200 cycles with 0.1 % scatter";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine($"{seeds} seeds of each law; the law is chosen by the data; intervals are Student's.");
        to.WriteLine(Tally.Heading);
        foreach (var tally in Tallies(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The counts of each law.</summary>
    public static IReadOnlyList<Tally> Tallies(int seeds)
    {
        var tallies = new List<Tally>();
        foreach (var law in Enum.GetValues<FadeLaw>())
        {
            var word = law.ToString().ToLowerInvariant();
            Tally end = new($"cycles_to_80_percent, {word}"), next = new($"prediction 20 cycles on, {word}"), knee = new($"knee_cycle, {word}");
            for (var seed = 1; seed <= seeds; seed++)
            {
                Add(law, seed, end, next, knee);
            }
            tallies.AddRange(law == FadeLaw.Knee ? [end, next, knee] : [end, next]);
        }
        return tallies;
    }

    static void Add(FadeLaw law, long seed, Tally end, Tally next, Tally knee)
    {
        var draw = new SeededNoise(seed, $"fade {law}");
        var count = 80 + (int)(120 * draw.Uniform());
        var (slope, root, place, later) = ((0.5 + draw.Uniform()) * 1e-3, (8 + 6 * draw.Uniform()) * 1e-3, count * (0.35 + 0.3 * draw.Uniform()), (2 + 3 * draw.Uniform()) * 1e-3);
        double Truth(double n) => law switch
        {
            FadeLaw.Linear => 1 - slope * n,
            FadeLaw.Root => 1 - root * Math.Sqrt(n),
            _ => 1 - 0.3 * slope * n - later * Math.Max(0, n - place),
        };
        var trueEnd = law switch
        {
            FadeLaw.Linear => 0.2 / slope,
            FadeLaw.Root => Math.Pow(0.2 / root, 2),
            _ => 0.2 / (0.3 * slope) is var early && early <= place ? early : (0.2 + later * place) / (0.3 * slope + later),
        };
        double[] cycles = [.. Enumerable.Range(1, count).Select(i => (double)i)], values = [.. cycles.Select(n => Truth(n - 1) + 1e-3 * draw.Normal())];
        if (FadeFit.Best(cycles, values) is not { } model)
        {
            end.Add(double.NaN, double.NaN, trueEnd, false, "none");
            return;
        }
        string[] flags = model.Law == law ? [] : [$"taken-for-{model.Law.ToString().ToLowerInvariant()}"];
        var student = model.CoverageFactor / Tally.CoverageFactor;
        var found = model.CycleAt(0.8);
        end.Add(found?.Value - 1 ?? double.NaN, student * found?.Uncertainty ?? double.NaN, trueEnd, found is not null, flags);
        var prediction = model.Prediction(count + 20);
        next.Add(prediction.Value, student * prediction.Uncertainty, Truth(count + 19) + 1e-3 * draw.Normal(), true, flags);
        if (law == FadeLaw.Knee)
        {
            knee.Add(model.Knee?.Value - 1 ?? double.NaN, student * model.Knee?.Uncertainty ?? double.NaN, place, model.Knee is not null, flags);
        }
    }
}
